<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>MarkCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message numerus="yes">
        <source>%n mark(s) will be accepted</source>
        <translation>
            <numerusform>%n mark will be accepted</numerusform>
            <numerusform>%n marks will be accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) will be rejected</source>
        <translation>
            <numerusform>%n mark will be rejected</numerusform>
            <numerusform>%n marks will be rejected</numerusform>
        </translation>
    </message>
</context>
    <context>
        <name>MarkCommands</name>
        <message numerus="yes">
            <source>Deciding on %n mark(s)…</source>
            <translation>
                <numerusform>Deciding on %n mark…</numerusform>
                <numerusform>Deciding on %n marks…</numerusform>
            </translation>
        </message>
    </context>
</TS>
