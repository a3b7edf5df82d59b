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
        <translation>إلى أزواجه</translation>
    </message>
    <message>
        <source>Filter the questions</source>
        <translation>صفِّ الأسئلة</translation>
    </message>
    <message>
        <source>Close the passages</source>
        <translation>أغلق المقاطع</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>انسخ الجدول</translation>
    </message>
    <message>
        <source>Export the table…</source>
        <translation>صدّر الجدول…</translation>
    </message>
</context>
</TS>
