<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Adjudication</source>
        <translation>الفصل</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>ال&amp;فريق</translation>
    </message>
    <message>
        <source>Merge projects…</source>
        <translation>ادمج مشاريع…</translation>
    </message>
    <message>
        <source>Put colleagues' projects together with this one, or in a new file</source>
        <translation>اجمع مشاريع الزملاء مع هذا المشروع أو في ملف جديد</translation>
    </message>
    <message>
        <source>Agreement of the editors…</source>
        <translation>اتفاق المحررين…</translation>
    </message>
    <message>
        <source>How far editors agree, and where they do not</source>
        <translation>مدى اتفاق المحررين، ومواضع اختلافهم</translation>
    </message>
    <message>
        <source>Send for review…</source>
        <translation>أرسل للمراجعة…</translation>
    </message>
    <message>
        <source>One file with the chosen pairs and their passages, for a second editor</source>
        <translation>ملف واحد فيه الأزواج المختارة ومقاطعها، لمحرر ثان</translation>
    </message>
    <message>
        <source>Take in a returned review packet…</source>
        <translation>استلم رزمة مراجعة عادت…</translation>
    </message>
    <message>
        <source>I work on these articles</source>
        <translation>أنا أعمل على هذه المقالات</translation>
    </message>
    <message>
        <source>Give these articles to an editor…</source>
        <translation>أسند هذه المقالات إلى محرر…</translation>
    </message>
    <message>
        <source>Choose the first version</source>
        <translation>اختر القول الأول</translation>
    </message>
    <message>
        <source>Choose the second version</source>
        <translation>اختر القول الثاني</translation>
    </message>
    <message>
        <source>Choose the third version</source>
        <translation>اختر القول الثالث</translation>
    </message>
    <message>
        <source>Choose the fourth version</source>
        <translation>اختر القول الرابع</translation>
    </message>
    <message>
        <source>Choose the fifth version</source>
        <translation>اختر القول الخامس</translation>
    </message>
    <message>
        <source>Choose the sixth version</source>
        <translation>اختر القول السادس</translation>
    </message>
    <message>
        <source>Choose the seventh version</source>
        <translation>اختر القول السابع</translation>
    </message>
    <message>
        <source>Choose the eighth version</source>
        <translation>اختر القول الثامن</translation>
    </message>
    <message>
        <source>Choose the ninth version</source>
        <translation>اختر القول التاسع</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>احكم بغير ذلك</translation>
    </message>
    <message>
        <source>A verdict that none of the editors gave</source>
        <translation>حكم لم يقل به أي من المحررين</translation>
    </message>
    <message>
        <source>Next clash</source>
        <translation>الاختلاف التالي</translation>
    </message>
    <message>
        <source>Previous clash</source>
        <translation>الاختلاف السابق</translation>
    </message>
    <message>
        <source>In its place</source>
        <translation>في موضعه</translation>
    </message>
    <message>
        <source>Settled ones too</source>
        <translation>وما فُصل فيه</translation>
    </message>
</context>
<context>
    <name>Adjudication</name>
    <message>
        <source>Mark</source>
        <translation>علامة</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>حكم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>اسم</translation>
    </message>
    <message>
        <source>Question or relation</source>
        <translation>سؤال أو علاقة</translation>
    </message>
    <message>
        <source>Who works on it</source>
        <translation>من يعمل عليه</translation>
    </message>
    <message>
        <source>unnamed editor</source>
        <translation>محرر بلا اسم</translation>
    </message>
    <message>
        <source>No mark here</source>
        <translation>لا علامة هنا</translation>
    </message>
    <message>
        <source>called {}</source>
        <translation>يسمى {}</translation>
    </message>
</context>
<context>
    <name>ClashModel</name>
    <message>
        <source>settled</source>
        <translation>فُصل فيه</translation>
    </message>
    <message>
        <source>open</source>
        <translation>لم يُفصل فيه</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Stands now</source>
        <translation>القائم الآن</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>اختر</translation>
    </message>
    <message>
        <source>Let this version hold</source>
        <translation>اجعل هذا القول هو المعتمد</translation>
    </message>
</context>
<context>
    <name>AdjudicatePage</name>
    <message>
        <source>What editors decided differently</source>
        <translation>ما اختلف فيه المحررون</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>ما فُصل فيه</translation>
    </message>
    <message>
        <source>Settled ones too</source>
        <translation>وما فُصل فيه</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>احكم بغير ذلك</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>الفصل</translation>
    </message>
    <message>
        <source>{done} of {all} settled</source>
        <translation>فُصل في {done} من {all}</translation>
    </message>
    <message>
        <source>Everything that editors decided differently is settled.</source>
        <translation>فُصل في كل ما اختلف فيه المحررون.</translation>
    </message>
    <message>
        <source>When two editors decide differently on one mark, pair or name, their versions stand here beside each other until somebody chooses. Merge a colleague's project, or take in a returned review packet, to see where you differ.</source>
        <translation>إذا اختلف محرران في علامة أو زوج أو اسم، ظهر قولاهما هنا متجاورين حتى يُختار أحدهما. ادمج مشروع زميل، أو استلم رزمة مراجعة عادت، لترى أين تختلفان.</translation>
    </message>
    <message>
        <source>{editor} chose “{said}”, {moment}</source>
        <translation>اختار {editor} «{said}»، {moment}</translation>
    </message>
</context>
<context>
    <name>TeamCommands</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles} given to {editor}.</source>
        <translation>أُسند إلى {editor}: {articles}.</translation>
    </message>
    <message>
        <source>{articles} given to nobody.</source>
        <translation>بلا محرر الآن: {articles}.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Who works on these articles</source>
        <translation>من يعمل على هذه المقالات</translation>
    </message>
    <message>
        <source>The name of an editor, of this project or a new one:</source>
        <translation>اسم محرر من هذا المشروع أو محرر جديد:</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Your i&amp;dentifier</source>
        <translation>&amp;معرّفك</translation>
    </message>
    <message>
        <source>Your decisions stay yours when the name changes. On a second machine, type the same one in.</source>
        <translation>تبقى قراراتك لك وإن تغيّر الاسم. اكتب المعرّف نفسه على جهازك الآخر.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>give articles to an editor</source>
        <translation>إسناد مقالات إلى محرر</translation>
    </message>
    <message>
        <source>merge projects</source>
        <translation>دمج مشاريع</translation>
    </message>
    <message>
        <source>take in a review packet</source>
        <translation>استلام رزمة مراجعة</translation>
    </message>
</context>
</TS>
