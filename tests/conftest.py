"""What holds for all tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: a busy machine is no failure. CI tries the same examples each time; elsewhere new ones are looked for.
settings.register_profile("mizan", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "mizan")


@pytest.fixture(autouse=True, scope="session")
def _translations_of_now() -> None:
    """What was compiled when Mizan was installed may be older than its sources."""
    from hatch_build import compile_translations

    compile_translations(Path(__file__).parents[1])


@pytest.fixture(autouse=True, scope="session")
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches the backups, models or reports of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MIZAN_DATA", str(tmp_path_factory.mktemp("data")))
        yield
