<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Actions</name>
    <message><source>Report…</source><translation>تقرير…</translation></message>
</context>
<context>
    <name>Jobs</name>
    <message><source>Writing the report…</source><translation>كتابة التقرير…</translation></message>
    <message><source>Report written: {}</source><translation>كُتب التقرير: {}</translation></message>
</context>
<context>
    <name>ReportDialog</name>
    <message><source>Report</source><translation>تقرير</translation></message>
    <message><source>PDF, to print and send (*.pdf)</source><translation>‏PDF للطباعة والإرسال (*.pdf)</translation></message>
    <message><source>Word, to edit (*.docx)</source><translation>‏Word للتحرير (*.docx)</translation></message>
    <message><source>Web page, for the screen (*.html)</source><translation>صفحة وب للشاشة (*.html)</translation></message>
</context>
</TS>
