from core.model import Fact


def compare(analyses) -> list[Fact]:
    return []
