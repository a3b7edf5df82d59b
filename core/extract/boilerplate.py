from core.model import Span


def find_boilerplate(text) -> list[Span]:
    return []
