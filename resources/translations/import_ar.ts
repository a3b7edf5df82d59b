<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ImportModel</name>
    <message><source>Title</source><translation>العنوان</translation></message>
    <message><source>Source</source><translation>المصدر</translation></message>
    <message><source>Published</source><translation>تاريخ النشر</translation></message>
    <message><source>Length</source><translation>الطول</translation></message>
    <message><source>File</source><translation>الملف</translation></message>
    <message><source>Remarks</source><translation>ملاحظات</translation></message>
    <message><source>In the project already</source><translation>موجود في المشروع سلفا</translation></message>
    <message><source>Same text as another one</source><translation>نصه نص مقال آخر هنا</translation></message>
</context>
<context>
    <name>ImportPreview</name>
    <message><source>Text</source><translation>النص</translation></message>
    <message><source>Title</source><translation>العنوان</translation></message>
    <message><source>Source</source><translation>المصدر</translation></message>
    <message><source>Author</source><translation>الكاتب</translation></message>
    <message><source>Published</source><translation>تاريخ النشر</translation></message>
    <message><source>Link</source><translation>الرابط</translation></message>
    <message><source>Table</source><translation>الجدول</translation></message>
    <message><source>Add articles</source><translation>إضافة مقالات</translation></message>
    <message><source>Set for all that are checked</source><translation>اجعلها لكل المختار</translation></message>
    <message><source>Check all</source><translation>اختر الكل</translation></message>
    <message><source>Check none</source><translation>ألغ اختيار الكل</translation></message>
    <message><source>Articles that were found</source><translation>المقالات الموجودة في الملفات</translation></message>
    <message><source>Text of the article</source><translation>نص المقال</translation></message>
    <message><source>What is left out</source><translation>ما تُرك</translation></message>
    <message numerus="yes">
        <source>%n article(s) found</source>
        <translation>
            <numerusform>لم يوجد أي مقال</numerusform>
            <numerusform>وُجد مقال واحد</numerusform>
            <numerusform>وُجد مقالان</numerusform>
            <numerusform>وُجدت %n مقالات</numerusform>
            <numerusform>وُجد %n مقالا</numerusform>
            <numerusform>وُجد %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them there already</source>
        <translation>
            <numerusform>لا مكرر فيها</numerusform>
            <numerusform>واحد منها مكرر</numerusform>
            <numerusform>اثنان منها مكرران</numerusform>
            <numerusform>%n منها مكررة</numerusform>
            <numerusform>%n منها مكررة</numerusform>
            <numerusform>%n منها مكررة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>لا مشكلات</numerusform>
            <numerusform>مشكلة واحدة</numerusform>
            <numerusform>مشكلتان</numerusform>
            <numerusform>%n مشكلات</numerusform>
            <numerusform>%n مشكلة</numerusform>
            <numerusform>%n مشكلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n article(s)</source>
        <translation>
            <numerusform>لا شيء يضاف</numerusform>
            <numerusform>أضف المقال</numerusform>
            <numerusform>أضف المقالين</numerusform>
            <numerusform>أضف %n مقالات</numerusform>
            <numerusform>أضف %n مقالا</numerusform>
            <numerusform>أضف %n مقال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message><source>Take marks in</source><translation>استيراد علامات</translation></message>
    <message><source>Take in</source><translation>استورد</translation></message>
    <message><source>What is left out</source><translation>ما تُرك</translation></message>
    <message><source>There is nothing in it that the project lacks.</source><translation>لا شيء فيه ينقص المشروع.</translation></message>
    <message><source>This is one step of the history: undo takes it back.</source><translation>هذه خطوة واحدة في السجل، والتراجع يعيد كل شيء كما كان.</translation></message>
    <message><source>a table of marks</source><translation>جدول علامات</translation></message>
    <message><source>a table of verdicts</source><translation>جدول أحكام</translation></message>
    <message><source>a whole project</source><translation>مشروع كامل</translation></message>
</context>
<context>
    <name>TakenWords</name>
    <message><source>new labels: {}</source><translation>أصناف جديدة: {}</translation></message>
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
        <source>%n mark(s)</source>
        <translation>
            <numerusform>لا علامات</numerusform>
            <numerusform>علامة واحدة</numerusform>
            <numerusform>علامتان</numerusform>
            <numerusform>%n علامات</numerusform>
            <numerusform>%n علامة</numerusform>
            <numerusform>%n علامة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>لا أحكام</numerusform>
            <numerusform>حكم واحد</numerusform>
            <numerusform>حكمان</numerusform>
            <numerusform>%n أحكام</numerusform>
            <numerusform>%n حكما</numerusform>
            <numerusform>%n حكم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>لم يُترك شيء</numerusform>
            <numerusform>تُرك واحد</numerusform>
            <numerusform>تُرك اثنان</numerusform>
            <numerusform>تُرك %n</numerusform>
            <numerusform>تُرك %n</numerusform>
            <numerusform>تُرك %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message><source>Taking the marks in…</source><translation>استيراد العلامات…</translation></message>
    <message><source>Stopped: undo takes back what had been taken in.</source><translation>أُوقف الاستيراد؛ «تراجع» يزيل ما استُورد منه.</translation></message>
    <message><source>Reading what was copied…</source><translation>قراءة ما نُسخ…</translation></message>
    <message><source>Adding the articles…</source><translation>إضافة المقالات…</translation></message>
</context>
<context>
    <name>Actions</name>
    <message><source>Paste as an article…</source><translation>لصق مقال…</translation></message>
</context>
<context>
    <name>MainWindow</name>
</context>
<context>
    <name>WindowCommands</name>
    <message><source>There is no text and no file in the clipboard.</source><translation>لا نص ولا ملف في الحافظة.</translation></message>
</context>
</TS>
