<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%n article(s) found</source>
        <translation><numerusform>%n article found</numerusform><numerusform>%n articles found</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them there already</source>
        <translation><numerusform>%n of them there already</numerusform><numerusform>%n of them there already</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation><numerusform>%n problem</numerusform><numerusform>%n problems</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n article(s)</source>
        <translation><numerusform>Add %n article</numerusform><numerusform>Add %n articles</numerusform></translation>
    </message>
</context>
<context>
    <name>TakenWords</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation><numerusform>%n article</numerusform><numerusform>%n articles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation><numerusform>%n mark</numerusform><numerusform>%n marks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation><numerusform>%n verdict</numerusform><numerusform>%n verdicts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n row</numerusform><numerusform>%n rows</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation><numerusform>%n left out</numerusform><numerusform>%n left out</numerusform></translation>
    </message>
</context>
</TS>
