"""The sentences that tell why two claims stand as they stand, with the fields that `reasons` fills."""

from __future__ import annotations

# {a} and {b} are who says it; {x} and {y} what they say; {ma} and {mb} how firmly.
REASONS: dict[str, tuple[str, str]] = {
    "time_same": ("الموعد نفسه لدى {a} و{b}.", "The same time in both: {a}, {b}."),
    "time_finer": (
        "الموعدان متوافقان، وأحدهما أدق: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "The times agree and one is finer: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "time_two_sources": (
        "الموعدان متقاربان لكنهما من مصدرين مختلفين، والأمر محتمل لا مؤكد: {a} و{b}.",
        "The times are compatible, but they come from two sources and speak of a possibility: {a}, {b}.",
    ),
    "time_expected": (
        "موعدان مختلفان لأمر متوقع لم يقع بعد: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Two times for what is expected and has not come yet: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "time_other_day": (
        "يومان مختلفان (الفارق {days}) لحدث يبدو واحدا: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Two days ({days_en} apart) for what appears to be one event: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "time_near": (
        "موعدان متقاربان (الفارق {days}) لما يبدو حدثا واحدا؛ قد يكون أحدهما بدايته: «{ta}» و«{tb}».",
        "Times close together ({days_en} apart) for what appears to be one event: “{ta}”, “{tb}”.",
    ),
    "time_days": (
        "أيام مختلفة لموعد واحد وإن اشتركت في يوم: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Different days for one event, though they share one: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "time_bound": (
        "أحدهما يذكر حدا ينتهي عنده الأمر والآخر موعده: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One tells until when, the other when: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "hour_same": ("الساعة واحدة: «{ta}» و«{tb}».", "The same hour: “{ta}”, “{tb}”."),
    "hour_differs": (
        "ساعتان مختلفتان في اليوم نفسه: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Two hours of one day: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "other_moment": ("أحدهما وقت البداية والآخر وقت النهاية.", "One is when it began, the other when it ended."),
    "former_plan": (
        "أحدهما موعد كان مقررا أو مقترحا، والآخر موعد ما جرى.",
        "One is the time once planned or proposed, the other when it took place.",
    ),
    "time_moved": (
        "كان مقررا في موعد وجرى في آخر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Planned for one time, told later of another: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "time_not_set": ("أحدهما يحدد يوما والآخر لا: «{x}» و«{y}».", "One tells a day that is not set: “{x}”, “{y}”."),
    "time_untold": ("يقول كلاهما إن الموعد لم يعلن.", "Both say that the time was not disclosed."),
    "time_untold_finer": (
        "أحدهما يحدد جزءا من اليوم والآخر يقول إن التوقيت الدقيق لم يعلن؛ لا تعارض.",
        "One gives the part of the day, the other says that the exact time was not disclosed: no contradiction.",
    ),
    "figure_same": ("الرقم واحد: «{x}» و«{y}».", "The same figure: “{x}”, “{y}”."),
    "time_latest": (
        "كلاهما عن آخر ما جرى من نوعه، واليومان مختلفان: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Both tell of the latest one of its kind, on two days: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "time_once": (
        "أمر واحد فيما يبدو، جرى مرة، بموعدين مختلفين: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "What appears to be one event, which was once, at two times: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "last_contact": (
        "آخر تواصل قبله كان في {x} بحسب {a}، وفي {y} بحسب {b}.",
        "The contact before it was in {x} according to {a}, in {y} according to {b}.",
    ),
    "last_contact_same": ("آخر تواصل قبله في الموعد نفسه.", "The contact before it was at the same time in both."),
    "figure_finer": ("أحد الرقمين يتسع للآخر: «{x}» و«{y}».", "One figure leaves room for the other: “{x}”, “{y}”."),
    "figure_scope": (
        "الرقمان لا يعدان الشيء نفسه: «{x}» ({sa}، {ma}) لدى {a}، و«{y}» ({sb}، {mb}) لدى {b}.",
        "The figures do not count the same thing: “{x}” ({sa_en}, {ma_en}) by {a}; “{y}” ({sb_en}, {mb_en}) by {b}.",
    ),
    "figure_other_count": (
        "الرقمان يعدان شيئين مختلفين: «{x}» ({sa}) و«{y}» ({sb}).",
        "The figures count different things: “{x}” ({sa_en}), “{y}” ({sb_en}).",
    ),
    "figure_later": (
        "رقمان للشيء نفسه في وقتين؛ الأحدث يحدّث الأقدم: «{told_first}» لدى {first} ثم «{told_last}» لدى {last}.",
        "Two figures for one thing at two times; the later updates the earlier: “{told_first}” by {first}, then "
        "“{told_last}” by {last}.",
    ),
    "came_later": (
        "لم يكن قد حدث بعد لدى {first}، ثم حدث: «{told_last}» لدى {last}.",
        "Not so yet by {first}, then it was: “{told_last}” by {last}.",
    ),
    "figure_differs": (
        "رقمان مختلفان للشيء نفسه: «{x}» لدى {a} و«{y}» لدى {b}؛ قد يكون السبب التقريب أو اختلاف المصدر.",
        "Two figures for one thing: “{x}” by {a}, “{y}” by {b}; rounding or the sources may explain it.",
    ),
    "figure_conflict": (
        "رقمان محددان للحدث نفسه لا يصحان معا: «{x}» لدى {a} و«{y}» لدى {b}.",
        "Two exact figures for one event cannot both be true: “{x}” by {a}, “{y}” by {b}.",
    ),
    "length_open": (
        "المدة متروكة أو غير محددة بحسب قول، ومذكورة بحسب آخر؛ لا تعارض: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One leaves open how long it takes, the other tells it: no contradiction. “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "length_open_both": (
        "كلاهما يقول إن المدة متروكة أو غير محددة: {a} و{b}.",
        "Both say that how long it takes is left open: {a}, {b}.",
    ),
    "order_fits": ("الترتيبان متسقان: «{x}» و«{y}».", "The order is consistent: “{x}”, “{y}”."),
    "order_counted": (
        "لقاء واحد بعدّين مختلفين، للقمم أو للاتصالات: «{x}» و«{y}».",
        "One contact counted in two ways, among summits or among calls: “{x}”, “{y}”.",
    ),
    "order_jumps": (
        "ترتيبان معدودان منذ موعد واحد لا يتتابعان: «{x}» و«{y}».",
        "Two ranks counted since one time that hardly follow each other: “{x}”, “{y}”.",
    ),
    "order_differs": ("ترتيبان مختلفان للقاء نفسه: «{x}» و«{y}».", "Two ranks for one meeting: “{x}”, “{y}”."),
    "medium_same": ("المصدر تحدث إلى الجهة نفسها: {x}.", "The source spoke to the same medium: {x}."),
    "medium_differs": (
        "المتحدث واحد واليوم واحد والجهة التي تحدث إليها مختلفة؛ قد يكون تحدث إلى كلتيهما: «{x}» و«{y}».",
        "One speaker and one day but two media; he may have spoken to both: “{x}”, “{y}”.",
    ),
    "channel_same": ("الوسيلة واحدة: {x}.", "The same means: {x}."),
    "channel_differs": (
        "الحدث واحد والوسيلة مختلفة: {x} لدى {a}، و{y} لدى {b}.",
        "One event, two means: {x} by {a}, {y} by {b}.",
    ),
    "silent": (
        "لا تعليق ولا تأكيد من {x} بحسب أحدهما، وتصريح بحسب الآخر: {a} و{b}.",
        "{x} would not comment or confirm according to one, and speaks according to the other: {a}, {b}.",
    ),
    "only_recalled": (
        "وعد بحسب أحدهما، ومجرد تذكير بما هو معروف بحسب الآخر: {a} و{b}.",
        "A promise according to one, a mere reminder of what was known according to the other: {a}, {b}.",
    ),
    "request_same": ("يتفقان على الجهة التي طلبت ذلك.", "They agree on who asked for it."),
    "request_differs": (
        "الطلب من {x} بحسب {a}، ومن {y} بحسب {b}.",
        "{x} asked for it according to {a}, {y} according to {b}.",
    ),
    "request_mutual": (
        "طلبه طرف واحد بحسب أحدهما، واتفق عليه الطرفان بحسب الآخر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One side asked for it according to one, both agreed on it according to the other: “{ta}” ({a}), “{tb}” ({b}).",
    ),
    "request_fits": (
        "القولان متوافقان في الجهة التي طلبت ذلك: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "The two fit together on who asked for it: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "office_differs": (
        "اسم واحد بمنصبين مختلفين: «{x}» لدى {a} و«{y}» لدى {b}.",
        "One name with two offices: “{x}” by {a}, “{y}” by {b}.",
    ),
    "actor_same": (
        "شخص واحد، وإن اختلف الرسم أو الصفة: «{x}» و«{y}».",
        "One person, though spelling or office may differ: “{x}”, “{y}”.",
    ),
    "actor_body": ("الجهة والمتحدث باسمها: «{x}» و«{y}».", "A body and who speaks for it: “{x}”, “{y}”."),
    "source_same": ("المصدر نفسه: «{x}» و«{y}».", "The same source: “{x}”, “{y}”."),
    "source_side": (
        "المصدران من جهة واحدة، وأحدهما أدق: «{x}» و«{y}».",
        "Both sources are of one side, one named more closely: “{x}”, “{y}”.",
    ),
    "source_differs": (
        "قول متشابه عن مصدرين مختلفين؛ لا تخلط النسبتين: «{x}» و«{y}».",
        "A similar statement by two different sources; keep the attributions apart: “{x}”, “{y}”.",
    ),
    "source_named": (
        "قول متشابه لم يسم أحدهما قائله وسماه الآخر؛ لا تخلط النسبتين: «{x}» و«{y}».",
        "A similar statement, by an unnamed source and by a named one; keep the attributions apart: “{x}”, “{y}”.",
    ),
    "place_same": ("المكان واحد: {x}.", "The same place: {x}."),
    "place_finer": (
        "المكان واحد، وأحدهما أدق: «{x}» و«{y}».",
        "The same place, told more closely by one: “{x}”, “{y}”.",
    ),
    "place_beside": (
        "المكانان متجاوران ولا يتعارضان: {x} و{y}.",
        "The places adjoin and do not exclude each other: {x}, {y}.",
    ),
    "place_differs": (
        "مكانان مختلفان للقاء نفسه: {x} لدى {a} و{y} لدى {b}.",
        "Two places for one meeting: {x} by {a}, {y} by {b}.",
    ),
    "place_opposed": (
        "جهتان متقابلتان لمكان واحد: «{x}» لدى {a} و«{y}» لدى {b}.",
        "Opposite sides of one place: “{x}” by {a}, “{y}” by {b}.",
    ),
    "seat_differs": (
        "مكانان مختلفان لمن شارك في اللقاء نفسه عن بعد: «{x}» لدى {a} و«{y}» لدى {b}.",
        "Two places for one who took part in the same meeting from afar: “{x}” by {a}, “{y}” by {b}.",
    ),
    "setting_differs": (
        "المتحدث واحد واليوم واحد والمكان مختلف؛ قد يكونان ظهورين: «{x}» و«{y}».",
        "One speaker and one day but two settings; these may be two appearances: “{x}”, “{y}”.",
    ),
    "certainty_differs": (
        "درجة اليقين مختلفة: الأمر مقرر أو واقع لدى {sure}، وغير واضح أو مشكوك فيه لدى {unsure}.",
        "The degree of certainty differs: planned or so according to {sure}, unclear or doubted according to {unsure}.",
    ),
    "open_or_unknown": (
        "درجة اليقين مختلفة: لم يقرر بحسب أحدهما، ولا يعرف هل قرر بحسب الآخر: «{x}» و«{y}».",
        "The degree of certainty differs: nothing decided according to one, not known to the other: “{x}”, “{y}”.",
    ),
    "passed_over": (
        "لم يتحدث أحدهما عنه أو امتنع عن تأكيده، ويرويه الآخر: «{x}» و«{y}».",
        "One would not speak of it or left it out, the other tells it: “{x}”, “{y}”.",
    ),
    "consequence_surer": (
        "درجة اليقين مختلفة: النتيجة ممكنة بحسب أحدهما ومؤكدة بحسب الآخر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "What follows may come according to one and will according to the other: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "sanctions_differ": (
        "تدابير مختلفة عن مصدرين؛ قد تجتمع، ولا تُنسب كلها إلى أحدهما: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Other measures by each, which may go together but are not all to be put to one: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "sanctions_severity": (
        "التدابير قاسية بحسب أحدهما ومحدودة بحسب الآخر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "The measures are severe according to one and limited according to the other: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "sanctions_withheld": (
        "يذكر أحدهما التدابير، ولم يُكشف عنها بحسب الآخر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One tells which measures these are, not disclosed according to the other: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "conditions_differ": (
        "الشرط مختلف: التصعيد بحسب أحدهما والهجوم بحسب الآخر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "If there is escalation according to one, or attack according to the other: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "portion_differs": (
        "أحدهما يتحدث عن الجميع والآخر عن بعضهم: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One speaks of all, the other of some: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "denied_asserted": (
        "الأمر صحيح أو محتمل بحسب {yes}، ومنفي بحسب {no}؛ لا يصحان معا.",
        "True or possible according to {yes}, denied by {no}: both cannot be true.",
    ),
    "denied_perhaps": (
        "منفي بحسب {no} ما يبدو مؤكدا بحسب {yes}؛ ينبغي التحقق من أن الحديث عن الأمر نفسه: «{ta}» و«{tb}».",
        "Denied by {no}, apparently affirmed by {yes}; check that both speak of one thing: “{ta}”, “{tb}”.",
    ),
    "undertaking_denied": (
        "ينفي أحدهما أي تعهد، وينقل الآخر ما يبدو تعهدا: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One denies any pledge, the other reports what sounds like one: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "pledged_or_intended": (
        "ينقله أحدهما تعهدا، والآخر نية أو موقفا: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One reports a pledge, the other an intention or a position: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "charged_or_told": (
        "ينقله أحدهما اتهاما، ويرويه الآخر أمرا واقعا: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One reports it as an accusation, the other tells it as a fact: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "opposites": (
        "قولان متشابهان بكلمتين متضادتين: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Two similar statements with words of opposite meaning: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "escalator_differs": (
        "يختلفان في من يصعّد أو يستفز: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "They differ on who escalates or provokes: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "causes_differ": (
        "سببان مختلفان لما يبدو حدثا واحدا: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Two causes of what appears to be one event: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "trends_differ": (
        "اتجاهان متعاكسان للشيء نفسه في اليوم نفسه: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Opposite directions for one thing on one day: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "named_otherwise": (
        "أمر واحد بتسميتين تنحاز كل منهما: «{ta}» لدى {a} و«{tb}» لدى {b}؛ اختيار لفظ لا تناقض.",
        "One deed under two names that take sides: “{ta}” by {a}, “{tb}” by {b}; a choice of words, no contradiction.",
    ),
    "judged": (
        "أمر واحد يحكم عليه أحد المصدرين ويرويه الآخر مجردا: «{ta}» لدى {a} و«{tb}» لدى {b}؛ اختيار لفظ لا تناقض.",
        "One deed that one source judges and the other tells plainly: “{ta}” by {a}, “{tb}” by {b}; a choice of words.",
    ),
    "done_or_coming": (
        "أمر واحد يبدو أنه تم بالفعل بحسب قول، وسيأتي بحسب آخر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "One thing that is done already in one statement and still to come in the other: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "denied_both": ("كلاهما ينقل النفي: {a} و{b}.", "Both report the denial: {a}, {b}."),
    "said_both": ("القول واحد لدى {a} و{b}.", "The same is said by {a} and {b}."),
    "wording_same": ("الاقتباس واحد بالحرف.", "The quotation is the same word for word."),
    "wording_close": (
        "اقتباس واحد بصياغتين، ولعلهما ترجمتان: {a} و{b}.",
        "One quotation in two wordings, perhaps two translations: {a}, {b}.",
    ),
    "answer_same": (
        "جواب واحد عن سؤال جمعه محرر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "The same answer to what an editor made one question: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "answer_differs": (
        "جوابان مختلفان عن سؤال جمعه محرر: «{ta}» لدى {a} و«{tb}» لدى {b}.",
        "Two answers to what an editor made one question: “{ta}” by {a}, “{tb}” by {b}.",
    ),
    "apart_plan": (
        "أحدهما موعد كان مقررا أو مقترحا، والآخر موعد ما جرى: «{x}» و«{y}».",
        "One is a time once planned or proposed, the other when it took place: “{x}”, “{y}”.",
    ),
    "apart_rank": ("لقاءان مختلفان في الترتيب: «{x}» و«{y}».", "Two meetings of different rank: “{x}”, “{y}”."),
    "apart_parties": (
        "حدثان مختلفان في أطرافهما: {px} في الأول، و{py} في الثاني.",
        "Two events between others: {px} in the first, {py} in the second.",
    ),
    "apart_days": (
        "حدثان مختلفان في الزمن: الأول {dx}، والثاني {dy}.",
        "Two events at different times: the first {dx}, the second {dy}.",
    ),
    "apart_agents": (
        "الكلام عن جهتين مختلفتين: {px} في الأول، و{py} في الثاني.",
        "They speak of different sides: {px} in the first, {py} in the second.",
    ),
    "apart_countries": (
        "الكلام عن بلدين مختلفين: «{x}» ({px}) و«{y}» ({py}).",
        "They speak of different countries: “{x}” ({px}), “{y}” ({py}).",
    ),
    "apart_kinds": ("حدثان من نوعين مختلفين: «{x}» و«{y}».", "Events of different kinds: “{x}”, “{y}”."),
    "apart_conditions": (
        "أحدهما فرض مشروط لا يقرر شيئا: «{x}» و«{y}».",
        "One is a condition, which asserts nothing: “{x}”, “{y}”.",
    ),
    "apart_persons": ("شخصان مختلفان: «{x}» و«{y}».", "Two persons: “{x}”, “{y}”."),
    "other_event": ("حدثان مختلفان (اليوم أو المكان أو الأطراف).", "Two different events (day, place or parties)."),
}
COPY = (
    " النصان متطابقان تقريبا{wire}، فهما صوت واحد.",
    " The passages are nearly identical{wire}: they count as one voice.",
)
