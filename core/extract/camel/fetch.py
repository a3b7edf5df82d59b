"""Downloads one package by camel-tools' own downloader: `python -m core.extract.camel.fetch CATALOGUE NAME FOLDER`.

Writes JSON Lines: `{"done": bytes}` as it goes on, `{"arrived": true}` at the end of what did not fail.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path


def main(catalogue: str, name: str, folder: str) -> None:
    """Download the package `name` of `catalogue` and unpack it into `folder`."""
    done = 0

    def go_on(length: int) -> None:
        nonlocal done
        done += length
        _write({"done": done})

    with tempfile.TemporaryDirectory(prefix="mizan-") as home:
        # An import makes a folder at home and wants a catalogue; a copy of ours is enough.
        Path(home, "catalogue.json").write_bytes(Path(catalogue).read_bytes())
        os.environ |= {"CAMELTOOLS_DATA": home, "HOME": home, "USERPROFILE": home}
        from camel_tools.data import Catalogue, DownloaderError
        from camel_tools.data.downloader import HTTPDownloader

        package = Catalogue.load_catalogue(Path(catalogue)).get_package(name)
        try:
            HTTPDownloader.download(package.url, Path(folder), is_zip=True, on_download_update=go_on)
        except DownloaderError as error:
            _write({"arrived": False, "error": str(error)})
        else:
            _write({"arrived": True})


def _write(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
