"""The report as one HTML file: no script, nothing loaded from elsewhere, everything escaped.

Its parts are functions of their own, because the PDF is laid out from the same parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import BinaryIO

from core.exporters.report import words
from core.exporters.report.content import (
    Agreement,
    Band,
    MatrixRow,
    Passage,
    Point,
    Report,
    Said,
    Section,
    Source,
)
from core.model import Show

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_QUESTION_WIDTH = 22  # per cent of the matrix, at least


def write(report: Report, stream: BinaryIO) -> None:
    """Write the whole page."""
    for part in _page(report):
        stream.write(part.encode())


def _page(report: Report) -> Iterator[str]:
    style = files("resources").joinpath("report", "report.css").read_text("utf-8")
    yield (
        f'<!DOCTYPE html>\n<html lang="{report.language}" dir="{"rtl" if report.right_to_left else "ltr"}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(report.title)} — {_text(report, 'kind')}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header>{masthead(report)}</header>\n<main>\n"
    )
    sources = table(source_head(report), source_rows(report))
    yield f"<section>{sources_heading(report)}\n{sources}</section>\n"
    yield f"<section>{matrix_heading(report)}\n"
    for place, band in enumerate(report.bands):
        rows = (matrix_row(report, row) for row in band.rows)
        grid = table(matrix_head(report, band), rows, "matrix")
        yield f'{band_caption(report, place)}\n<div class="wide">{grid}</div>\n'
    yield f"{silent(report)}</section>\n"
    for section in report.sections:
        yield f"<section>{section_heading(section)}\n"
        for point in section.points:
            yield f'<article class="point {point.show}">{point_head(report, point)}\n'
            sides = table("", (point_row(report, *row) for row in point.rows()), "sides")
            yield f"{sides}\n{point_foot(report, point)}</article>\n"
        yield "</section>\n"
    yield f"<section>{agreements_heading(report)}\n"
    for agreement in report.agreements:
        yield f'<div class="agreement">{agreed(report, agreement)}</div>\n'
    yield f"</section>\n</main>\n<footer>{footer(report)}</footer>\n</body>\n</html>\n"


def masthead(report: Report) -> str:
    """Title, date, the figures at a glance, and what must be known before reading on."""
    figures = "".join(
        f'<td class="figure" width="20%"><p class="count">{escape(value)}</p><p class="name">{escape(name)}</p></td>'
        for name, value in report.figures
    )
    notices = "".join(f'<p class="notice">{escape(notice)}</p>' for notice in report.notices)
    return (
        f'<p class="kind">{_text(report, "kind")}</p>\n<h1>{_apart(report.title)}</h1>\n'
        f'<p class="made">{escape(report.made)}</p>\n'
        f'<table class="figures" role="presentation" width="100%"><tr>{figures}</tr></table>\n{notices}'
    )


def _heading(title: str, lead: str = "") -> str:
    """The heading of a section, and a line that says how to read it."""
    return f"<h2>{escape(title)}</h2>" + (f'<p class="lead">{escape(lead)}</p>' if lead else "")


def sources_heading(report: Report) -> str:
    """The heading of the list of articles."""
    return _heading(words.text(report.language, "articles"))


def source_head(report: Report) -> str:
    """The heads of the list of articles."""
    widths = {"number": 7, "source": 22, "date": 19, "title": 52}
    cells = (f'<th scope="col" width="{width}%">{_text(report, key)}</th>' for key, width in widths.items())
    return f"<tr>{''.join(cells)}</tr>"


def source_rows(report: Report) -> Iterator[str]:
    """The articles: number, source, date, title."""
    say = words.chooser(report.language)
    for source in report.sources:
        missing = {
            key: f'<span class="muted">{escape(say(words.TEXTS[key]))}</span>' for key in ("no_source", "no_date")
        }
        title = _apart(source.title or source.file)
        if source.url:
            title = f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>'
        yield (
            f'<tr><td width="7%">{source.number}</td>'
            f'<td width="22%">{_apart(source.name) if source.name else missing["no_source"]}</td>'
            f'<td width="19%">{escape(source.published) or missing["no_date"]}</td><td width="52%">{title}</td></tr>'
        )


def matrix_heading(report: Report) -> str:
    """What the matrix shows."""
    return _heading(words.text(report.language, "matrix"), report.matrix_lead)


def band_caption(report: Report, place: int) -> str:
    """Which part of a split matrix this is."""
    if len(report.bands) == 1:
        return ""
    return f'<p class="part">{escape(words.text(report.language, "part", place + 1, len(report.bands)))}</p>'


def matrix_head(report: Report, band: Band) -> str:
    """The sources of a band, with their dates."""
    width = (100 - _QUESTION_WIDTH) // len(band.sources)
    cells = "".join(
        f'<th scope="col" width="{width}%">{_apart(source.label)} {_number(source)}'
        f'<br><span class="day">{escape(source.published)}</span></th>'
        for source in band.sources
    )
    return (
        f'<tr><th scope="col" width="{100 - width * len(band.sources)}%">{_text(report, "question")}</th>{cells}</tr>'
    )


def matrix_row(report: Report, row: MatrixRow) -> str:
    """A question and what each source answers."""
    width = (100 - _QUESTION_WIDTH) // len(row.cells)
    cells = "".join(f'<td width="{width}%">{"".join(_answer(said) for said in cell)}</td>' for cell in row.cells)
    chip = f"<p>{_chip(report, row.show)}</p>" if row.show else ""
    question = f'<p class="asked">{escape(row.question)}</p>' + _event(row.event)
    return f'<tr><th scope="row" width="{100 - width * len(row.cells)}%">{chip}{question}</th>{cells}</tr>'


def silent(report: Report) -> str:
    """The articles that have no column."""
    return f'<p class="silent">{escape(report.silent)}</p>' if report.silent else ""


def section_heading(section: Section) -> str:
    """What stands in a section, and how much of it."""
    return _heading(section.title, " ".join(filter(None, (section.lead, section.note))))


def point_head(report: Report, point: Point) -> str:
    """The question, and how the two sides stand to each other."""
    pairs = words.text(report.language, "pairs", point.pairs) if point.pairs > 1 else ""
    stand = " · ".join(filter(None, (point.relation, pairs)))
    return (
        f'<p class="stand">{_chip(report, point.show)} '
        f'<span class="relation">{escape(stand)}</span></p>'
        f"<h3>{point.number}. {escape(point.question)}</h3>{_event(point.event)}"
    )


def point_row(report: Report, first: Passage | None, second: Passage | None) -> str:
    """Two passages beside each other."""
    return f'<tr><td width="50%">{_passage(report, first)}</td><td width="50%">{_passage(report, second)}</td></tr>'


def point_foot(report: Report, point: Point) -> str:
    """Difference, the tool's reason, and what the editor decided."""
    lines = []
    if point.difference:
        lines.append(_line(report, "difference", escape(point.difference)))
    if point.reason:
        lines.append(_line(report, point.reason_name, escape(point.reason)))
    decision = point.decision
    if decision is None or not decision.verdict:
        lines.append(_line(report, "verdict", f'<span class="muted">{_text(report, "undecided")}</span>'))
    else:
        reason = f" — {escape(decision.reason)}" if decision.reason else ""
        by, at = _apart(decision.by), _apart(decision.at)
        who = words.text(report.language, "by", by, at) if decision.at else by
        ruling = f'<b>{escape(decision.verdict)}</b>{reason} <span class="muted">({who})</span>'
        lines.append(_line(report, "verdict", ruling))
    if decision and decision.note:
        lines.append(_line(report, "note", _lines(decision.note)))
    return f'<div class="foot">{"".join(lines)}</div>'


def agreements_heading(report: Report) -> str:
    """The heading of what is undisputed."""
    return _heading(
        words.text(report.language, "agreements"),
        "" if report.agreements else words.text(report.language, "agreements_none"),
    )


def agreed(report: Report, agreement: Agreement) -> str:
    """A question with the answers that several articles give."""
    event = f' <span class="muted">{escape(agreement.event)}</span>' if agreement.event else ""
    answers = "".join(
        f"<li>{_quoted(report, answer.said)} "
        f'<span class="by">{words.listed(report.language, list(map(_named, answer.sources)))}</span></li>'
        for answer in agreement.answers
    )
    return f'<p class="asked">{escape(agreement.question)}{event}</p><ul>{answers}</ul>'


def footer(report: Report) -> str:
    """How the report was made."""
    return f'<p class="name">{_text(report, "made")}</p><p>{escape(report.method)}</p>'


def table(head: str, rows: Iterable[str], kind: str = "plain") -> str:
    """A table; without a head it only puts things beside each other."""
    role = "" if head else ' role="presentation"'
    top = f"<thead>{head}</thead>" if head else ""
    return f'<table class="{kind}" width="100%"{role}>{top}<tbody>{"".join(rows)}</tbody></table>'


def _passage(report: Report, passage: Passage | None) -> str:
    if passage is None:
        return ""
    source = passage.source
    when = f' <span class="day">{escape(source.published)}</span>' if source.published else ""
    # One answer is the marked one; of several each says which words it means.
    several = len(passage.said) > 1
    said = "".join(
        f'<p class="said">{_quoted(report, each) if several else _notes(each)}</p>'
        for each in passage.said
        if each.notes
    )
    words_ = "".join(
        f"<mark>{_lines(piece.text)}</mark>" if piece.marked else _lines(piece.text) for piece in passage.pieces
    )
    direction, lang = ("rtl", "ar") if passage.right_to_left else ("ltr", "en")
    return (
        f'<p class="source">{_named(source)}{when}</p>{said}'
        f'<p class="passage" dir="{direction}" lang="{lang}">{words_}</p>'
    )


def _answer(said: Said) -> str:
    notes = f"<br>{_notes(said)}" if said.notes else ""
    return f'<p class="answer">{_apart(said.words)}{notes}</p>'


def _quoted(report: Report, said: Said) -> str:
    quoted = words.quoted(report.language, _apart(said.words))
    return f"{quoted} {_notes(said)}" if said.notes else quoted


def _notes(said: Said) -> str:
    return f'<span class="notes">{" · ".join(map(_apart, said.notes))}</span>'


def _chip(report: Report, show: Show) -> str:
    # The spaces stand for the padding that Qt does not know.
    return f'<span class="chip {show}">&nbsp;{escape(words.chooser(report.language)(words.SHOWS[show]))}&nbsp;</span>'


def _event(event: str) -> str:
    return f'<p class="event">{escape(event)}</p>' if event else ""


def _line(report: Report, key: str, content: str) -> str:
    return f'<p class="line"><span class="name">{_text(report, key)}:</span> {content}</p>'


def _named(source: Source) -> str:
    return f"{_apart(source.label)} {_number(source)}"


def _number(source: Source) -> str:
    return f'<span class="number">[{source.number}]</span>'


def _apart(text: str) -> str:
    """Text of any direction, kept to itself."""
    return f"<bdi>{escape(text)}</bdi>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _text(report: Report, key: str) -> str:
    return escape(words.text(report.language, key))
