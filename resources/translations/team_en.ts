<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TeamCommands</name>
    <message numerus="yes">
        <source>%n clash(es) to settle</source>
        <translation>
            <numerusform>%n clash to settle</numerusform>
            <numerusform>%n clashes to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n disagreement</numerusform>
            <numerusform>%n disagreements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known</source>
        <translation>
            <numerusform>%n known</numerusform>
            <numerusform>%n known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) on marks</source>
        <translation>
            <numerusform>%n decision on marks</numerusform>
            <numerusform>%n decisions on marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>%n verdict</numerusform>
            <numerusform>%n verdicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es) to settle</source>
        <translation>
            <numerusform>%n clash to settle</numerusform>
            <numerusform>%n clashes to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message numerus="yes">
        <source>%n undecided contradiction(s)</source>
        <translation>
            <numerusform>%n undecided contradiction</numerusform>
            <numerusform>%n undecided contradictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided pair(s), those to check too</source>
        <translation>
            <numerusform>%n undecided pair, those to check too</numerusform>
            <numerusform>%n undecided pairs, those to check too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided pair(s), for a second opinion</source>
        <translation>
            <numerusform>%n decided pair, for a second opinion</numerusform>
            <numerusform>%n decided pairs, for a second opinion</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeBox</name>
    <message numerus="yes">
        <source>%n verdict(s) in this packet</source>
        <translation>
            <numerusform>%n verdict in this packet</numerusform>
            <numerusform>%n verdicts in this packet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ from what stands here; both stay, for adjudication</source>
        <translation>
            <numerusform>%n differs from what stands here; both stay, for adjudication</numerusform>
            <numerusform>%n differ from what stands here; both stay, for adjudication</numerusform>
        </translation>
    </message>
</context>
</TS>
