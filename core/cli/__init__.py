"""The command line: `mizan COMMAND`. Nothing here needs a display or imports Qt.

What a command works with is imported inside it, so that `mizan --help` is instant.
"""

from __future__ import annotations

from typing import Any

import click

from core.cli import articles, backups, charts, corpora, doctor, facts, models, projects, retraining, sharing, team
from core.cli.voice import LANGUAGES, Voice, use_utf8
from core.errors import KnownError


class _Group(click.Group):
    """Known errors end in one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KnownError as error:
            ctx.ensure_object(Voice).error(error)
            ctx.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="mizan", message="mizan %(version)s")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    envvar="MIZAN_LANG",
    help="لغة الرسائل والجداول (الأصل: الرسائل باللغتين) · Language of messages and tables.",
)
@click.pass_context
def cli(ctx: click.Context, lang: str | None) -> None:
    """ميزان: ماذا تقول المصادر العربية عن قصة واحدة، وأين تتعارض؟

    Mizan: what several Arabic sources say about one story, and where they contradict each other. Without a command, or
    with a project or article paths, it opens the window.
    """
    use_utf8()
    ctx.obj = Voice(lang)


for _command in (
    projects.new,
    projects.import_,
    projects.analyze,
    articles.annotate,
    articles.compare,
    corpora.tag,
    corpora.relate,
    projects.search,
    projects.export,
    projects.report,
    charts.timeline,
    charts.overview,
    projects.check,
    backups.list_backups,
    backups.restore,
    facts.facts,
    facts.verdicts,
    facts.relate_spans,
    facts.rename_question,
    facts.merge_facts,
    facts.split_fact,
    facts.rulings,
    team.merge,
    team.agreement,
    sharing.packet,
    sharing.assign,
    models.models,
    doctor.doctor,
):
    cli.add_command(_command)
models.models.add_command(retraining.retrain)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 done, 1 a known error, 2 wrong usage."""
    try:
        cli.main(arguments, prog_name="mizan")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0
