<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AnswerDelegate</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s): copies of one text count once</source>
        <translation>
            <numerusform>%n voice: copies of one text count once</numerusform>
            <numerusform>%n voices: copies of one text count once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message numerus="yes">
        <source>Copied %n question(s).</source>
        <translation>
            <numerusform>Copied %n question.</numerusform>
            <numerusform>Copied %n questions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message numerus="yes">
        <source>%n more answer(s)</source>
        <translation>
            <numerusform>%n more answer</numerusform>
            <numerusform>%n more answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionHeader</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
        <message numerus="yes">
            <source>%n voice(s)</source>
            <translation>
                <numerusform>%n voice</numerusform>
                <numerusform>%n voices</numerusform>
            </translation>
        </message>
</context>
</TS>
