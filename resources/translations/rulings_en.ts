<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ContradictionsPanel</name>
    <message numerus="yes">
        <source>%n verdict(s) no longer found</source>
        <translation>
            <numerusform>%n verdict no longer found</numerusform>
            <numerusform>%n verdicts no longer found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictForm</name>
    <message numerus="yes">
        <source>%n editors, different verdicts</source>
        <translation>
            <numerusform>%n editor, different verdicts</numerusform>
            <numerusform>%n editors, different verdicts</numerusform>
        </translation>
    </message>
</context>
</TS>
