<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ContradictionsPanel</name>
    <message>
        <source>Show all pairs</source>
        <translation>أظهر كل الأزواج</translation>
    </message>
    <message>
        <source>Nothing here contradicts, and nothing is to be checked.</source>
        <translation>لا تناقض هنا، ولا ما يحتاج إلى تحقق.</translation>
    </message>
    <message>
        <source>{decided} of {all} decided</source>
        <translation>حُسم {decided} من {all}</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Add at least two articles on one story; they are compared by themselves.</source>
        <translation>لا شيء للمقارنة بعد. أضف مقالين على الأقل عن قصة واحدة وستجري المقارنة تلقائيا.</translation>
    </message>
    <message>
        <source>No pair passes this filter.</source>
        <translation>لا زوج يوافق هذه التصفية.</translation>
    </message>
    <message>
        <source>Pairs of passages</source>
        <translation>أزواج المقاطع</translation>
    </message>
    <message>
        <source>Decided pairs</source>
        <translation>الأزواج المحسومة</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>says {}</source>
        <translation>على لسان {}</translation>
    </message>
    <message>
        <source>through {}</source>
        <translation>عبر {}</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>في المقال</translation>
    </message>
    <message>
        <source>Show this passage in its article</source>
        <translation>إظهار هذا المقطع في مقاله</translation>
    </message>
</context>
<context>
    <name>VerdictForm</name>
    <message numerus="yes">
        <source>and %n more pair(s) of this question</source>
        <translation>
            <numerusform>ولا زوج آخر من هذا السؤال</numerusform>
            <numerusform>وزوج آخر من هذا السؤال</numerusform>
            <numerusform>وزوجان آخران من هذا السؤال</numerusform>
            <numerusform>و%n أزواج أخرى من هذا السؤال</numerusform>
            <numerusform>و%n زوجا آخر من هذا السؤال</numerusform>
            <numerusform>و%n زوج آخر من هذا السؤال</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>دون سبب</translation>
    </message>
    <message>
        <source>{editor}, {moment}</source>
        <translation>{editor}، {moment}</translation>
    </message>
        <message>
            <source>Note: what you checked, and where ({} to write, Esc to return)</source>
            <translation>ملاحظة: ما الذي تحققت منه وأين ({} للكتابة، Esc للعودة)</translation>
        </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Hamza, diacritics, tatweel, ى/ة and the shape of digits make no difference.</source>
        <translation>لا فرق بين صور الهمزة والتشكيل والتطويل و(ى/ي) و(ة/ه) وأشكال الأرقام.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>لا نتائج.</translation>
    </message>
    <message>
        <source>Places found: {}</source>
        <translation>عدد المواضع: {}</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>ابحث في كل المقالات</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>المواضع</translation>
    </message>
</context>
    <context>
        <name>Wording</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>لا أيام</numerusform>
                <numerusform>يوم واحد</numerusform>
                <numerusform>يومان</numerusform>
                <numerusform>%n أيام</numerusform>
                <numerusform>%n يوما</numerusform>
                <numerusform>%n يوم</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>لا ساعات</numerusform>
                <numerusform>ساعة واحدة</numerusform>
                <numerusform>ساعتان</numerusform>
                <numerusform>%n ساعات</numerusform>
                <numerusform>%n ساعة</numerusform>
                <numerusform>%n ساعة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>لا دقائق</numerusform>
                <numerusform>دقيقة واحدة</numerusform>
                <numerusform>دقيقتان</numerusform>
                <numerusform>%n دقائق</numerusform>
                <numerusform>%n دقيقة</numerusform>
                <numerusform>%n دقيقة</numerusform>
            </translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}، {1}</translation>
        </message>
        <message>
            <source>{0} GMT</source>
            <translation>{0} بتوقيت غرينتش</translation>
        </message>
    </context>
    <context>
        <name>Heading</name>
        <message>
            <source>by hand</source>
            <translation>يدويا</translation>
        </message>
        <message>
            <source>How sure the comparison is: {}</source>
            <translation>درجة ثقة المقارنة: {}</translation>
        </message>
    </context>
    <context>
        <name>PairFilters</name>
        <message>
            <source>Only undecided</source>
            <translation>غير المحسوم فقط</translation>
        </message>
        <message>
            <source>Filter by question, source or words</source>
            <translation>تصفية بالسؤال أو المصدر أو الكلمات</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>تصفية</translation>
        </message>
        <message>
            <source>Show or hide: {}</source>
            <translation>إظهار أو إخفاء: {}</translation>
        </message>
        <message>
            <source>What the question asks</source>
            <translation>عمّ يسأل السؤال</translation>
        </message>
        <message>
            <source>Any kind</source>
            <translation>كل الأنواع</translation>
        </message>
    </context>
    <context>
        <name>CopyPair</name>
        <message>
            <source>Copied the pair with both its sources.</source>
            <translation>نُسخ الزوج بمصدريه.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Copy the pair as text</source>
            <translation>نسخ الزوج نصا</translation>
        </message>
        <message>
            <source>Copy the question, both passages and the verdict, ready for a mail</source>
            <translation>ينسخ السؤال والمقطعين والحكم، جاهزة للإرسال بالبريد</translation>
        </message>
    </context>
</TS>
