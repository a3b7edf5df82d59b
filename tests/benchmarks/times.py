"""Times against peers' suites: `python tests/benchmarks/times.py CORPORA [--gold FOLDER] [--misses]`.

CORPORA holds values/recognizers.jsonl, values/duckling.jsonl and ner/wojood-sample-*.txt. FOLDER holds entities.jsonl and,
beside it, ../articles. Prints right / total for each kind, the same for the sound cases only, and words per second.
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

# Cases whose expected value or extent is unsound or out of scope for news: a pattern of the phrase, and why.
UNSOUND: tuple[tuple[str, str], ...] = (
    (r"\d\.\d", "a decimal number read as month.day"),
    (r"سأعود \d+-\d+-\d\d$|11/12,", "two-digit American order; Arabic writes the day first"),
    (r"عدت (في|إلى|ل)", "a bare number or ordinal taken for a day"),
    (r"(الأحد|السبت) الثاني$", "a second Sunday of no month"),
    (
        r"الأحد القادم$|القادم الأحد|حتى الأحد القادم",
        "'next Sunday' as the Sunday of the next week: Arabic means the coming one",
    ),
    (r"سأعود آخر يوم$|يومي$|يومي\.", "'last day' as yesterday, 'my day' as today: translated from English"),
    (
        r"غادرت هنا|سأعيش هنا|كان لدينا اجتماع (منذ )?\d? ?شهر",
        "'from now' with the past, or durations counted to the day",
    ),
    (r"الأسبوع (الثالث|الثاني|الأول|الأخير) من عام", "weeks of a year counted within its first month"),
    (r"1970|^في الألفين|العشرات|العشرينيات", "a year read as a decade, or 'the two thousand' as one"),
    (r"^السبعينيات$|القرن التاسع عشر", "the seventies of the nineteenth century as 1970; XX70"),
    (r"محرم|صفر|ربيع|جماد|رجب|شعبان|رمضان|شوال|ذو", "Hijri months with Gregorian years or English month numbers"),
    (r"بقية|باقي|أسبوعي", "the rest of a period, 'my week'"),
    (r"من شهر سبتمبر|أسبوع \d+", "from the month of September 16"),
    (r"في المستقبل|في \d (سنوات|أشهر)|خلال اسبوعين", "'in 3 years' translated word for word"),
    (r"الإسبوع$|^سأرحل صيف|الصيف$|منتصف الصيف", "a bare unit or season without any anchor"),
    (r"نهاية الأسبوع الحالي$", "read as the rest of the week here and as the weekend elsewhere in the same suite"),
    (r"بعد التالي|الشهر التالي|العام التالي|2 العقود", "'month after next' for الشهر التالي"),
    (r"عام 247", "a year of three digits in the future tense"),
    (r"نص شهر|بداية شهر|عشرة|كريسماس|الي|القبل|الا ثلث", "dialect"),
    (r"من اسبوع|اثنين الاسبوع|احد الاسبوع", "dialect"),
    (
        r"(15|16) و|ثمانية وأربعين|خمسة عشر خمسة|عشرة عشرة|أحد عشر وخمسة|خمسة وثلاثين|1140|ثلاث دقائق",
        "clock times by bare cardinals",
    ),
    (r"(سأعود|عند) (في )?7$|في السابعة$|الحادية عشر$|الحادية عشرة( والخامسة)?$", "a bare number as an hour"),
    (r"الحرب|يوم الأب|الشكر|يواندان|الحج سنة|الاستقلال", "holidays that are not ours"),
)
_DUCKLING = re.compile(r"\(datetime \((\d+), (\d+), (\d+), (\d+), (\d+), \d+\) (\w+)\)")
_DUCKLING_SPAN = re.compile(
    r"\(datetimeInterval \(\((\d+), (\d+), (\d+),[^)]*\), \((\d+), (\d+), (\d+),[^)]*\)\) (\w+)\)"
)
_EDGES = re.compile(r"^(?:(?:في|من|بين|إلى|يوم|عند|لمدة|خلال) )+")


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
        if "time" in resolution and value.timex.partition("T")[2] == wanted["Timex"].partition("T")[2]:
            return True
    return value.timex == wanted["Timex"] or ("T" in value.timex and value.timex.endswith(wanted["Timex"]))


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
    print(
        f"gold: spans F1 {2 * hits / (2 * hits + missed + false):.3f} ({hits} hit, {missed} missed, {false} false), values {values}/{hits}"
    )


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
        "قال المتحدث باسم الوزارة يوم الثلاثاء إن الوفد سيصل إلى العاصمة صباح الخميس 6 يناير/كانون الثاني لإجراء محادثات.\n"
        "وأضاف أن الجانبين ناقشا ملفات التعاون الاقتصادي والطاقة والنقل بين البلدين في اجتماع مغلق استمر طويلا.\n"
        "ولم يصدر تعليق من الجانب الآخر على هذه التصريحات التي نقلتها وسائل إعلام محلية عن مسؤولين كبار في الحكومة.\n"
    ) * 2000
    words, spans = len(prose.split()), sentences(prose)
    started = time.perf_counter()
    extract_times(prose, date(2021, 12, 30), spans)
    print(f"speed: {words / (time.perf_counter() - started):,.0f} words/s")


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
            print(
                f"{name} {kind}: {n['right']}/{n['total']} right; of the sound {n['sound_right']}/{n['sound']} = {share:.2f}"
            )
    if options.gold:
        gold(options.gold, options.misses)
    wojood(options.corpora / "ner", options.misses)
    speed()


if __name__ == "__main__":
    main()
