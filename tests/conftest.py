"""What holds for all tests."""

import os

from hypothesis import settings

# No deadline: a busy machine is no failure. CI tries the same examples each time; elsewhere new ones are looked for.
settings.register_profile("mizan", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "mizan")
