<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>ArticleList</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n undecided mark(s)</source>
            <translation>
                <numerusform>%n undecided mark</numerusform>
                <numerusform>%n undecided marks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ArticleModel</name>
        <message numerus="yes">
            <source>%n undecided</source>
            <translation>
                <numerusform>%n undecided</numerusform>
                <numerusform>%n undecided</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
                </context>
    <context>
        <name>MarkCommands</name>
        <message numerus="yes">
            <source>Marked alike in %n place(s).</source>
            <translation>
                <numerusform>Marked alike in %n place.</numerusform>
                <numerusform>Marked alike in %n places.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Accepted %n mark(s).</source>
            <translation>
                <numerusform>Accepted %n mark.</numerusform>
                <numerusform>Accepted %n marks.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rejected %n mark(s).</source>
            <translation>
                <numerusform>Rejected %n mark.</numerusform>
                <numerusform>Rejected %n marks.</numerusform>
            </translation>
        </message>
    </context>
<context>
    <name>Importing</name>
    <message numerus="yes">
            <source>%n article(s) added.</source>
            <translation>
                <numerusform>%n article added.</numerusform>
                <numerusform>%n articles added.</numerusform>
            </translation>
        </message>
    <message numerus="yes">
            <source>%n article(s) were in the project already.</source>
            <translation>
                <numerusform>%n article was in the project already.</numerusform>
                <numerusform>%n articles were in the project already.</numerusform>
            </translation>
        </message>
    <message numerus="yes">
            <source>%n file(s) left out:</source>
            <translation>
                <numerusform>%n file left out:</numerusform>
                <numerusform>%n files left out:</numerusform>
            </translation>
        </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>import of %n article(s)</source>
        <translation>
            <numerusform>import of %n article</numerusform>
            <numerusform>import of %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removal of %n article(s)</source>
        <translation>
            <numerusform>removal of %n article</numerusform>
            <numerusform>removal of %n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
