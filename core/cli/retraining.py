"""The command that retrains the tagger: models retrain."""

from __future__ import annotations

from pathlib import Path

import click

from core.cli.backups import back_up
from core.cli.projects import open_project
from core.cli.voice import Voice
from core.cli.work import worker_pool, workers_option


@click.command()
@click.argument("project", type=click.Path(path_type=Path), metavar="PROJECT")
@click.option("--shipped", is_flag=True, help="العودة إلى النموذج الأصلي · Go back to the shipped model.")
@workers_option
@click.pass_obj
def retrain(voice: Voice, project: Path, shipped: bool, workers: int | None) -> None:
    """تدريب قارئ الأسماء على قرارات المشروع · Retrain the tagger on a project's decisions, then analyse it again.

    Kept in the project, and only if it reads names better in decided sentences that it did not learn from.
    """
    from core.analyzing import analyze_project
    from core.retrain import retrain_project
    from core.store.edits import SetTagger

    with open_project(project) as opened:
        back_up(voice, opened, "retrain")
        if shipped:
            if not opened.apply(SetTagger("")):
                voice.say("المشروع على النموذج الأصلي سلفا.", "The project uses the shipped model already.")
                return
        else:
            with voice.progress("جمع القرارات والتدريب", "Training") as report:
                result = retrain_project(opened, lambda done, _total: report(done))
            voice.say(
                f"جمل فيها قرارات: {result.sentences}. درجة F1 على ما لم يُتدرب عليه: "
                f"{100 * result.before:.1f} قبل، {100 * result.after:.1f} بعد.",
                f"Sentences with decisions: {result.sentences}. F1 on those not trained on: "
                f"{100 * result.before:.1f} before, {100 * result.after:.1f} after.",
            )
            if not result.is_better:
                voice.say("لم يتحسن شيء؛ بقي النموذج كما هو.", "No gain; the model stays as it was.")
                return
        number = len(opened.article_ids())
        with (
            worker_pool(workers, number) as executor,
            voice.progress("تحليل المقالات", "Analysing", number) as report,
        ):
            analyze_project(opened, executor, lambda done, _total: report(done), again=True)
    voice.say(f"حُلّل من جديد: {number}.", f"Analysed again: {number}.")
