<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
</context>
<context>
    <name>SourceMatrix</name>
    <message>
        <source>agree</source>
        <translation>اتفاق</translation>
    </message>
    <message>
        <source>contradict</source>
        <translation>تناقض</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) more</source>
        <translation>
            <numerusform></numerusform>
            <numerusform>ومصدر آخر</numerusform>
            <numerusform>ومصدران آخران</numerusform>
            <numerusform>و%n مصادر أخرى</numerusform>
            <numerusform>و%n مصدرا آخر</numerusform>
            <numerusform>و%n مصدر آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewChart</name>
    <message>
        <source>Marks: ■ decided, □ suggested, ▨ rejected</source>
        <translation>العلامات: ■ محسومة، □ مقترحة، ▨ مرفوضة</translation>
    </message>
    <message>
        <source>Decisions by editor: ■ marks, □ pairs</source>
        <translation>قرارات كل محرر: ■ علامات، □ أزواج</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>الأحكام</translation>
    </message>
</context>
<context>
    <name>ProgressModel</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Marks decided</source>
        <translation>علامات محسومة</translation>
    </message>
    <message>
        <source>Pairs decided</source>
        <translation>أزواج محسومة</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Sources against sources</source>
        <translation>المصادر بعضها إزاء بعض</translation>
    </message>
    <message>
        <source>Progress of the articles</source>
        <translation>تقدم المقالات</translation>
    </message>
    <message>
        <source>No articles yet. Add some: then you see here how far the work is and which sources disagree.</source>
        <translation>لا مقالات بعد. أضف مقالات لترى هنا أين وصل العمل وأي المصادر تختلف.</translation>
    </message>
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
        <source>{} read and compared</source>
        <translation>قُرئ منها وقورن {}</translation>
    </message>
    <message>
        <source>{done} of {all} marks decided</source>
        <translation>العلامات المحسومة: {done} من {all}</translation>
    </message>
    <message>
        <source>{done} of {all} pairs decided</source>
        <translation>الأزواج المحسومة: {done} من {all}</translation>
    </message>
    <message>
        <source>{} without a verdict</source>
        <translation>بلا حكم: {}</translation>
    </message>
    <message>
        <source>Click or Enter: review these pairs</source>
        <translation>انقر أو اضغط Enter لمراجعة هذه الأزواج</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>حُفظ: {}</translation>
    </message>
</context>
</TS>
