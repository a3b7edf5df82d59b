<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Side by side</source>
        <translation>جنبا إلى جنب</translation>
    </message>
    <message>
        <source>Compare these articles</source>
        <translation>مقارنة هذه المقالات</translation>
    </message>
    <message>
        <source>Next relation</source>
        <translation>العلاقة التالية</translation>
    </message>
    <message>
        <source>Previous relation</source>
        <translation>العلاقة السابقة</translation>
    </message>
    <message>
        <source>Relate…</source>
        <translation>ربط…</translation>
    </message>
    <message>
        <source>Relate this passage to one of another article</source>
        <translation>ربط هذا المقطع بمقطع من مقال آخر</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>تمرير متزامن</translation>
    </message>
    <message>
        <source>Bring what the other articles say on the same question beside it</source>
        <translation>وضع ما تقوله المقالات الأخرى عن السؤال نفسه بجانبه</translation>
    </message>
    <message>
        <source>One more article</source>
        <translation>إضافة مقال بجانبها</translation>
    </message>
    <message>
        <source>Take this article out of the page</source>
        <translation>إخراج هذا المقال من الصفحة</translation>
    </message>
    <message>
        <source>Next column</source>
        <translation>العمود التالي</translation>
    </message>
    <message>
        <source>Previous column</source>
        <translation>العمود السابق</translation>
    </message>
    <message>
        <source>Reason and note…</source>
        <translation>السبب والملاحظة…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>م&amp;قارنة</translation>
    </message>
</context>
<context>
    <name>BesideView</name>
    <message>
        <source>Add what two sources or more wrote about one story: related passages are then joined.</source>
        <translation>أضف ما كتبه مصدران أو أكثر عن قصة واحدة، فتُربط المقاطع المتصلة تلقائيا.</translation>
    </message>
    <message>
        <source>Select words, or a mark, then relate them to a passage beside.</source>
        <translation>حدّد كلمات أو علامة ثم اربطها بمقطع في مقال مجاور.</translation>
    </message>
    <message>
        <source>Relating “{words}”: go to the other article (F6), select the passage there, then {key}. Esc leaves.</source>
        <translation>ربط «{words}»: انتقل إلى المقال الآخر (F6) وحدّد المقطع فيه ثم اضغط {key}. ومفتاح Esc يلغي.</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Which article stands in this column</source>
        <translation>المقال المعروض في هذا العمود</translation>
    </message>
    <message>
        <source>Take this article out of the page</source>
        <translation>إخراج هذا المقال من الصفحة</translation>
    </message>
    <message>
        <source>Take this article out of the page (Ctrl+W)</source>
        <translation>إخراج هذا المقال من الصفحة (Ctrl+W)</translation>
    </message>
    <message>
        <source>Article of this column</source>
        <translation>مقال هذا العمود</translation>
    </message>
    <message>
        <source>Article: {}</source>
        <translation>المقال: {}</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Relations between the two articles</source>
        <translation>العلاقات بين المقالين</translation>
    </message>
    <message>
        <source>Drag this to a passage of another article to relate the two, or press Ctrl+L</source>
        <translation>اسحب هذا إلى مقطع في مقال آخر لتربط بينهما، أو اضغط Ctrl+L</translation>
    </message>
</context>
<context>
    <name>RelateDialog</name>
    <message>
        <source>Relate two passages</source>
        <translation>ربط مقطعين</translation>
    </message>
    <message>
        <source>&amp;They</source>
        <translation>ال&amp;علاقة</translation>
    </message>
    <message>
        <source>Leave empty to take the question of the passage</source>
        <translation>اتركه فارغا ليؤخذ سؤال المقطع</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>ال&amp;سؤال</translation>
    </message>
    <message>
        <source>What you checked, and where</source>
        <translation>ما تحققت منه، وأين</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;ملاحظة</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>اربط</translation>
    </message>
</context>
<context>
    <name>RelationStrip</name>
    <message>
        <source>Leave the relation</source>
        <translation>ترك العلاقة</translation>
    </message>
    <message>
        <source>Leave the relation (Esc)</source>
        <translation>ترك العلاقة (Esc)</translation>
    </message>
    <message>
        <source>{editor}, {moment}</source>
        <translation>{editor}، {moment}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Show or hide: {}</source>
        <translation>إظهار أو إخفاء: {}</translation>
    </message>
    <message>
        <source>{here} of {all} relations</source>
        <translation>العلاقة {here} من {all}</translation>
    </message>
    <message>
        <source>{all} relations</source>
        <translation>العلاقات: {all}</translation>
    </message>
</context>
</TS>
