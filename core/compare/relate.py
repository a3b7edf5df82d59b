def relate(s1: str, s2: str) -> tuple[str, float]:
    return "other", 0.5
