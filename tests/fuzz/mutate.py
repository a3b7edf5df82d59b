"""How inputs are damaged: bytes, words, the values in JSON, the members of an archive."""

from __future__ import annotations

import io
import json
import zipfile
from random import Random
from typing import Any

# What parsers and grammars stumble over: ends of ranges, half pairs, marks, escapes, words of the formats.
PIECES = (
    *(
        "",
        "\0",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u2028",
        "\ufeff",
        "\ud800",
        "\udfff",
        "🙂",
        "👩‍👩‍👧",
        "ـ",
        "َ",
        "\u200f",
        "\u202e",
    ),
    *(
        "0",
        "-1",
        "1e308",
        "1e400",
        "NaN",
        "Infinity",
        "99999999999999999999",
        "٩" * 30,
        "9" * 5000,
        "0x10",
        "2021-99-99",
    ),
    *(
        "9999-12-31",
        "0001-01-01",
        "31/12/2021",
        "29 فبراير 2021",
        "١٤٤٣ هـ",
        "الشهر المقبل",
        "منذ 9999999 سنة",
        "بعد مليون عام",
    ),
    *(
        "مليون",
        "مليار ",
        "ألف ",
        "و",
        "بين ",
        "نصف ",
        "ثلث",
        "%",
        "50%",
        "٪",
        "$",
        "نحو ",
        "قبل ",
        "الثلاثاء",
        "الساعة 25:61",
    ),
    *(
        "«",
        "»",
        '"',
        "'",
        "“",
        "(",
        "[",
        "{",
        "}",
        "]",
        ")",
        "<",
        ">",
        "&",
        "&#x0;",
        "&#1114112;",
        "&amp;",
        "<!--",
        "]]>",
        "<b>",
    ),
    *(
        "قال ",
        "نفى ",
        "وأكد أن ",
        ":",
        "،",
        ";",
        "=1+1",
        "@",
        "\\",
        "|",
        "/",
        "../",
        "C:\\",
        "CON",
        "#",
        "*",
        "%s",
        "{}",
        "null",
    ),
)
_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        1,
        2**31,
        2**63,
        10**400,
        0.5,
        1e308,
        float("nan"),
        float("-inf"),
        "",
        "نص",
        "\ud800",
        "1",
        "x" * 3000,
    ),
    *([], [[]], [None], [0, 1, "PER"], {}, {"text": 1}, {"": None}),
)


def text(rng: Random, seeds: list[str], most: int = 3000) -> str:
    """A text cut from `seeds` and odd pieces."""
    parts = []
    for _ in range(rng.randint(1, 12)):
        if rng.random() < 0.5:
            seed = rng.choice(seeds)
            start = rng.randrange(len(seed) or 1)
            parts.append(seed[start : start + rng.choice((5, 40, 400))])
        else:
            parts.append(rng.choice(PIECES) * rng.choice((1, 1, 1, 2, 50)))
    return "".join(parts)[:most]


def damaged(rng: Random, seed: bytes) -> bytes:
    """`seed` with a few faults, inside what wraps it where it is an archive or JSON."""
    if rng.random() < 0.05:
        return rng.randbytes(rng.randint(0, 200))
    if seed[:2] == b"PK" and rng.random() < 0.9:
        return _archive(rng, seed)
    if seed[:1] in b"{[" and rng.random() < 0.7:
        return _json(rng, seed)
    return _bytes(rng, seed)


def _bytes(rng: Random, seed: bytes) -> bytes:
    data = bytearray(seed)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        at = rng.randrange(len(data) + 1)
        end = min(len(data), at + rng.choice((0, 1, 1, 4, 64, 1000)))
        match rng.randrange(6):
            case 0 if at < len(data):
                data[at] ^= 1 << rng.randrange(8)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end] * rng.choice((1, 2, 20))
            case 3:
                other = rng.randrange(len(data) + 1)
                data[at:end] = data[other : other + end - at]
            case _:
                data[at:end] = rng.choice(PIECES).encode("utf-8", "surrogatepass")
    return bytes(data)


def _archive(rng: Random, seed: bytes) -> bytes:
    """The same archive with one member damaged, renamed, doubled or left out."""
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(seed)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, zipfile.zlib.error):  # type: ignore[attr-defined]
        return _bytes(rng, seed)
    if not members:
        return _bytes(rng, seed)
    at = rng.randrange(len(members))
    name, content = members[at]
    match rng.randrange(8):
        case 0:
            del members[at]
        case 1:
            name = rng.choice(
                ("../x" + name, "/" + name, name.upper(), "CON." + name, "a\n" + name, "ملف\u202e" + name)
            )
            members[at] = (name, content)
        case 2:
            members.append((rng.choice(members)[0] + ".bak", content))
        case _:
            members[at] = (name, damaged(rng, content))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, compresslevel=1)
    return packed.getvalue()


def _json(rng: Random, seed: bytes) -> bytes:
    """The same lines, or the same document, with values of other kinds in some places."""
    lines = seed.split(b"\n") if seed.count(b"\n{") else [seed]
    at = rng.randrange(len(lines))
    try:
        value = json.loads(lines[at])
    except (ValueError, RecursionError):
        return _bytes(rng, seed)
    for _ in range(rng.choice((1, 1, 3))):
        value = _other(rng, value)
    lines[at] = json.dumps(value, ensure_ascii=rng.random() < 0.3).encode("utf-8", "surrogatepass")
    if rng.random() < 0.2:
        lines[at] = _bytes(rng, lines[at])
    return b"\n".join(lines)


def _other(rng: Random, value: Any, depth: int = 0) -> Any:
    inside = isinstance(value, dict | list) and value and rng.random() < 0.9
    if not inside:
        if isinstance(value, str) and rng.random() < 0.3:
            return text(rng, [value], 500)
        if isinstance(value, int) and rng.random() < 0.5:
            return value + rng.choice((-1, 1, 1000, -(2**40)))
        return rng.choice(_VALUES)
    if isinstance(value, dict):
        key = rng.choice(list(value))
        match rng.randrange(12):
            case 0:
                return {name: kept for name, kept in value.items() if name != key}
            case 1:
                return {**value, rng.choice(PIECES): value[key]}
            case _:
                return {**value, key: _other(rng, value[key], depth + 1)}
    place = rng.randrange(len(value))
    match rng.randrange(12):
        case 0:
            return value[:place] + value[place + 1 :]
        case 1:
            return value + value[place:]
        case _:
            return [*value[:place], _other(rng, value[place], depth + 1), *value[place + 1 :]]
