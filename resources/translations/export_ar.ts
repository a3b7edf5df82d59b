<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>ExportDialog</name>
    <message><source>The whole project, to be imported again</source><translation>المشروع كله، لاستيراده من جديد</translation></message>
    <message><source>Excel workbook, right to left</source><translation>مصنف Excel من اليمين إلى اليسار</translation></message>
    <message><source>doccano (JSONL)</source><translation>‏doccano ‏(JSONL)</translation></message>
    <message><source>Label Studio (JSON)</source><translation>‏Label Studio ‏(JSON)</translation></message>
    <message><source>brat standoff (ZIP)</source><translation>‏brat standoff ‏(ZIP)</translation></message>
    <message><source>CoNLL, IOB2 tags for training</source><translation>‏CoNLL بوسوم IOB2 للتدريب</translation></message>
    <message><source>INCEpTION: WebAnno TSV 3 (ZIP)</source><translation>‏INCEpTION: ‏WebAnno TSV 3 ‏(ZIP)</translation></message>
    <message><source>INCEpTION: UIMA CAS XMI (ZIP)</source><translation>‏INCEpTION: ‏UIMA CAS XMI ‏(ZIP)</translation></message>
    <message><source>INCEpTION: UIMA CAS JSON (ZIP)</source><translation>‏INCEpTION: ‏UIMA CAS JSON ‏(ZIP)</translation></message>
    <message><source>W3C Web Annotation (JSON-LD)</source><translation>‏W3C Web Annotation ‏(JSON-LD)</translation></message>
    <message><source>REFI-QDA, for QualCoder, ATLAS.ti and MAXQDA</source><translation>‏REFI-QDA لبرامج QualCoder وATLAS.ti وMAXQDA</translation></message>
    <message><source>ClaimReview, for the web (JSON-LD)</source><translation>‏ClaimReview للنشر على الويب (JSON-LD)</translation></message>
    <message><source>Only what an editor decided</source><translation>ما قرره محرر فقط</translation></message>
    <message><source>Without suggestions below {}</source><translation>بلا اقتراحات درجتها دون {}</translation></message>
    <message><source>Written. This format could not hold:</source><translation>كُتب الملف. ما لم تسعه هذه الصيغة:</translation></message>
    <message><source>Close</source><translation>إغلاق</translation></message>
</context>
</TS>
