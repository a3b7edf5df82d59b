"""Times against peers' suites: `python tests/benchmarks/times.py CORPORA [--gold FOLDER] [--misses]`.

CORPORA holds values/recognizers.jsonl, values/duckling.jsonl and ner/wojood-sample-*.txt. FOLDER holds entities.jsonl
and, beside it, ../articles. Prints right / total for each kind, the same for the sound cases only, and words/s.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from core.extract import calendar
from core.extract.times import extract_times
from core.model import Entity
from core.text.segment import sentences

# Cases whose expected value or extent is plainly wrong in Arabic: a pattern of the phrase, and why. What is right
# but out of our scope (dialect, hours without their word, American holidays) is no excuse: it counts as missed.
UNSOUND: tuple[tuple[str, str], ...] = (
    (r"\d\.\d", "a decimal number read as month.day"),
    (r"عدت (في|إلى) 27|عدت لل", "a bare number or ordinal taken for a day"),
    (r"(الأحد|السبت) الثاني$|الاثنين العاشر$", "the second Sunday, the tenth Monday of nothing"),
    (
        r"الأحد القادم$|القادم الأحد|حتى الأحد القادم",
        "'next Sunday' as that of the next week; in Arabic the coming one",
    ),
    (r"سأعود آخر يوم$|يومي$", "'last day' as yesterday, 'my day' as today: translated word by word"),
    (r"(غادرت|كان).*من الآن", "a past event counted 'from now': translated word by word"),
    (r"في الخمسة عشر|في الثاني حتى", "'on Friday in the fifteen': translated word by word"),
    (r"^في 1970|^في الألفين|العشرات|العشرينيات", "a year read as a decade, the twenties as the tens"),
    (r"القرن التاسع عشر", "the seventies of the nineteenth century as 1970"),
    (r"أسبوعي", "'my week'"),
    (r"من شهر سبتمبر", "'from the month of September 16' as the whole month"),
    (
        r"في المستقبل|في \d (سنوات|أشهر)|خلال اسبوعين",
        "'in 3 years', 'in the future' translated word by word; the second week of two",
    ),
    (r"نهاية الأسبوع الحالي$", "the rest of the week here, the weekend elsewhere in the same suite"),
    (r"الشهر التالي|العام التالي|2 العقود", "الشهر التالي as the month after next"),
    (r"بين 2014-2018|من ألفين", "a period of years that ends on 1 January of its last"),
    (r"الأيام القليلة الماضية", "'the last few days' as three"),
    (
        r"على (ثمانية وأربعين|خمسة عشر خمسة|عشرة عشرة)|أحد عشر وخمسة|عشرة والخامسة|دقائق حتى الثامنة|خمسة وثلاثين في",
        "hours read digit by digit as in English (eight forty), which Arabic never does",
    ),
    (r"(?i)gmt|حتى الساعة 2:00", "converted to the reader's zone; 2:00 as 14:00"),
    (r"الاستقلال عام|بوابة أخبار", "independence day of 2019 as Father's Day of 2015; a newspaper's name as today"),
)
_DUCKLING = re.compile(r"\(datetime \((\d+), (\d+), (\d+), (\d+), (\d+), \d+\) (\w+)\)")
_DUCKLING_SPAN = re.compile(
    r"\(datetimeInterval \(\((\d+), (\d+), (\d+),[^)]*\), \((\d+), (\d+), (\d+),[^)]*\)\) (\w+)\)"
)
# What the two sides treat differently at the beginning of a span: prepositions, «يوم», the frame «وقت سابق من».
_EDGES = re.compile(r"^(?:(?:في|من|بين|إلى|يوم|عند|خلال|وقت|سابق|لاحق|مبكر|متأخر|متأخر) )+|^هذا (?=اليوم$)")


def read(text: str, published: date | None) -> list[Entity]:
    """The times of a text."""
    return extract_times(text, published, sentences(text))


def unsound(phrase: str) -> str | None:
    """Why a case does not count, or None."""
    return next((why for pattern, why in UNSOUND if re.search(pattern, phrase.strip())), None)


def recognizers(path: Path) -> Iterator[tuple[str, str, bool, str]]:
    """kind, phrase, right, what was found instead."""
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        kind = case["kind"]
        if not kind.startswith(("Date", "TimeP", "TimeE", "Holiday")):
            continue
        today = date.fromisoformat(case["reference"][:10]) if case["reference"] else date(2016, 11, 7)
        found = read(case["input"], today)
        if kind.endswith("Extractor"):
            right = len(found) == len(case["results"]) and all(
                _same_extent(entity.text, wanted["Text"]) for entity, wanted in zip(found, case["results"], strict=True)
            )
        else:
            right = len(found) == len(case["results"]) and all(
                _same_value(entity, wanted["Value"]) for entity, wanted in zip(found, case["results"], strict=True)
            )
        yield kind, case["input"], right, _shown(found) + " ≠ " + _wanted(case["results"])


def _same_extent(mine: str, theirs: str) -> bool:
    """Equal but for the prepositions and «يوم» at the beginning, which the two sides treat differently."""
    return _EDGES.sub("", mine) == _EDGES.sub("", theirs)


def _same_value(entity: Entity, wanted: dict) -> bool:
    value = entity.value
    for resolution in (wanted["FutureResolution"], wanted["PastResolution"]):
        if "date" in resolution and value.begin == value.end == resolution["date"]:
            return True
        if "startDate" in resolution:
            last = date.fromisoformat(resolution["endDate"])
            ends = {last.isoformat(), (last - timedelta(1)).isoformat()}
            if value.begin == resolution["startDate"] and value.end in ends:
                return True
            if value.timex == wanted["Timex"]:
                return True
        if "startTime" in resolution and "," in wanted["Timex"]:
            first, last, _ = wanted["Timex"].strip("()").split(",")
            if value.timex == f"{first}/{last}":
                return True
        if "time" in resolution and _hour(value.timex) == _hour(wanted["Timex"]):
            return True
    return value.timex == wanted["Timex"] or ("T" in value.timex and value.timex.endswith(wanted["Timex"]))


def _hour(timex: str) -> str:
    """The clock part of a value; T00 and T00:00 are one."""
    return timex.partition("T")[2].removesuffix(":00")


def _wanted(results: list[dict]) -> str:
    return " | ".join(f"{r['Text']} {(r.get('Value') or {}).get('Timex', '')}" for r in results)


def _shown(found: list[Entity]) -> str:
    return " | ".join(f"{e.text} {e.value.timex} {e.value.begin}…{e.value.end} {e.value.mod or ''}" for e in found)


def duckling(path: Path) -> Iterator[tuple[str, str, bool, str]]:
    """The same for Duckling's phrases, seen from 12 February 2013."""
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        if case["dimension"] != "Time":
            continue
        found = read(case["phrase"], date(2013, 2, 12))
        right = len(found) == 1 and _duckling_right(found[0], case["value"])
        yield "Time", case["phrase"], right, _shown(found) + " ≠ " + case["value"]


def _duckling_right(entity: Entity, expected: str) -> bool:
    value = entity.value
    if match := _DUCKLING.search(expected):
        year, month, day, hour, minute = map(int, match.groups()[:5])
        begin, grain = date(year, month, day), match.group(6).lower()
        if grain in ("hour", "minute", "second"):
            clock = re.search(r"T(\d\d)(?::(\d\d))?", value.timex)
            now = value.timex == "PRESENT_REF" and begin == date(2013, 2, 12)
            return now or bool(clock and (int(clock[1]), int(clock[2] or 0)) == (hour, minute))
        return value.begin == begin.isoformat() and calendar.granularity(value) in (grain, "period")
    if match := _DUCKLING_SPAN.search(expected):
        numbers = list(map(int, match.groups()[:6]))
        first, last = date(*numbers[:3]), date(*numbers[3:])
        if value.timex.endswith("TNI"):
            return value.begin == first.isoformat()
        return value.begin == first.isoformat() and value.end == (last - timedelta(1)).isoformat()
    if match := re.search(r"datetimeHoliday \((\d+), (\d+), (\d+)", expected):
        return value.begin == date(*map(int, match.groups())).isoformat()
    return False


def gold(folder: Path, show: bool) -> None:
    """Exact spans and values of the hand-made answers."""
    marks = defaultdict(list)
    for line in (folder / "entities.jsonl").read_text("utf-8").splitlines():
        mark = json.loads(line)
        if mark["label"] == "TIME":
            marks[mark["doc"]].append(mark)
    hits = missed = false = values = 0
    for name, wanted in marks.items():
        text = (folder.parent / "articles" / f"{name}.txt").open(encoding="utf-8", newline="").read()
        found = {(e.start, e.end): e for e in read(text, date(2021, 12, 4))}
        for mark in wanted:
            spans = [(m["start"], m["end"]) for m in [mark, *mark.get("alt", [])]]
            hit = next((found.pop(span) for span in spans if span in found), None)
            if mark.get("optional"):
                continue
            hits, missed = hits + bool(hit), missed + (not hit)
            values += bool(hit and hit.value.timex == mark["value"] and hit.value.mod == mark.get("mod"))
            if show and not (hit and hit.value.timex == mark["value"] and hit.value.mod == mark.get("mod")):
                print("  gold", name, mark["text"], mark["value"], "found:", hit and _shown([hit]))
        false += len(found)
        if show:
            for entity in found.values():
                print("  false alarm", name, _shown([entity]))
    f1 = 2 * hits / (2 * hits + missed + false)
    print(f"gold: spans F1 {f1:.3f} ({hits} hit, {missed} missed, {false} false), values {values}/{hits}")


def wojood(folder: Path, show: bool) -> None:
    """How many DATE and TIME marks of the Wojood sample are touched, and how many of ours touch none."""
    touched = total = ours = outside = 0
    misses: Counter[str] = Counter()
    for path in sorted(folder.glob("wojood-sample-*.txt")):
        for block in path.read_text("utf-8").split("\n\n"):
            rows = [line.split() for line in block.splitlines() if line.strip()]
            text, spans, marks = "", [], []
            for word, *tags in rows:
                spans.append((len(text), len(text) + len(word)))
                text += word + " "
                inside = {tag[2:] for tag in tags} & {"DATE", "TIME"}
                begins = any(tag in ("B-DATE", "B-TIME") for tag in tags)
                if begins or (inside and not (marks and marks[-1][1] == len(spans) - 2)):
                    marks.append([len(spans) - 1, len(spans) - 1])
                elif inside:
                    marks[-1][1] = len(spans) - 1
            found = read(text, None)
            ours += len(found)
            borders = [(spans[a][0], spans[b][1]) for a, b in marks]
            outside += sum(not any(e.start < stop and begin < e.end for begin, stop in borders) for e in found)
            for begin, stop in borders:
                total += 1
                hit = any(e.start < stop and begin < e.end for e in found)
                touched += hit
                misses[text[begin:stop]] += not hit
    print(f"wojood: {touched}/{total} marks touched; {outside} of {ours} of ours touch none")
    if show:
        print("  missed:", " · ".join(f"{text} {n}" for text, n in misses.most_common(60) if n))


def speed() -> None:
    """Words per second on prose with a time in every third sentence."""
    prose = (
        "قال المتحدث باسم الوزارة يوم الثلاثاء إن الوفد سيصل إلى العاصمة صباح الخميس 6 يناير/كانون الثاني للتباحث.\n"
        "وأضاف أن الجانبين ناقشا ملفات التعاون الاقتصادي والطاقة والنقل بين البلدين في اجتماع مغلق استمر طويلا.\n"
        "ولم يصدر تعليق من الجانب الآخر على هذه التصريحات التي نقلتها وسائل إعلام محلية عن مسؤولين كبار في الحكومة.\n"
    ) * 2000
    words, spans = len(prose.split()), sentences(prose)
    started = time.process_time()
    extract_times(prose, date(2021, 12, 30), spans)
    print(f"speed: {words / (time.process_time() - started):,.0f} words/s on one core")


def main() -> None:
    """Run all parts that the arguments give data for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for name, cases in (("recognizers", recognizers), ("duckling", duckling)):
        tally: dict[str, Counter[str]] = defaultdict(Counter)
        for kind, phrase, right, detail in cases(options.corpora / "values" / f"{name}.jsonl"):
            why = unsound(phrase)
            tally[kind].update(total=1, right=right, sound=not why, sound_right=right and not why)
            if options.misses and not right:
                print(f"  {kind} | {phrase} | {detail}" + (f" | unsound: {why}" if why else ""))
        for kind, n in sorted(tally.items()):
            share = n["sound_right"] / max(n["sound"], 1)
            sound = f"of the sound {n['sound_right']}/{n['sound']} = {share:.2f}"
            print(f"{name} {kind}: {n['right']}/{n['total']} right; {sound}")
    if options.gold:
        gold(options.gold, options.misses)
    wojood(options.corpora / "ner", options.misses)
    speed()


if __name__ == "__main__":
    main()
