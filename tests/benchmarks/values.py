"""Checks figures against the Arabic test suites of two peers, and recall against a tagged corpus.

    python tests/benchmarks/values.py CORPORA [--misses]

CORPORA holds values/recognizers.jsonl (`kind`, `input`, `results`), values/duckling.jsonl (`dimension`, `phrase`,
`value`) and, for recall, ner/wojood-sample-*.txt (token and tags a line). A case is right where each expected figure is
found at its place with its value, and where none is expected, none is found. `UNSOUND` lists the cases whose expected
value is wrong or is no figure, with the reason; the table counts right of sound beside right of all.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.extract.quantities import extract_quantities
from core.extract.times import extract_times
from core.model import Approx, Entity, Quantity, QuantityKind
from core.text.segment import sentences

# Input (or a part of it) → why its expected value is not sound.
UNSOUND = {
    "رقم الهاتف": "a telephone number counts nothing",
    "١٩٢.١٦٨.١.٢": "an IP address is no four numbers",
    "٣٢٢ ألف": "322 thousand is not 32200",
    "ثلاث وعشرون خمس من": "23 × 1/5 is no reading of «twenty-three five»",
    "الى ساعة واحد وربع": "a time of day",
    "ثلاثة واحد وعشرونات": "no Arabic",
    "مائتان وثلاثة جزء من مائة": "203 hundredths are not 200.03",
    "مئتان وواحد وسبعون جزء من مئة": "271 hundredths are not 200.71",
    "١مليون ليست رقم": "1 million is a number",
    "20دولار أمريكي": "20 dollars is a number",
    "-٢٣--^١,١": "no notation",
    "-٢٣^١,١": "a negative number to a broken power",
    "ثمن الوزن": "ثمن is «price» here as likely as «eighth»",
    "١٨٠,٢٥ميلي": "a figure with its unit, yet none is expected",
    ",٢٥مل": "a figure with its unit, yet none is expected",
    "في  ١٩٩٨": "a year taken for a divisor",
    "في ٢٠١٨": "a year taken for a divisor",
    "النتيجة هو <>٣٠": "no range is asked for; 30 is a number all the same",
    "=>٣٠": "≥ 30 is a range",
    "=<٣٠": "≤ 30 is a range",
    "=<30": "≤ 30 is a range",
    "أكبر من ربع و أقل من نصف": "two bounds of two phrases",
    "$20 43": "two figures",
    "الثانية الى الاخير": "translated from English «second to last»",
}
_RELATIVE = "a place counted from the end or from here (last, next) is no rank"
_RANGE = re.compile(r"([\[(])(-?[\d.]*),(-?[\d.]*)([\])])")
_CURRENCIES = {"Dollar": "USD", "Cent": "USD"}
_CONSTRUCTOR = re.compile(r"\((\w+)(?: (\w+))? \(?(-?[\d.e]+)\)?.*?\)$")
_PAIR = re.compile(r"\(between (\w+) \((-?[\d.e]+), (-?[\d.e]+)\)\)")
_SECONDS = {"S": 1, "M": 60, "H": 3600, "D": 86400, "W": 604800, "MO": 2592000, "Y": 31536000}


@dataclass(frozen=True)
class Case:
    """A text, and for each expected figure its place (or None: anywhere) and a test of its value."""

    kind: str
    text: str
    expected: tuple[tuple[str, Callable[[Quantity], bool]], ...]
    unsound: str = ""


def near(left: float | None, right: float) -> bool:
    """True where two numbers agree to nine digits."""
    return left is not None and abs(left - right) <= 1e-9 * max(1.0, abs(right))


def point(value: float, *kinds: QuantityKind) -> Callable[[Quantity], bool]:
    """A figure whose number is `value`, whatever its approximator makes of it."""
    return lambda q: (near(q.low, value) or near(q.high, value)) and (not kinds or q.kind in kinds)


def interval(low: float | None, high: float | None) -> Callable[[Quantity], bool]:
    """A figure with these bounds."""
    return lambda q: all(
        (mine is None) if wanted is None else near(mine, wanted) for mine, wanted in ((q.low, low), (q.high, high))
    )


def seconds(timex: str) -> float:
    """The length of an ISO 8601 duration."""
    date, _, time = timex.removeprefix("P").partition("T")
    total = 0.0
    for part, is_time in ((date, False), (time, True)):
        for number, unit in re.findall(r"([\d.]+)([A-Z])", part):
            total += float(number) * _SECONDS["MO" if unit == "M" and not is_time else unit]
    return total


def duration(timex: str) -> Callable[[Quantity], bool]:
    """A duration of that length, give or take what months and years lack."""
    return lambda q: q.iso is not None and abs(seconds(q.iso) - seconds(timex)) <= 0.02 * seconds(timex)


def recognizers(path: Path) -> Iterator[Case]:
    """Cases of microsoft/Recognizers-Text that speak of figures."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        kind, text, results = case["kind"], case["input"], case["results"]
        why = next((reason or "odd" for part, reason in UNSOUND.items() if part in text), "")
        tests: list[tuple[str, Callable[[Quantity], bool]]] = []
        for result in results:
            value = result.get("Resolution", {}).get("value", "")
            if kind == "NumberModel":
                tests.append((result["Text"], point(float(value))))
            elif kind == "PercentModel":
                tests.append((result["Text"], point(float(value.rstrip("%")), QuantityKind.PERCENT)))
            elif kind.startswith("OrdinalModel"):
                if not value.isdigit():
                    why = why or _RELATIVE
                    tests.append((result["Text"], lambda _: False))
                    continue
                tests.append((result["Text"], point(float(value), QuantityKind.ORDINAL)))
            elif kind == "NumberRangeModel":
                match = _RANGE.match(value)
                assert match is not None
                tests.append((result["Text"], interval(*(float(b) if b else None for b in match.group(2, 3)))))
            elif kind.startswith("Duration"):
                timex = result.get("Value", {}).get("Timex")
                tests.append((result["Text"], duration(timex) if timex else lambda q: q.kind is QuantityKind.DURATION))
        if kind.startswith(("NumberModel", "Percent", "Ordinal", "NumberRange", "Duration")):
            yield Case(f"recognizers {kind}", text, tuple(tests), why)


def duckling(path: Path) -> Iterator[Case]:
    """Cases of facebook/duckling that speak of figures."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        dimension, value, phrase = case["dimension"], case["value"], case["phrase"]
        why = next((reason or "odd" for part, reason in UNSOUND.items() if part in phrase), "")
        if dimension == "PhoneNumber":
            yield Case(f"duckling {dimension}", phrase, (), why or ("escaped" if "\\" in phrase else ""))
        elif dimension != "Time":
            yield Case(f"duckling {dimension}", phrase, ((phrase, duckling_test(dimension, value)),), why)


def duckling_test(dimension: str, value: str) -> Callable[[Quantity], bool]:
    """What the expected value of a phrase asks for."""
    pair = _PAIR.match(value)
    if pair:
        return interval(float(pair[2]), float(pair[3]))
    numbers = [float(number) for number in re.findall(r"-?\d[\d.e]*", value)]
    number = numbers[0]
    if dimension == "AmountOfMoney":
        if "Cent" in value:
            number /= 100
        code = next((mine for theirs, mine in _CURRENCIES.items() if theirs in value), None) or value.split()[1]
        return lambda q: q.kind is QuantityKind.MONEY and q.unit == code and point(number)(q)
    if dimension == "Ordinal":
        return point(number, QuantityKind.ORDINAL)
    if dimension == "Duration":
        unit = value.rstrip(")").split()[-1]
        marks = {"Minute": "TM", "Hour": "TH", "Day": "D", "Week": "W", "Month": "M", "Year": "Y"}[unit]
        return duration(f"P{'T' if marks[0] == 'T' else ''}{number:g}{marks[-1]}")
    if dimension == "Quantity" and "Gram" in value:
        factors = {"كيلوغرام": 1000, "غرام": 1, "مليغرام": 0.001}
        return lambda q: q.unit in factors and q.low is not None and near(q.low * factors[q.unit], number)
    return point(number)


def is_right(case: Case) -> bool:
    """Whether the expected figures, and where none is expected no figure of that kind, are found."""
    found = [e for e in extract_quantities(case.text, sentences(case.text), []) if isinstance(e.value, Quantity)]
    if not case.expected:
        if "Ordinal" in case.kind:
            found = [e for e in found if e.value is not None and e.value.kind is QuantityKind.ORDINAL]
        if "Range" in case.kind:
            found = [e for e in found if isinstance(e.value, Quantity) and e.value.approx is not Approx.EXACT]
        return not found
    position = 0
    for place, test in case.expected:
        start = max(case.text.find(place, position), 0)
        end = position = start + len(place)
        if not any(e.start < end and start < e.end and test(e.value) for e in found if isinstance(e.value, Quantity)):
            return False
    return True


def tagged(paths: list[Path]) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Sentences of the tagged corpus, joined by spaces, with the spans of their number tags."""
    wanted = ("CARDINAL", "PERCENT", "MONEY", "QUANTITY")
    for path in paths:
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            text, spans = "", []
            for line in block.splitlines():
                token, *tags = line.split()
                begin = len(text)
                text += token + " "
                for label in wanted:
                    if f"B-{label}" in tags:
                        spans.append((begin, begin + len(token), label))
                    elif f"I-{label}" in tags and spans and spans[-1][2] == label:
                        spans[-1] = (spans[-1][0], begin + len(token), label)
            yield text.strip(), spans


def report(cases: list[Case], *, misses: bool) -> None:
    """Right of sound and right of all, by kind."""
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for case in cases:
        right = is_right(case)
        row = table[case.kind]
        row[0] += right and not case.unsound
        row[1] += not case.unsound
        row[2] += right
        row[3] += 1
        if misses and not right:
            shown = [(e.text, e.name) for e in extract_quantities(case.text, sentences(case.text), [])]
            print("UNSOUND" if case.unsound else "MISS   ", case.kind, "|", case.text, "|", shown, case.unsound)
    print(f"{'kind':<52}{'right / sound':>16}{'right / all':>16}")
    for kind, (right, sound, every, total) in sorted(table.items()):
        print(f"{kind:<52}{right:>8} / {sound:<5}{every:>8} / {total:<5}")
    sums = [sum(column) for column in zip(*table.values(), strict=True)]
    print(f"{'all':<52}{sums[0]:>8} / {sums[1]:<5}{sums[2]:>8} / {sums[3]:<5}  ({sums[0] / sums[1]:.3f} of the sound)")


def recall(paths: list[Path], *, misses: bool) -> None:
    """How many number tags of the corpus a figure of ours touches."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    extra = 0
    for text, spans in tagged(paths):
        body = sentences(text)
        found: list[Entity] = extract_quantities(text, body, extract_times(text, None, body))
        for start, end, label in spans:
            hit = any(e.start < end and start < e.end for e in found)
            counts[label][0] += hit
            counts[label][1] += 1
            if misses and not hit:
                print(
                    "NO TOUCH",
                    label,
                    "|",
                    text[max(0, start - 25) : start],
                    "[",
                    text[start:end],
                    "]",
                    text[end : end + 25],
                )
        for e in found:
            if not any(e.start < end and start < e.end for start, end, _ in spans):
                extra += 1
                if misses:
                    print("EXTRA", e.text, "|", e.name, "|", text[max(0, e.start - 30) : e.end + 30])
    for label, (hits, total) in sorted(counts.items()):
        print(f"{label:<12}{hits:>5} / {total}")
    print(f"figures where the corpus has no such tag: {extra}")


def main() -> None:
    """Print the tables, and with --misses each case that is not right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    values = options.corpora / "values"
    cases = [*recognizers(values / "recognizers.jsonl"), *duckling(values / "duckling.jsonl")]
    report(cases, misses=options.misses)
    recall(sorted((options.corpora / "ner").glob("wojood-sample-*.txt")), misses=options.misses)


if __name__ == "__main__":
    main()
