from core.model import Analysis


def unify(analyses, decided=None) -> list[Analysis]:
    return list(analyses)
