"""What is fuzzed: for each target, inputs to begin from, and what must hold of any input whatever.

A target raises nothing but what is a defect: `KnownError` is an answer, anything else is not.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from core import serial
from core.compare.facts import compare
from core.compare.relate import relate
from core.errors import KnownError
from core.exporters import FORMATS, export
from core.exporters.shapes import annotated
from core.extract.names import unify
from core.extract.pipeline import analyze
from core.importers import READERS, Draft, Skipped, Table, make_article, read_paths
from core.importers.base import Document
from core.importers.encoding import decode
from core.importers.exports import read_project
from core.interchange import kind_of, take_in
from core.model import Analysis, Article, HasSpan, Layer, Quote, Show, Span, Status, article_id
from core.project import Project
from core.store import rows
from core.store.edits import SetStatus
from core.text.arabic import fold, folded
from core.text.canonical import canonical
from core.text.cells import guarded, unguarded
from core.text.offsets import Utf16Map
from core.text.segment import paragraphs, sentences, words

_TESTS = Path(__file__).parents[1]
_NASTY = _TESTS / "data" / "nasty"
_SAMPLES = _TESTS.parent / "samples"
sys.path.append(str(_TESTS / "core" / "importers"))
from making_files import laid_out, pdf, workbook, zipped  # noqa: E402


@dataclass(frozen=True, slots=True)
class Target:
    """`check` is given an input and an empty folder; `texts` says that inputs are words rather than bytes."""

    seeds: Callable[[], list[bytes]]
    check: Callable[[bytes, Path], None]
    texts: bool = False


# Seeds


@cache
def _samples() -> list[bytes]:
    return [path.read_bytes() for path in sorted(_SAMPLES.glob("*.txt"))]


def _sample_texts() -> list[bytes]:
    return [canonical(decode(data, "a.txt")).encode() for data in _samples()]


def _made(suffix: str) -> list[bytes]:
    words = _samples()[0].decode()
    made = {
        ".docx": [
            zipped(
                {
                    "[Content_Types].xml": "<Types/>",
                    "docProps/core.xml": "<p xmlns:d='http://purl.org/dc/elements/1.1/'><d:title>عن</d:title></p>",
                    "word/document.xml": "<w:d xmlns:w='w'><w:body><w:p><w:r><w:t>قال نص</w:t><w:tab/></w:r></w:p>"
                    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:d>",
                }
            )
        ],
        ".pdf": [pdf(laid_out(["نم لاق", "ىلع يف"])), pdf(laid_out(["نم لاق"]), picture=True, title="عنوان")],
        ".zip": [zipped({"a.txt": "نص", "b/c.csv": "text\nنص\n", "articles.csv": "file,source\na.txt,النهر\n"})],
        ".html": [
            (
                "<html><head><title>ع</title><meta property='og:site_name' content='النهر'>"
                '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-12-04",'
                '"author":{"name":"سلمى"}}</script></head>'
                f"<body><article><h1>عنوان</h1><p>{words[:900]}</p></article></body></html>"
            ).encode()
        ],
        ".mhtml": [b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>\xd9\x86\xd8\xb5</p>"],
        ".rss": [
            "<rss><channel><title>ق</title><item><title>نص</title><pubDate>Sat, 04 Dec 2021 10:00:00 GMT</pubDate>"
            "<link>http://a/b</link><description>&lt;p&gt;نص</description></item></channel></rss>".encode(),
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>ن</title><updated>2021-12-04T00:00:00Z</updated>"
            "<content type='xhtml'><div>نص <b>آخر</b></div></content></entry></feed>".encode(),
        ],
        ".xlsx": [workbook([["title", "text", "date"], ["أول", "نص الخبر", date(2021, 12, 4)]])],
        ".md": ["---\ntitle: ا\ndate: 2021-12-04\n---\n# نص\n\n| ا | ب |\n|---|---|\n| 1 | 2 |\n\n* [a](b)\n".encode()],
        ".csv": ['العنوان,النص,التاريخ\nأول,"نص ""الخبر""",2021-12-04\nثان,نص;,4/12/2021\n'.encode()],
        ".tsv": ["id\ttext\n1\tنص\n".encode()],
        ".jsonl": [
            '{"id": 1, "text": "نص", "date": "2021-12-04"}\n{"id": "ب", "text": "نص آخر", "url": "http://a"}'.encode()
        ],
        ".txt": [*_samples(), words.encode("cp1256", "replace"), words.encode("utf-16")],
    }
    nasty = [path.read_bytes() for path in sorted(_NASTY.glob(f"*{suffix}"))]
    return made[suffix] + nasty


@cache
def _story() -> list[Analysis]:
    articles = [item for item in read_paths([_SAMPLES]) if isinstance(item, Article)]
    return unify([analyze(article) for article in articles[:2]])


@cache
def _home(folder: Path) -> Project:
    """A project in `folder` with two articles, their marks and facts."""
    path = folder / "home.mizan"
    path.unlink(missing_ok=True)
    project = Project.create(path, "سلمى")
    project.import_articles([analysis.article for analysis in _story()])
    project.store_analysis(_story())
    project.store_facts(compare(_story()))
    project.apply(SetStatus((project.annotations(project.article_ids()[0])[0].id,), Status.REJECTED))
    for _ in project.index_steps():
        pass
    return project


def _exports(suffixes: tuple[str, ...]) -> Callable[[], list[bytes]]:
    """What the story looks like in the formats of these names (format, or format:what)."""

    @cache
    def seeds() -> list[bytes]:
        found = []
        with tempfile.TemporaryDirectory() as folder:
            project = _home(Path(folder))
            for name in suffixes:
                format_, _, what = name.partition(":")
                path = Path(folder, f"a{FORMATS[format_].suffix}")
                export(project, what or "annotations", format_, path)
                found.append(path.read_bytes())
            project.close()
            _home.cache_clear()
        return found

    return seeds


# Checks


def _importer(suffix: str) -> Target:
    def check(data: bytes, _folder: Path) -> None:
        with suppress(KnownError):
            for item in READERS[suffix](Document(f"ملف{suffix}", io.BytesIO(data))):
                assert isinstance(item, Draft | Skipped | Table)
                if isinstance(item, Draft):
                    _sound(make_article(item.text, item.metadata, item.part, "id"))
                elif isinstance(item, Skipped):
                    _told(item)

    return Target(lambda: _made(suffix), check)


def _told(skipped: Skipped) -> None:
    """The sentence can be printed."""
    f"{skipped.file}{skipped.error.ar}{skipped.error.en}".encode()


def _sound(article: Article) -> None:
    """It can be kept and shown: canonical, encodable, with a day that there is."""
    assert article.text == canonical(article.text)
    assert article.text.strip()
    for said in (article.text, article.title, article.source, article.author, article.url, article.file):
        assert said == canonical(said), repr(said)
    if article.published is not None:
        assert date.fromisoformat(article.published).isoformat() == article.published


def _foreign(suffix: str, *formats: str) -> Target:
    """Files of marks, taken into a project as the program does it; what does not fit is left out, and undo works."""

    def check(data: bytes, folder: Path) -> None:
        path = folder / f"a{suffix}"
        path.write_bytes(data)
        project = _home(folder.parent)
        last = project.can_undo
        with suppress(KnownError):
            kind = kind_of(path)
            if kind == "project":
                with Project.create(folder / "other.mizan") as other:
                    other.restore(read_project(path), path.name)
                    _used(other)
            elif kind:
                take_in(project, path, kind, _told)
                for key in project.article_ids():
                    article = project.article(key)
                    for mark in project.annotations(key):
                        assert article.text[mark.item.start : mark.item.end] == mark.item.text
                assert not project.check()
        if project.can_undo != last:
            project.undo()
        assert len(project.article_ids()) == 2

    return Target(_exports(formats), check)


def _grammar(check: Callable[[str], None]) -> Target:
    def checked(data: bytes, _folder: Path) -> None:
        check(data.decode("utf-8", "surrogatepass"))

    return Target(_sample_texts, checked, texts=True)


def _offsets(raw: str) -> None:
    text = canonical(raw)
    assert canonical(text) == text
    text.encode()
    units = Utf16Map(text)
    for at in range(0, len(text) + 1, max(1, len(text) // 300)):
        assert units.to_utf16(at) == len(text[:at].encode("utf-16-le")) // 2
        assert units.to_code_points(units.to_utf16(at)) == at
    view = folded(text)
    assert view.text == fold(text)
    for at in range(0, len(view.text), max(1, len(view.text) // 100)):
        span = view.to_original(at, at + 1)
        assert 0 <= span.start <= span.end <= len(text)
    for cell in text.split("\n"):
        assert unguarded(guarded(cell)) == cell


def _segments(raw: str) -> None:
    text = canonical(raw)
    for cut in (words, sentences, paragraphs):
        _in_order(text, cut(text))


def _in_order(text: str, spans: list[Span]) -> None:
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        at = span.end


def _extraction(raw: str) -> None:
    _analysed(raw)


def _analysed(raw: str, published: str | None = "2021-12-29") -> Analysis | None:
    """What the engine finds in any text, which lies where it says and can be kept."""
    text = canonical(raw)
    if not text.strip():
        return None
    found = analyze(Article(article_id(text), text, published=published))
    for layer in (found.entities, found.quotes, found.claims):
        assert [item.start for item in layer] == sorted(item.start for item in layer)
        for item in layer:
            _lies(text, item)
    for quote in found.quotes:
        _quote_lies(text, quote)
    for entity in found.entities:
        assert 0 <= entity.score <= 1
    rows.dumps(annotated(found)).encode()
    for item in (*found.entities, *found.quotes, *found.claims):
        kept = rows.dumps(serial.plain(item))
        json.loads(kept, parse_constant=_no_number)
        assert rows.item(str(Layer[type(item).__name__.upper()]), kept) == item
    return found


def _no_number(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


def _lies(text: str, item: HasSpan) -> None:
    assert 0 <= item.start < item.end <= len(text)
    assert text[item.start : item.end] == getattr(item, "text", text[item.start : item.end])


def _quote_lies(text: str, quote: Quote) -> None:
    for mention in (quote.speaker, quote.cue):
        if mention is not None:
            _lies(text, mention)


def _comparison(raw: str) -> None:
    half = len(raw) // 2
    found = [one for one in (_analysed(raw[:half]), _analysed(raw[half:], None)) if one]
    found = list({one.article.id: one for one in found}.values())
    facts = compare(unify([*_story()[:1], *found]))
    for fact in facts:
        for relation in fact.relations:
            assert 0 <= relation.a < len(fact.claims)
            assert 0 <= relation.b < len(fact.claims)
            assert 0 <= relation.score <= 1
            assert relation.reason
            assert relation.reason_en
    label, score = relate(raw[:half], raw[half:])
    assert label in ("agree", "disagree", "other")
    assert 0 <= score <= 1


def _decoding(data: bytes, _folder: Path) -> None:
    with suppress(KnownError):
        canonical(decode(data, "a.txt")).encode()


def _round_trip(data: bytes, folder: Path) -> None:
    """An article of any words, with marks of any words, through CSV and back: the same marks."""
    text = canonical(data.decode("utf-8", "surrogatepass"))
    if not text.strip():
        return
    found = _analysed(text)
    assert found is not None
    article = Article(article_id(text), text, title=text[:40], source=text[-20:], file="a\t=1.txt")
    with Project.create(folder / "a.mizan", text[:10]) as project:
        project.import_articles([article])
        project.store_analysis([Analysis(article, found.boilerplate, found.entities, found.quotes, found.claims)])
        before = project.annotations(article.id)
        if before:
            project.apply(SetStatus((before[0].id,), Status.REJECTED))
            before = project.annotations(article.id)
        export(project, "annotations", "csv", folder / "a.csv")
    with Project.create(folder / "b.mizan", "") as other:
        other.import_articles([article])
        problems: list[Skipped] = []
        if before:
            take_in(other, folder / "a.csv", "annotations", problems.append)
        assert not problems, problems[0].error.en
        after = other.annotations(article.id)
        assert [(mark.id, mark.item, mark.status) for mark in after] == [
            (mark.id, mark.item, mark.status) for mark in before
        ]


def _project_file() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        _home(Path(folder)).close()
        _home.cache_clear()
        return [Path(folder, "home.mizan").read_bytes()]


def _opening(data: bytes, folder: Path) -> None:
    """A damaged project opens or is refused; so is each thing that is read or written afterwards."""
    path = folder / "a.mizan"
    path.write_bytes(data)
    with suppress(KnownError):
        project = Project.open(path, "سلمى")
        try:
            _used(project)
        finally:
            with suppress(KnownError):
                project.close()


def _used(project: Project) -> None:
    for use in _USES:
        with suppress(KnownError):
            use(project)


def _read_articles(project: Project) -> None:
    for key in project.article_ids():
        try:
            project.article(key)
        except KeyError:
            assert project.check()  # its text is gone
        project.annotations(key)
        project.boilerplate(key)


def _edit(project: Project) -> None:
    marks = [mark for key in project.article_ids() for mark in project.annotations(key)]
    if marks:
        project.apply(SetStatus((marks[-1].id,), Status.REJECTED))
        project.undo()


def _all(things: Iterator[object]) -> None:
    for _ in things:
        pass


_USES: tuple[Callable[[Project], object], ...] = (
    lambda project: project.summaries(),
    _read_articles,
    lambda project: project.facts(),
    lambda project: project.relation_keys(list(Show)),
    lambda project: project.matrix_rows(),
    lambda project: project.moments(shared=False),
    lambda project: project.overview(),
    lambda project: project.verdicts(),
    lambda project: project.obsolete_verdicts(),
    lambda project: project.rulings(),
    lambda project: project.search("قال"),
    lambda project: project.learned(),
    lambda project: project.names(),
    lambda project: project.clashes(settled=True),
    lambda project: project.history(),
    lambda project: project.threshold,
    lambda project: project.review_views(),
    _edit,
    lambda project: _all(project.dump()),
    lambda project: project.check(),
)


TARGETS: dict[str, Target] = {
    **{
        f"import-{suffix[1:]}": _importer(suffix)
        for suffix in (
            *(".txt", ".md", ".html", ".mhtml", ".docx", ".pdf", ".csv", ".tsv", ".xlsx", ".jsonl", ".rss", ".zip"),
        )
    },
    "encoding": Target(lambda: _made(".txt"), _decoding),
    "marks-csv": _foreign(".csv", "csv", "csv:contradictions"),
    "marks-xlsx": _foreign(".xlsx", "xlsx"),
    "marks-jsonl": _foreign(".jsonl", "jsonl", "jsonl:contradictions", "doccano"),
    "marks-project": _foreign(".jsonl", "jsonl:project"),
    "marks-json": _foreign(".json", "label-studio"),
    "marks-jsonld": _foreign(".jsonld", "web-annotation", "claim-review:contradictions"),
    "marks-brat": _foreign(".zip", "brat"),
    "marks-conll": _foreign(".conll", "conll"),
    "marks-webanno": _foreign(".zip", "webanno"),
    "marks-uima": _foreign(".zip", "uima-xmi", "uima-json"),
    "marks-refi-qda": _foreign(".qdpx", "refi-qda"),
    "offsets": _grammar(_offsets),
    "segments": _grammar(_segments),
    "extraction": _grammar(_extraction),
    "comparison": _grammar(_comparison),
    "csv-round-trip": Target(_sample_texts, _round_trip, texts=True),
    "project": Target(_project_file, _opening),
}


def inputs(target: Target, rng: Random) -> Iterator[bytes]:
    """Inputs without end: first the seeds as they are."""
    from mutate import damaged, text

    seeds = target.seeds()
    yield from seeds
    while True:
        if target.texts:
            made = text(rng, [seed.decode() for seed in seeds])
            yield made.encode("utf-8", "surrogatepass")
        else:
            yield damaged(rng, rng.choice(seeds))
