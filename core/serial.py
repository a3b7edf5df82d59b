"""Values ↔ plain JSON objects, in the shapes of the command line's contract; the store keeps the same shapes.

Reading is the inverse of writing: `entity(plain(e)) == e`, likewise for quotes, claims and analyses' parts.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from core.model import (
    Approx,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Mention,
    Modality,
    Origin,
    Polarity,
    Quantity,
    QuantityKind,
    Quote,
    QuoteKind,
    Span,
    TimeKind,
    TimeValue,
    Value,
)

Json = dict[str, Any]
_Value = TypeVar("_Value")


def plain_value(value: Value) -> Json:
    """A value as JSON; `low` marks a quantity, `timex` a time, `name` anything else."""
    if isinstance(value, Quantity):
        result: Json = {
            "low": _number(value.low),
            "high": _number(value.high),
            "unit": value.unit,
            "approx": str(value.approx),
            "kind": str(value.kind),
        }
        return result | ({"iso": value.iso} if value.iso else {})
    if isinstance(value, TimeValue):
        result = {"timex": value.timex, "begin": value.begin, "end": value.end, "kind": str(value.kind)}
        return result | ({"mod": value.mod} if value.mod else {})
    return {"name": value}


def plain_entity(entity: Entity) -> Json:
    """An entity as JSON; `value` only where there is one."""
    result: Json = {
        "start": entity.start,
        "end": entity.end,
        "text": entity.text,
        "label": entity.label,
        "name": entity.name,
        "origin": str(entity.origin),
        "score": round(entity.score, 4),
    }
    if entity.value is not None:
        result["value"] = plain_value(entity.value)
    return result


def plain_mention(mention: Mention | None) -> Json | None:
    """A mention as JSON, or None."""
    if mention is None:
        return None
    return {"start": mention.start, "end": mention.end, "text": mention.text, "name": mention.name}


def plain_quote(quote: Quote) -> Json:
    """A quote as JSON."""
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "kind": str(quote.kind),
        "denial": quote.denial,
        "via": quote.via,
        "speaker": plain_mention(quote.speaker),
        "cue": plain_mention(quote.cue),
        "score": round(quote.score, 4),
    }


def plain_claim(claim: Claim) -> Json:
    """A claim as JSON."""
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": str(claim.kind),
        "modality": str(claim.modality),
        "polarity": str(claim.polarity),
        "attribution": {"speaker": claim.attribution.speaker, "via": claim.attribution.via},
        "value": None if claim.value is None else plain_value(claim.value),
        "check_worthy": round(claim.check_worthy, 4),
        "clause": {"start": claim.clause.start, "end": claim.clause.end},
    }


def plain(item: Entity | Quote | Claim) -> Json:
    """Any annotation's item as JSON."""
    if isinstance(item, Entity):
        return plain_entity(item)
    return plain_quote(item) if isinstance(item, Quote) else plain_claim(item)


def value(data: Mapping[str, Any]) -> Value:
    """The value that `plain_value` wrote. Raises KeyError or ValueError for anything else."""
    if "timex" in data:
        return TimeValue(data["timex"], data["begin"], data["end"], TimeKind(data["kind"]), data.get("mod"))
    if "low" in data:
        return Quantity(
            data["low"],
            data["high"],
            data["unit"],
            Approx(data["approx"]),
            QuantityKind(data["kind"]),
            data.get("iso"),
        )
    return str(data["name"])


def entity(data: Mapping[str, Any]) -> Entity:
    """The entity that `plain_entity` wrote."""
    raw = data.get("value")
    read = None if raw is None else value(raw)
    if isinstance(read, str):
        raise ValueError(f"an entity's value is a quantity or a time, not {read!r}")
    return Entity(
        data["start"],
        data["end"],
        data["text"],
        data["label"],
        data["name"],
        Origin(data["origin"]),
        data["score"],
        read,
    )


def mention(data: Mapping[str, Any] | None) -> Mention | None:
    """The mention that `plain_mention` wrote."""
    return None if data is None else Mention(data["start"], data["end"], data["text"], data["name"])


def quote(data: Mapping[str, Any]) -> Quote:
    """The quote that `plain_quote` wrote."""
    return Quote(
        data["start"],
        data["end"],
        data["text"],
        QuoteKind(data["kind"]),
        data["denial"],
        data["via"],
        mention(data["speaker"]),
        mention(data["cue"]),
        data.get("score", 1.0),
    )


def claim(data: Mapping[str, Any]) -> Claim:
    """The claim that `plain_claim` wrote."""
    return Claim(
        data["start"],
        data["end"],
        data["text"],
        ClaimKind(data["kind"]),
        Span(data["clause"]["start"], data["clause"]["end"]),
        None if data["value"] is None else value(data["value"]),
        Modality(data["modality"]),
        Polarity(data["polarity"]),
        Attribution(data["attribution"]["speaker"], data["attribution"]["via"]),
        data["check_worthy"],
    )


def sound(read: _Value) -> _Value:
    """`read`, a value of the model that a file of strangers gave, as it is.

    ValueError where a part is of another type than the model says, or is no text or number that can be kept.
    """
    of: type = type(read)
    for name, kinds in _parts(of):
        part: Any = getattr(read, name)
        kind = type(part)
        if kind not in kinds:
            raise ValueError(f"{name}: {part!r:.80}")
        if kind is str:
            part.encode()  # no half of a surrogate pair
        elif kind is int or kind is float:
            if not abs(part) <= sys.float_info.max:  # NaN is none either
                raise ValueError(f"{name}: {part!r:.80}")
        elif part is not None and not isinstance(part, Enum | bool):
            sound(part)
    return read


@cache
def _parts(kind: type) -> list[tuple[str, frozenset[type]]]:
    """The parts of a value of the model, and the types that each may have: a whole number is a number too."""
    found = []
    for name, one in get_type_hints(kind).items():
        kinds = set(get_args(one)) if get_origin(one) in (Union, UnionType) else {get_origin(one) or one}
        found.append((name, frozenset(kinds | ({int} if float in kinds else set()))))
    return found


def _number(number: float | None) -> float | int | None:
    """Whole numbers without a decimal point, as a reader of JSON expects 94000."""
    return int(number) if isinstance(number, float) and number.is_integer() else number
