<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>&amp;Review and charts</source>
        <translation>مرا&amp;جعة ورسوم</translation>
    </message>
    <message>
        <source>Review one by one</source>
        <translation>مراجعة زوجا زوجا</translation>
    </message>
    <message>
        <source>Go through these pairs one at a time, large, with one key each</source>
        <translation>المرور على هذه الأزواج واحدا واحدا، بخط كبير ومفتاح واحد لكل حكم</translation>
    </message>
    <message>
        <source>Reason: different scope</source>
        <translation>السبب: اختلاف النطاق</translation>
    </message>
    <message>
        <source>Reason: different date</source>
        <translation>السبب: اختلاف التاريخ</translation>
    </message>
    <message>
        <source>Reason: different unit</source>
        <translation>السبب: اختلاف الوحدة</translation>
    </message>
    <message>
        <source>Reason: rounding</source>
        <translation>السبب: تقريب</translation>
    </message>
    <message>
        <source>Reason: one quotes the other</source>
        <translation>السبب: أحدهما ينقل عن الآخر</translation>
    </message>
    <message>
        <source>Reason: slip of translation</source>
        <translation>السبب: زلة ترجمة</translation>
    </message>
    <message>
        <source>Reason: wording</source>
        <translation>السبب: صياغة</translation>
    </message>
    <message>
        <source>Reason: another one</source>
        <translation>السبب: سبب آخر</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>الزوج التالي</translation>
    </message>
    <message>
        <source>On to the next undecided pair</source>
        <translation>إلى الزوج التالي غير المحسوم</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>الزوج السابق</translation>
    </message>
    <message>
        <source>Back to the pair before, decided or not</source>
        <translation>إلى الزوج الذي قبله، محسوما كان أو لا</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطّي الزوج</translation>
    </message>
    <message>
        <source>Leave this pair for later</source>
        <translation>ترك هذا الزوج إلى آخر القائمة</translation>
    </message>
    <message>
        <source>Filter the pairs</source>
        <translation>تصفية الأزواج</translation>
    </message>
    <message>
        <source>Views: filters kept under a name</source>
        <translation>المحفوظات: تصفيات محفوظة بأسماء</translation>
    </message>
    <message>
        <source>Both articles side by side</source>
        <translation>المقالان جنبا إلى جنب</translation>
    </message>
    <message>
        <source>The first passage in its article</source>
        <translation>المقطع الأول في مقاله</translation>
    </message>
    <message>
        <source>The second passage in its article</source>
        <translation>المقطع الثاني في مقاله</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Give the reason and the note before the verdict then, or go back for them</source>
        <translation>اكتب السبب والملاحظة قبل الحكم إذن، أو عد إلى الزوج لأجلهما</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Note: what you checked, and where ({} to write, Esc to return)</source>
        <translation>ملاحظة: ماذا تحققت منه وأين ({} للكتابة، Esc للعودة)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Go on by itself after a verdict</source>
        <translation>انتقال تلقائي بعد الحكم</translation>
    </message>
    <message>
        <source>{editor}, {moment}</source>
        <translation>{editor}، {moment}</translation>
    </message>
    <message>
        <source>follows another pair of the question</source>
        <translation>تبعا لزوج آخر من السؤال نفسه</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Show or hide: {}</source>
        <translation>إظهار أو إخفاء: {}</translation>
    </message>
    <message>
        <source>What the question asks</source>
        <translation>عمّ يسأل السؤال</translation>
    </message>
    <message>
        <source>Any question</source>
        <translation>أي سؤال</translation>
    </message>
    <message>
        <source>One source</source>
        <translation>أحد المصدرين</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>أي مصدر</translation>
    </message>
    <message>
        <source>The other source</source>
        <translation>المصدر الآخر</translation>
    </message>
    <message>
        <source>against any source</source>
        <translation>مقابل أي مصدر</translation>
    </message>
    <message>
        <source>Words of the question</source>
        <translation>كلمات من السؤال</translation>
    </message>
    <message>
        <source>Only undecided</source>
        <translation>غير المحسوم فقط</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Verdict: {verdict}. {key} goes back to that pair, for a reason or a note.</source>
        <translation>الحكم: {verdict}. مفتاح {key} يعود إلى ذلك الزوج لسبب أو ملاحظة.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Decided pairs</source>
        <translation>الأزواج المحسومة</translation>
    </message>
    <message>
        <source>Show all that wants a decision</source>
        <translation>أظهر كل ما يحتاج إلى حكم</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Nothing to review yet. Add two articles or more on one story; they are compared by themselves.</source>
        <translation>لا شيء للمراجعة بعد. أضف مقالين أو أكثر عن قصة واحدة وستجري المقارنة تلقائيا.</translation>
    </message>
    <message>
        <source>Every pair that wanted a decision has one.</source>
        <translation>حُسم كل زوج كان يحتاج إلى حكم.</translation>
    </message>
    <message>
        <source>No pair passes this filter, or all of them are decided.</source>
        <translation>لا زوج يوافق هذه التصفية، أو حُسمت كلها.</translation>
    </message>
    <message>
        <source>{decided} of {all} decided</source>
        <translation>حُسم {decided} من {all}</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place} من {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>لم يُتخطَّ شيء</numerusform>
            <numerusform>تُخطي زوج واحد</numerusform>
            <numerusform>تُخطي زوجان</numerusform>
            <numerusform>تُخطيت %n أزواج</numerusform>
            <numerusform>تُخطي %n زوجا</numerusform>
            <numerusform>تُخطي %n زوج</numerusform>
        </translation>
    </message>
    <message>
        <source>All pairs of this queue are decided.</source>
        <translation>حُسمت أزواج هذه القائمة كلها.</translation>
    </message>
    <message>
        <source>No other pair is left.</source>
        <translation>لم يبق زوج آخر.</translation>
    </message>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>لم يبق شيء</numerusform>
                <numerusform>بقي زوج واحد</numerusform>
                <numerusform>بقي زوجان</numerusform>
                <numerusform>بقيت %n أزواج</numerusform>
                <numerusform>بقي %n زوجا</numerusform>
                <numerusform>بقي %n زوج</numerusform>
            </translation>
        </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views</source>
        <translation>المحفوظات</translation>
    </message>
    <message>
        <source>All that wants a decision</source>
        <translation>كل ما يحتاج إلى حكم</translation>
    </message>
    <message>
        <source>All pairs, decided or not</source>
        <translation>الأزواج كلها، محسومة كانت أو لا</translation>
    </message>
    <message>
        <source>Keep this filter under a name…</source>
        <translation>احفظ هذه التصفية باسم…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>انسَ</translation>
    </message>
    <message>
        <source>Keep this filter</source>
        <translation>حفظ التصفية</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>اسم التصفية:</translation>
    </message>
</context>
</TS>
