"""Chosen pairs go out in one file with their passages, and come home with a second editor's verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import Making
from test_merge import relation

from core.analyzing import analyze_project
from core.cli import main
from core.errors import KnownError
from core.model import Show, VerdictKind
from core.project import Project
from core.store.edits import SetVerdict
from core.team import packet as packets


@pytest.fixture
def home(copy_for, capsys: pytest.CaptureFixture[str]) -> Project:
    project = copy_for("سارة")
    project.apply(SetVerdict((relation(project),), VerdictKind.CONTRADICTION, note="رقمان"))
    return project


def reviewed(path: Path, kind: VerdictKind, editor: str = "علي") -> None:
    with Project.open(path, editor) as packet:
        (fact,) = packet.facts()
        packet.apply(SetVerdict((fact.relation_id(fact.relations[0]),), kind, note="راجعت المصدر"))


def test_a_packet_is_a_sound_project_that_needs_no_reading(home: Project, tmp_path: Path) -> None:
    assert packets.make(home, [relation(home)], tmp_path / "out.mizan", "انظر الرقم") == 1
    with Project.open(tmp_path / "out.mizan", "علي") as packet:
        assert packet.check() == []
        assert packet.pending_ids() == []
        assert not packet.comparison_is_stale
        analyze_project(packet, again=True)
        assert len(packet.facts()) == 1, "the pairs were chosen"
        assert packet.can_undo is None, "there is nothing of the reviewer's own to take back"
        assert packet.packet()["note"] == "انظر الرقم"
        assert packet.verdicts() == {}, "the second opinion is given blind"
        (fact,) = packet.facts()
        for end in fact.claims:
            text = packet.article(end.article_id).text
            assert text[end.claim.start : end.claim.end] == end.claim.text
            assert 0 <= end.claim.clause.start < end.claim.clause.end <= len(text)
    assert packets.is_of(home, tmp_path / "out.mizan")
    assert not packets.is_of(home, home.path)
    home.close()


def test_only_the_passages_go_along(tmp_path: Path) -> None:
    make = Making()
    far = "كلام بعيد لا صلة له بالزوج ولا يخرج من المشروع. " * 12
    texts = [f"{far}\n\n{far}\n\nوصل {number} جندي إلى البلدة.\n\n{far}\n\n{far}" for number in (40, 90)]
    articles = [make.article(text, title="خبر", source="صحيفة") for text in texts]
    ends = [
        (article, make.claim(article.text, f"{number} جندي"))
        for article, number in zip(articles, (40, 90), strict=True)
    ]
    with Project.create(tmp_path / "p.mizan", "سارة") as project:
        project.import_articles(articles)
        project.store_facts([make.fact(*ends)])
        packets.make(project, [relation(project)], tmp_path / "out.mizan")
    with Project.open(tmp_path / "out.mizan") as packet:
        found = packet.articles()
        assert len(found) == 2
        for article in found:
            assert len(article.text) < len(texts[0]) - len(far)
            assert "[…]" in article.text
            assert "جندي" in article.text


def test_equal_passages_of_two_sources_stay_two(tmp_path: Path) -> None:
    make = Making()
    articles = [make.article(f"وصل 40 جندي.\n{'س ' * 300}\nذيل {at}", title="خبر", source="وكالة") for at in (1, 2)]
    ends = [(article, make.claim(article.text, "40 جندي")) for article in articles]
    with Project.create(tmp_path / "p.mizan") as project:
        project.import_articles(articles)
        project.store_facts([make.fact(*ends)])
        packets.make(project, [relation(project)], tmp_path / "out.mizan")
    with Project.open(tmp_path / "out.mizan") as packet:
        assert len(packet.articles()) == 2
        assert packet.check() == []


def test_another_verdict_comes_home_beside_the_first(home: Project, tmp_path: Path) -> None:
    out, key = tmp_path / "out.mizan", relation(home)
    packets.make(home, [key], out)
    reviewed(out, VerdictKind.COMPATIBLE)
    told = packets.look(home, out)
    assert (told.pairs, told.verdicts, told.different, told.reviewers) == (1, 1, 1, ("علي",))
    packets.take(home, out)
    (clash,) = home.clashes()
    assert {(one.editor, str(one.value.kind), one.value.note) for one in clash.versions} == {
        ("سارة", "contradiction", "رقمان"),
        ("علي", "compatible", "راجعت المصدر"),
    }
    assert clash.key == key
    home.undo()
    assert home.clashes() == []
    assert home.verdicts()[key].kind is VerdictKind.CONTRADICTION
    home.close()


def test_the_same_verdict_is_no_clash_but_an_opinion(home: Project, tmp_path: Path) -> None:
    packets.make(home, [relation(home)], tmp_path / "out.mizan")
    reviewed(tmp_path / "out.mizan", VerdictKind.CONTRADICTION)
    packets.take(home, tmp_path / "out.mizan")
    assert home.clashes() == []
    assert {one.editor for one in home.opinions()} == {"سارة", "علي"}
    home.close()


def test_taking_it_twice_changes_nothing(home: Project, tmp_path: Path) -> None:
    packets.make(home, [relation(home)], tmp_path / "out.mizan")
    reviewed(tmp_path / "out.mizan", VerdictKind.COMPATIBLE)
    packets.take(home, tmp_path / "out.mizan")
    before = home.can_undo
    assert not packets.take(home, tmp_path / "out.mizan")
    assert home.can_undo == before
    home.close()


def test_a_pair_that_was_open_at_home_gets_the_verdict(copy_for, tmp_path: Path) -> None:
    home = copy_for("سارة")
    packets.make(home, [relation(home)], tmp_path / "out.mizan")
    reviewed(tmp_path / "out.mizan", VerdictKind.UPDATE)
    packets.take(home, tmp_path / "out.mizan")
    verdict = home.verdicts()[relation(home)]
    assert (verdict.kind, verdict.editor, verdict.note) == (VerdictKind.UPDATE, "علي", "راجعت المصدر")
    assert home.check() == []
    home.close()


def test_what_is_no_packet_of_this_project_is_refused(home: Project, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is no review packet"):
        packets.take(home, home.path)
    with pytest.raises(KnownError, match="No pair"):
        packets.make(home, ["nothing"], tmp_path / "out.mizan")
    packets.make(home, [relation(home)], tmp_path / "out.mizan")
    reviewed(tmp_path / "out.mizan", VerdictKind.UPDATE)
    home.close()
    with Project.create(tmp_path / "other.mizan") as other, pytest.raises(KnownError, match="of another project"):
        packets.take(other, tmp_path / "out.mizan")


def test_the_commands_do_the_same(home: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key, path = relation(home), home.path
    home.close()
    out = str(tmp_path / "out.mizan")
    assert main(["packet", "make", str(path), "--relations", key, "--note", "عاجل", "-o", out]) == 0
    reviewed(Path(out), VerdictKind.DIFFERENT_EVENT)
    assert main(["packet", "take", str(path), out]) == 0
    assert "1 differ" in capsys.readouterr().err
    assert main(["packet", "make", str(path), "--show", str(Show.CONFLICT), "-o", out]) == 1  # it exists
    with Project.open(path) as project:
        assert len(project.clashes()) == 1
