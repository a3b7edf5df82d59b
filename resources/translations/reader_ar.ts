<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>MiniMap</name>
    <message>
        <source>Place in the article</source>
        <translation>الموضع في المقال</translation>
    </message>
    <message>
        <source>The marks of the article. Click or drag to go there.</source>
        <translation>علامات المقال. انقر أو اسحب للانتقال إلى موضعها.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Accept or reject many…</source>
        <translation>قبول أو رفض بالجملة…</translation>
    </message>
    <message>
        <source>Decide on all suggestions of a label by their score</source>
        <translation>حسم كل اقتراحات صنف بحسب درجتها</translation>
    </message>
    <message>
        <source>Next place that says the same</source>
        <translation>الموضع التالي للاسم نفسه</translation>
    </message>
    <message>
        <source>Previous place that says the same</source>
        <translation>الموضع السابق للاسم نفسه</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>decide on many marks</source>
        <translation>حسم علامات كثيرة</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Occurrence before</source>
        <translation>الورود السابق</translation>
    </message>
    <message>
        <source>Next occurrence</source>
        <translation>الورود التالي</translation>
    </message>
    <message>
        <source>Other passages on this</source>
        <translation>مقاطع أخرى عن هذا</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>ومقطع آخر</numerusform>
            <numerusform>ومقطعان آخران</numerusform>
            <numerusform>و%n مقاطع أخرى</numerusform>
            <numerusform>و%n مقطعا آخر</numerusform>
            <numerusform>و%n مقطع آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>Nothing else in the project says the same.</source>
        <translation>لا يرد هذا في موضع آخر من المشروع.</translation>
    </message>
    <message>
        <source>Occurrence {0} of {1}</source>
        <translation>الورود {0} من {1}</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Accept or reject many</source>
        <translation>قبول أو رفض بالجملة</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>In this article</source>
        <translation>في هذا المقال</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>في كل المقالات</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>كل الأصناف</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>{} or more</source>
        <translation>{} فأكثر</translation>
    </message>
    <message>
        <source>{} or less</source>
        <translation>{} فأقل</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الصنف</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) will be accepted</source>
        <translation>
            <numerusform>لن تُقبل أي علامة</numerusform>
            <numerusform>ستُقبل علامة واحدة</numerusform>
            <numerusform>ستُقبل علامتان</numerusform>
            <numerusform>ستُقبل %n علامات</numerusform>
            <numerusform>ستُقبل %n علامة</numerusform>
            <numerusform>ستُقبل %n علامة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) will be rejected</source>
        <translation>
            <numerusform>لن تُرفض أي علامة</numerusform>
            <numerusform>ستُرفض علامة واحدة</numerusform>
            <numerusform>ستُرفض علامتان</numerusform>
            <numerusform>ستُرفض %n علامات</numerusform>
            <numerusform>ستُرفض %n علامة</numerusform>
            <numerusform>ستُرفض %n علامة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Names</source>
        <translation>الأسماء</translation>
    </message>
</context>
    <context>
        <name>MarkCommands</name>
        <message numerus="yes">
            <source>Deciding on %n mark(s)…</source>
            <translation>
                <numerusform>لا علامات للبت فيها…</numerusform>
                <numerusform>يجري البت في علامة واحدة…</numerusform>
                <numerusform>يجري البت في علامتين…</numerusform>
                <numerusform>يجري البت في %n علامات…</numerusform>
                <numerusform>يجري البت في %n علامة…</numerusform>
                <numerusform>يجري البت في %n علامة…</numerusform>
            </translation>
        </message>
    </context>
</TS>
