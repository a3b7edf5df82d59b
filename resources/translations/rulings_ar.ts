<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Question in other words…</source>
        <translation>صياغة السؤال بكلمات أخرى…</translation>
    </message>
    <message>
        <source>Merge with other questions…</source>
        <translation>ضم أسئلة أخرى إليه…</translation>
    </message>
    <message>
        <source>Split the question…</source>
        <translation>فصل إجابات عن السؤال…</translation>
    </message>
    <message>
        <source>Question as the comparison found it</source>
        <translation>السؤال كما وجدته المقارنة</translation>
    </message>
    <message>
        <source>Remove the relation drawn by hand</source>
        <translation>حذف العلاقة المضافة يدويا</translation>
    </message>
    <message>
        <source>Relate to another passage…</source>
        <translation>ربط بمقطع آخر…</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>relate two passages</source>
        <translation>ربط مقطعين</translation>
    </message>
    <message>
        <source>remove a relation</source>
        <translation>حذف علاقة</translation>
    </message>
    <message>
        <source>question in other words</source>
        <translation>صياغة سؤال بكلمات أخرى</translation>
    </message>
    <message>
        <source>merge questions</source>
        <translation>ضم أسئلة</translation>
    </message>
    <message>
        <source>split a question</source>
        <translation>فصل سؤال</translation>
    </message>
    <message>
        <source>take a decision about questions back</source>
        <translation>سحب قرار في الأسئلة</translation>
    </message>
</context>
<context>
    <name>Relating</name>
    <message>
        <source>Select words, or a mark, then relate them to another passage.</source>
        <translation>حدّد كلمات أو علامة، ثم اربطها بمقطع آخر.</translation>
    </message>
    <message>
        <source>Relating “{words}”: select the other passage, here or in another article, and press {key}. Esc leaves.</source>
        <translation>ربط «{words}»: حدّد المقطع الآخر، هنا أو في مقال آخر، ثم اضغط {key}. ومفتاح Esc يلغي.</translation>
    </message>
    <message>
        <source>Related: see Contradictions.</source>
        <translation>رُبط المقطعان: تجدهما في التناقضات.</translation>
    </message>
</context>
<context>
    <name>ContradictionsPanel</name>
    <message numerus="yes">
        <source>%n verdict(s) no longer found</source>
        <translation>
            <numerusform>لا أحكام من هذا القبيل</numerusform>
            <numerusform>حكم لم تعد المقارنة تجده</numerusform>
            <numerusform>حكمان لم تعد المقارنة تجدهما</numerusform>
            <numerusform>%n أحكام لم تعد المقارنة تجدها</numerusform>
            <numerusform>%n حكما لم تعد المقارنة تجدها</numerusform>
            <numerusform>%n حكم لم تعد المقارنة تجدها</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationDelegate</name>
    <message>
        <source>≠ {number} verdicts</source>
        <translation>≠ أحكام: {number}</translation>
    </message>
</context>
<context>
    <name>VerdictForm</name>
    <message>
        <source>unnamed editor</source>
        <translation>محرر لم يُسمَّ</translation>
    </message>
    <message numerus="yes">
        <source>%n editors, different verdicts</source>
        <translation>
            <numerusform>أحكام مختلفة</numerusform>
            <numerusform>محرر واحد، أحكام مختلفة</numerusform>
            <numerusform>محرران وحكمان مختلفان</numerusform>
            <numerusform>%n محررين وأحكام مختلفة</numerusform>
            <numerusform>%n محررا وأحكام مختلفة</numerusform>
            <numerusform>%n محرر وأحكام مختلفة</numerusform>
        </translation>
    </message>
    <message>
        <source>Follows another pair</source>
        <translation>تبعا لزوج آخر</translation>
    </message>
    <message>
        <source>Settled by the verdict on another pair. Go to that pair; a verdict here is an exception.</source>
        <translation>حُسم بالحكم على زوج آخر. اذهب إلى ذلك الزوج؛ والحكم هنا استثناء.</translation>
    </message>
    <message>
        <source>Choose the verdict that holds</source>
        <translation>اختر الحكم المعتمد</translation>
    </message>
</context>
<context>
    <name>QuestionCommands</name>
    <message>
        <source>Question in other words</source>
        <translation>صياغة السؤال بكلمات أخرى</translation>
    </message>
    <message>
        <source>Merge questions</source>
        <translation>ضم أسئلة</translation>
    </message>
    <message>
        <source>Tick the questions that ask the same as this one. Their answers come under it.</source>
        <translation>اختر الأسئلة التي تسأل ما يسأله هذا، فتنتقل إجاباتها إليه.</translation>
    </message>
    <message>
        <source>Split the question</source>
        <translation>فصل السؤال</translation>
    </message>
    <message>
        <source>Tick the answers that belong to another question, and say which.</source>
        <translation>اختر الإجابات التي تخص سؤالا آخر، واكتب ذلك السؤال.</translation>
    </message>
    <message>
        <source>The question is as the comparison found it.</source>
        <translation>عاد السؤال كما وجدته المقارنة.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>ال&amp;سؤال</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
</context>
<context>
    <name>LostVerdicts</name>
    <message>
        <source>Back to the pairs</source>
        <translation>عودة إلى الأزواج</translation>
    </message>
    <message>
        <source>Editors decided on these pairs; the comparison no longer sets their passages side by side.</source>
        <translation>حكم المحررون في هذه الأزواج، ولم تعد المقارنة تقابل بين مقاطعها.</translation>
    </message>
    <message>
        <source>Verdicts no longer found</source>
        <translation>أحكام لم تعد المقارنة تجدها</translation>
    </message>
    <message>
        <source>Remove the verdict</source>
        <translation>حذف الحكم</translation>
    </message>
    <message>
        <source>Left alone, it stays on record, in exports and in the report.</source>
        <translation>إن تُرك بقي في السجل والتصدير والتقرير.</translation>
    </message>
</context>
</TS>
