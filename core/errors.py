"""Errors that the person in front of the screen can act on."""


class KnownError(Exception):
    """One clear sentence: what is wrong, with which file, what to do. Anything else that is raised is a bug.

    `ar` and `en` are the same sentence in both languages; `str()` gives the English one.
    """

    def __init__(self, ar: str, en: str) -> None:
        super().__init__(en)
        self.ar = ar
        self.en = en

    def __reduce__(self) -> tuple[type["KnownError"], tuple[str, str]]:
        """Survive the way back from a worker process."""
        return type(self), (self.ar, self.en)
