<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Matrix</source>
        <translation>المصفوفة</translation>
    </message>
    <message>
        <source>Next question in dispute</source>
        <translation>السؤال الخلافي التالي</translation>
    </message>
    <message>
        <source>Previous question in dispute</source>
        <translation>السؤال الخلافي السابق</translation>
    </message>
    <message>
        <source>Sources side by side</source>
        <translation>المصادر جنبا إلى جنب</translation>
    </message>
    <message>
        <source>To its pairs</source>
        <translation>الانتقال إلى أزواجه</translation>
    </message>
    <message>
        <source>Filter the questions</source>
        <translation>تصفية الأسئلة</translation>
    </message>
    <message>
        <source>Close the passages</source>
        <translation>إغلاق المقاطع</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>نسخ الجدول</translation>
    </message>
    <message>
        <source>Export the table…</source>
        <translation>تصدير الجدول…</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>لا شيء آخر</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n آخر</numerusform>
            <numerusform>و%n آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>The same letter: these answers agree.</source>
        <translation>الحرف نفسه: إجابات متفقة.</translation>
    </message>
    <message>
        <source>says nothing on this</source>
        <translation>لا يقول شيئا عن هذا</translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s): copies of one text count once</source>
        <translation>
            <numerusform>لا أصوات: نسخ النص الواحد صوت</numerusform>
            <numerusform>صوت واحد: نسخ النص الواحد صوت</numerusform>
            <numerusform>صوتان: نسخ النص الواحد صوت</numerusform>
            <numerusform>%n أصوات: نسخ النص الواحد صوت</numerusform>
            <numerusform>%n صوتا: نسخ النص الواحد صوت</numerusform>
            <numerusform>%n صوت: نسخ النص الواحد صوت</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixTools</name>
    <message>
        <source>Question, source or words</source>
        <translation>سؤال أو مصدر أو كلمات</translation>
    </message>
    <message>
        <source>Filter the questions</source>
        <translation>تصفية الأسئلة</translation>
    </message>
    <message>
        <source>Filter by question, source or words (F)</source>
        <translation>تصفية بالسؤال أو المصدر أو الكلمات (F)</translation>
    </message>
    <message>
        <source>Kind of question</source>
        <translation>نوع السؤال</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>العلاقة</translation>
    </message>
    <message>
        <source>Every relation</source>
        <translation>كل العلاقات</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Disputed first</source>
        <translation>الخلافي أولا</translation>
    </message>
    <message>
        <source>By question</source>
        <translation>بالسؤال</translation>
    </message>
    <message>
        <source>Most sources first</source>
        <translation>الأكثر مصادر أولا</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>بلا مجموعات</translation>
    </message>
    <message>
        <source>By event</source>
        <translation>بالحدث</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>بالنوع</translation>
    </message>
    <message>
        <source>Only disputed</source>
        <translation>الخلافي فقط</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Which sources have a column</source>
        <translation>المصادر التي لها عمود</translation>
    </message>
    <message>
        <source>Hide sources that say nothing here</source>
        <translation>إخفاء المصادر التي لا تقول شيئا هنا</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Questions by source</source>
        <translation>الأسئلة حسب المصدر</translation>
    </message>
    <message>
        <source>Show all questions</source>
        <translation>أظهر كل الأسئلة</translation>
    </message>
    <message>
        <source>{shown} of {all} questions, {sources} sources</source>
        <translation>الأسئلة: {shown} من {all}، المصادر: {sources}</translation>
    </message>
    <message>
        <source>No question passes this filter.</source>
        <translation>لا سؤال يوافق هذه التصفية.</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Add at least two articles on one story; questions appear by themselves.</source>
        <translation>لا شيء للمقارنة بعد. أضف مقالين على الأقل عن قصة واحدة فتظهر أسئلتها تلقائيا.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>العلاقة</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n question(s).</source>
        <translation>
            <numerusform>لم يُنسخ شيء.</numerusform>
            <numerusform>نُسخ سؤال واحد.</numerusform>
            <numerusform>نُسخ سؤالان.</numerusform>
            <numerusform>نُسخت %n أسئلة.</numerusform>
            <numerusform>نُسخ %n سؤالا.</numerusform>
            <numerusform>نُسخ %n سؤال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>تصدير الجدول</translation>
    </message>
    <message>
        <source>Written: {}</source>
        <translation>كُتب: {}</translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message>
        <source>Close the passages</source>
        <translation>إغلاق المقاطع</translation>
    </message>
    <message>
        <source>Close the passages (Esc)</source>
        <translation>إغلاق المقاطع (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n more answer(s)</source>
        <translation>
            <numerusform>لا إجابات أخرى</numerusform>
            <numerusform>وإجابة أخرى</numerusform>
            <numerusform>وإجابتان أخريان</numerusform>
            <numerusform>و%n إجابات أخرى</numerusform>
            <numerusform>و%n إجابة أخرى</numerusform>
            <numerusform>و%n إجابة أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionHeader</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
        <message numerus="yes">
            <source>%n voice(s)</source>
            <translation>
                <numerusform>لا أصوات</numerusform>
                <numerusform>صوت واحد</numerusform>
                <numerusform>صوتان</numerusform>
                <numerusform>%n أصوات</numerusform>
                <numerusform>%n صوتا</numerusform>
                <numerusform>%n صوت</numerusform>
            </translation>
        </message>
</context>
</TS>
