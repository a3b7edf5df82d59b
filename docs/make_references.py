"""Writes the sheets of keys and the reference of commands from the program itself: `python docs/make_references.py`."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import click

from core.cli import cli
from gui.action_table import SPECS
from gui.action_table.spec import Scope
from gui.i18n import compiled

DOCS = Path(__file__).parent
# Scope → heading in English and Arabic, in the order of the sheet.
HEADINGS = {
    Scope.WINDOW: ("Everywhere", "في كل مكان"),
    Scope.READER: ("In the article", "في المقال"),
    Scope.COMPARE: ("In the list of contradictions", "في قائمة التناقضات"),
    Scope.REVIEW: ("On the review page", "في صفحة المراجعة"),
    Scope.BESIDE: ("Side by side", "في صفحة جنبا إلى جنب"),
    Scope.MATRIX: ("In the matrix", "في المصفوفة"),
    Scope.CHART: ("On the timeline and the overview", "في الخط الزمني والنظرة العامة"),
    Scope.ADJUDICATE: ("On the adjudication page", "في صفحة التحكيم"),
    Scope.SEARCH: ("In the search", "في البحث"),
}
# What the keyboard does that is no action of the table: scope → keys, English, Arabic.
ELSEWHERE = {
    Scope.READER: (
        (("1–9",), "Give the label of this number", "إعطاء الصنف الذي هذا رقمه"),
        (("Shift+←", "Shift+→"), "Move the end of a mark by a letter", "تحريك نهاية العلامة حرفا"),
        (("Ctrl+Shift+←", "Ctrl+Shift+→"), "Move the end of a mark by a word", "تحريك نهاية العلامة كلمة"),
        (("+ Alt",), "Move the start of a mark instead", "تحريك بدايتها بدل نهايتها"),
    ),
}
INTRO = {
    "en": """# Keys

[العربية](keys.ar.md) · [Guide](guide.md)

Single letters work in the page that they belong to, with an Arabic keyboard layout too. On macOS, <kbd>Ctrl</kbd> is
<kbd>⌘</kbd>. Keys can be changed in the window: *{help}* → *{change}*.""",
    "ar": """<div dir="rtl">

# المفاتيح

[English](keys.md) · [الدليل](guide.ar.md)

تعمل الحروف المفردة في صفحتها، ولو كانت لوحة المفاتيح على العربية. ومفتاح <kbd>Ctrl</kbd> هو <kbd>⌘</kbd> على ماك.
ويمكن تغيير المفاتيح من النافذة: «{help}» ثم «{change}».""",
}
_PAGE = {"en": "{} page", "ar": "صفحة {}"}
COMMANDS = """# Commands · الأوامر

`mizan COMMAND --help` says the same in the terminal. `--lang ar` or `--lang en`, before the command, chooses the
language of messages. Exit code: 0 done, 1 a known error, 2 wrong usage."""


def keys(language: str) -> str:
    """Every action that has a key, by the page where it works."""
    arabic = language == "ar"
    arabic_words = compiled("ar")

    def words(text: str) -> str:
        said = arabic_words.translate("Actions", text) if arabic else text
        return re.sub(r"&(?=\w)", "", said or text).rstrip("…")

    parts = [INTRO[language].format(help=words("&Help"), change=words("Change the keys…"))]
    for scope, heading in HEADINGS.items():
        rows = []
        for spec in SPECS:
            if spec.scope is scope and spec.keys:
                text = words(spec.text)
                rows.append((spec.keys, _PAGE[language].format(text) if spec.id.startswith("tab_") else text))
        rows += [(some, ar if arabic else en) for some, en, ar in ELSEWHERE.get(scope, ())]
        if rows:
            head = ("العمل", "المفتاح") if arabic else ("What", "Keys")
            parts.append(f"## {heading[arabic]}\n\n" + _table(head, [(text, _keyboard(some)) for some, text in rows]))
    if arabic:
        parts.append("</div>")
    return "\n\n".join(parts) + "\n"


def commands() -> str:
    """Every command with its arguments and options, in both languages."""
    return "\n\n".join([COMMANDS, *_commands(cli, "mizan")]) + "\n"


def _commands(command: click.Command, name: str) -> Iterator[str]:
    """The parts of a command and of those below it."""
    arguments = [_argument(one) for one in command.params if isinstance(one, click.Argument)]
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    usage = " ".join([name, *(["[OPTIONS]"] if options else []), *arguments])
    paragraphs = [" ".join(one.split()) for one in inspect.cleandoc(command.help or "").split("\n\n")]
    level = "##" if name.count(" ") < 2 else "###"
    parts = [f"{level} {name}", f"`{usage}`"] if name != "mizan" else [f"`{usage} COMMAND`"]
    for paragraph in paragraphs:
        parts += [line for line in reversed(_languages(paragraph)) if line]
    if options:
        rows = [(f"`{_option(one)}`", *reversed(_languages(one.help or ""))) for one in options]
        parts.append(_table(("option", "what", "المعنى"), rows))
    yield "\n\n".join(parts)
    if isinstance(command, click.Group):
        for key in sorted(command.commands):
            yield from _commands(command.commands[key], f"{name} {key}")


def _languages(text: str) -> tuple[str, str]:
    """Arabic and English of a help text; "" for a language that it is not in."""
    arabic, found, english = text.replace("|", "\\|").partition(" · ")
    if found and re.search(r"[\u0600-\u06ff]", arabic):
        return arabic.strip(), english.strip()
    whole = text.replace("|", "\\|")
    return (whole, "") if re.search(r"[\u0600-\u06ff]", whole) else ("", whole)


def _argument(param: click.Argument) -> str:
    return param.metavar or (param.name or "").upper() + ("…" if param.nargs == -1 else "")


def _option(param: click.Option) -> str:
    names = ", ".join([*param.opts, *param.secondary_opts])
    if param.is_flag or param.count:
        return names
    choices = "|".join(map(str, param.type.choices)) if isinstance(param.type, click.Choice) else ""
    return f"{names} {param.metavar or choices or param.type.name.upper()}".replace("|", "\\|")


def _keyboard(some: tuple[str, ...]) -> str:
    return " ".join(f'<kbd dir="ltr">{key.replace("PgDown", "PgDn")}</kbd>' for key in some)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


FILES = {"keys.md": lambda: keys("en"), "keys.ar.md": lambda: keys("ar"), "commands.md": commands}

if __name__ == "__main__":
    for name, text in FILES.items():
        (DOCS / name).write_text(text(), "utf-8", newline="\n")
