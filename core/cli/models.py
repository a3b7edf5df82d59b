"""The command that lists engines."""

from __future__ import annotations

from importlib.util import find_spec

import click

from core.cli.voice import write_json
from core.cli.work import CAMEL_MODULE


@click.command()
@click.option("--json", "as_json", is_flag=True, help="JSON Lines بدل الجدول · JSON Lines instead of a table.")
def models(as_json: bool) -> None:
    """المحرّكات وما ثُبّت منها · List engines, what is installed, licence and source."""
    engines = (
        {
            "name": "builtin",
            "installed": True,
            "licence": "MIT; tagger: CC BY-SA 4.0 (ANERcorp)",
            "source": "mizan",
            "about": "يعمل دون تنزيل ولا اتصال",
        },
        {
            "name": "camel",
            "installed": all(find_spec(name) for name in (CAMEL_MODULE, "camel_tools", "torch")),
            "licence": "MIT (camel-tools)",
            "source": "https://github.com/CAMeL-Lab/camel_tools",
            "about": "شبكات CAMeL العصبية؛ تحتاج camel-tools وtorch",
        },
    )
    for engine in engines:
        if as_json:
            write_json(engine)
        else:
            mark = "✓ مثبّت" if engine["installed"] else "✗ غير مثبّت"
            click.echo(f"{engine['name']}\t{mark}\t{engine['licence']}\t{engine['source']}\t{engine['about']}")
