"""The commands about engines and their models: models, models install."""

from __future__ import annotations

from pathlib import Path

import click

from core.cli.voice import Voice, show, write_json


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines بدل الجدول · JSON Lines instead of a table.")
@click.pass_context
def models(ctx: click.Context, as_json: bool) -> None:
    """المحرّكات وما ثُبّت منها · List engines, what is installed, licence, size and source."""
    if ctx.invoked_subcommand:
        return
    from core.extract.camel.engines import engines, judges

    voice = ctx.ensure_object(Voice)
    for engine in (*engines(), *judges()):
        if as_json:
            write_json(
                {
                    "name": engine.key,
                    "installed": engine.ready,
                    "licence": engine.licence,
                    "source": engine.source,
                    "size": engine.size,
                    "path": str(engine.path) if engine.path else None,
                    "about": engine.about,
                    "problem": engine.problem.en if engine.problem else None,
                }
            )
            continue
        mark = voice.one("✓ مثبّت", "✓ installed") if engine.ready else voice.one("✗ غير مثبّت", "✗ not installed")
        size = f"{engine.size / 1e6:.0f} MB" if engine.size else ""
        about = voice.one(engine.about, engine.about_en)
        show("\t".join((engine.key, mark, size, engine.licence, engine.source, about)))
        if engine.problem:
            voice.say(f"{engine.key}: {engine.problem.ar}", f"{engine.key}: {engine.problem.en}")


@models.command()
@click.argument("name")
@click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="مجلد النموذج على هذا الحاسوب (صيغة Hugging Face) · A model's folder on this computer (Hugging Face format).",
)
@click.pass_obj
def install(voice: Voice, name: str, folder: Path | None) -> None:
    """تنزيل نموذج أو نسخه من مجلد · Download a model's data, or copy them from a folder.

    Nothing else ever downloads anything.
    """
    from core.extract.camel import installing
    from core.extract.camel.engines import catalogue

    if folder is None and name in catalogue():
        package = catalogue()[name]
        size = f"{package['size'] / 1e6:.0f}"
        voice.say(
            f"«{name}»: {size} م.ب، الرخصة: {package['license']}، من {package['url']}",
            f"“{name}”: {size} MB, licence: {package['license']}, from {package['url']}",
        )
    with voice.progress("تثبيت", "Installing", 100) as percent:

        def report(done: int, total: int) -> None:
            percent(min(100 * done // max(total, 1), 100))

        if folder is None:
            place = installing.install_package(name, report)
        else:
            place = installing.install_folder(name, folder, report)
    voice.say(f"ثُبّت النموذج في «{place}».", f"Installed in “{place}”.")
