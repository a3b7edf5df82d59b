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
</TS>
