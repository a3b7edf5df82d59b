"""Names and passages of one direction in sentences of the other."""

from core.text.directions import apart, undirected


def test_only_what_is_of_the_other_script_is_kept_apart() -> None:
    said = "الموعد نفسه لدى قناة سدرة و004.txt وCoast TV."
    marked = apart(said, ["قناة سدرة", "004.txt", "Coast TV", ""], arabic=True)
    assert marked == "الموعد نفسه لدى قناة سدرة و\u2068004.txt\u2069 و\u2068Coast TV\u2069."
    assert undirected(marked) == said


def test_the_longest_part_is_kept_together_and_no_part_is_found_inside_a_word() -> None:
    said = "By روسيا and روسيا اليوم, not الروسيا."
    marked = apart(said, ["روسيا", "روسيا اليوم"], arabic=False)
    assert marked == "By \u2068روسيا\u2069 and \u2068روسيا اليوم\u2069, not الروسيا."


def test_a_sentence_without_such_parts_stays_as_it_is() -> None:
    assert apart("لا شيء.", ["قناة"], arabic=True) == "لا شيء."
    assert apart("Nothing.", [], arabic=False) == "Nothing."
