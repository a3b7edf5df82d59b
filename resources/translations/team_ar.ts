<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Adjudication</source>
        <translation>التحكيم</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;فريق</translation>
    </message>
    <message>
        <source>Merge projects…</source>
        <translation>دمج مشاريع…</translation>
    </message>
    <message>
        <source>Put colleagues' projects together with this one, or in a new file</source>
        <translation>جمع مشاريع الزملاء مع هذا المشروع أو في ملف جديد</translation>
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
        <translation>إرسال للمراجعة…</translation>
    </message>
    <message>
        <source>One file with the chosen pairs and their passages, for a second editor</source>
        <translation>ملف واحد فيه الأزواج المختارة ومقاطعها، لمحرر ثان</translation>
    </message>
    <message>
        <source>Take in a returned review packet…</source>
        <translation>استلام رزمة مراجعة عائدة…</translation>
    </message>
    <message>
        <source>I work on these articles</source>
        <translation>إسناد هذه المقالات إليّ</translation>
    </message>
    <message>
        <source>Give these articles to an editor…</source>
        <translation>إسناد هذه المقالات إلى محرر…</translation>
    </message>
    <message>
        <source>Choose the first version</source>
        <translation>اختيار القول الأول</translation>
    </message>
    <message>
        <source>Choose the second version</source>
        <translation>اختيار القول الثاني</translation>
    </message>
    <message>
        <source>Choose the third version</source>
        <translation>اختيار القول الثالث</translation>
    </message>
    <message>
        <source>Choose the fourth version</source>
        <translation>اختيار القول الرابع</translation>
    </message>
    <message>
        <source>Choose the fifth version</source>
        <translation>اختيار القول الخامس</translation>
    </message>
    <message>
        <source>Choose the sixth version</source>
        <translation>اختيار القول السادس</translation>
    </message>
    <message>
        <source>Choose the seventh version</source>
        <translation>اختيار القول السابع</translation>
    </message>
    <message>
        <source>Choose the eighth version</source>
        <translation>اختيار القول الثامن</translation>
    </message>
    <message>
        <source>Choose the ninth version</source>
        <translation>اختيار القول التاسع</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>الحكم بغير ذلك</translation>
    </message>
    <message>
        <source>A verdict that none of the editors gave, another label or other words for a mark</source>
        <translation>حكم لم يُصدره أي من المحررين، أو صنف آخر للعلامة أو كلمات أخرى</translation>
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
        <translation>إظهاره في موضعه</translation>
    </message>
    <message>
        <source>Settled ones too</source>
        <translation>المحسوم أيضا</translation>
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
        <translation>محسوم</translation>
    </message>
    <message>
        <source>open</source>
        <translation>غير محسوم</translation>
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
    <message><source>Another label, or other words: select them in the passage first.</source><translation>صنف آخر، أو كلمات أخرى تحددها في الفقرة أولا.</translation></message>
    <message>
        <source>What editors decided differently</source>
        <translation>ما اختلف فيه المحررون</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>المحسوم</translation>
    </message>
    <message>
        <source>Settled ones too</source>
        <translation>المحسوم أيضا</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>الحكم بغير ذلك</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>التحكيم</translation>
    </message>
    <message>
        <source>{done} of {all} settled</source>
        <translation>حُسم {done} من {all}</translation>
    </message>
    <message>
        <source>Everything that editors decided differently is settled.</source>
        <translation>حُسم كل ما اختلف فيه المحررون.</translation>
    </message>
    <message>
        <source>When two editors decide differently on one mark, pair or name, their versions stand here beside each other until somebody chooses. Merge a colleague's project, or take in a returned review packet, to see where you differ.</source>
        <translation>إذا اختلف محرران في علامة أو زوج أو اسم، ظهر قولاهما هنا متجاورين حتى يُختار أحدهما. ادمج مشروع زميل، أو استلم رزمة مراجعة عائدة، لترى أين تختلفان.</translation>
    </message>
    <message>
        <source>{editor} chose “{said}”, {moment}</source>
        <translation>اختار {editor} «{said}»، {moment}</translation>
    </message>
</context>
<context>
    <name>TeamCommands</name>
    <message>
        <source>a colleague</source>
        <translation>زميل</translation>
    </message>
    <message>
        <source>Review packet from {}: decide on its pairs, close the window, and send the file back.</source>
        <translation>رزمة مراجعة من {}: احكم في أزواجها، ثم أغلق النافذة وأعد الملف إليه.</translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es) to settle</source>
        <translation>
            <numerusform>لا اختلاف ينتظر الحسم</numerusform>
            <numerusform>اختلاف واحد ينتظر الحسم</numerusform>
            <numerusform>اختلافان ينتظران الحسم</numerusform>
            <numerusform>%n اختلافات تنتظر الحسم</numerusform>
            <numerusform>%n اختلافا ينتظر الحسم</numerusform>
            <numerusform>%n اختلاف ينتظر الحسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken in; nobody decided differently. Undo takes it back.</source>
        <translation>ضُم ما فيه، ولم يقرر أحد بخلاف غيره. والتراجع يلغيه.</translation>
    </message>
    <message>
        <source>Packet written: {}</source>
        <translation>كُتبت الرزمة: {}</translation>
    </message>
    <message>
        <source>This file is no review packet of this project. To put two projects together, merge them.</source>
        <translation>ليس هذا الملف رزمة مراجعة من هذا المشروع. لجمع مشروعين ادمجهما.</translation>
    </message>
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
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Names, times and figures</source>
        <translation>الأسماء والأزمنة والأرقام</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>الاقتباسات</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>الادعاءات</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>الأحكام</translation>
    </message>
    <message>
        <source>Agreement of the editors</source>
        <translation>اتفاق المحررين</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>ما يُقارن</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>المتفق عليه</translation>
    </message>
    <message>
        <source>Cohen κ</source>
        <translation>كوهين κ</translation>
    </message>
    <message>
        <source>Fleiss κ</source>
        <translation>فليس κ</translation>
    </message>
    <message>
        <source>Krippendorff α</source>
        <translation>كريبندورف α</translation>
    </message>
    <message>
        <source>α of spans</source>
        <translation>α بالحدود</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Two editors, beyond chance. 1 is full agreement, 0 what chance gives.</source>
        <translation>محرران، فوق المصادفة: 1 اتفاق تام، و0 ما تعطيه المصادفة.</translation>
    </message>
    <message>
        <source>All editors, over the units on which each of them decided.</source>
        <translation>كل المحررين، في المواضع التي قرر فيها كل منهم.</translation>
    </message>
    <message>
        <source>Any number of editors, any of whom may have left units out; categories only.</source>
        <translation>أي عدد من المحررين وإن ترك بعضهم مواضع؛ التصنيف وحده.</translation>
    </message>
    <message>
        <source>Over the whole texts with their borders: who marks a word more or less agrees in part.</source>
        <translation>النصوص كلها بحدود العلامات: من زاد كلمة أو نقصها اتفق بعض الاتفاق.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>ما قالوه</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>مواضع الاختلاف</translation>
    </message>
    <message>
        <source>Add projects…</source>
        <translation>أضف مشاريع…</translation>
    </message>
    <message>
        <source>Compare with colleagues' files that were not merged yet</source>
        <translation>قارن بملفات الزملاء التي لم تُدمج بعد</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>صدّر CSV…</translation>
    </message>
    <message>
        <source>Written: {} and {}</source>
        <translation>كُتب {} و{}</translation>
    </message>
    <message>
        <source>Editors and their decisions: {}</source>
        <translation>المحررون وعدد قراراتهم: {}</translation>
    </message>
    <message>
        <source>There is nothing yet on which two editors decided. Merge a colleague's project, add one here, or take in a review packet.</source>
        <translation>لا شيء بعد قرر فيه محرران. ادمج مشروع زميل، أو أضفه هنا، أو استلم رزمة مراجعة.</translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>لا اختلاف</numerusform>
            <numerusform>موضع اختلاف واحد</numerusform>
            <numerusform>موضعا اختلاف</numerusform>
            <numerusform>%n مواضع اختلاف</numerusform>
            <numerusform>%n موضع اختلاف</numerusform>
            <numerusform>%n موضع اختلاف</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>This article is in the other project only.</source>
        <translation>هذا المقال في المشروع الآخر وحده.</translation>
    </message>
    <message>
        <source>Mizan projects (*.mizan)</source>
        <translation>مشاريع ميزان (*.mizan)</translation>
    </message>
    <message>
        <source>Add projects</source>
        <translation>إضافة مشاريع</translation>
    </message>
    <message>
        <source>{} agreement.csv</source>
        <translation>اتفاق {}.csv</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>تصدير CSV</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge projects</source>
        <translation>دمج مشاريع</translation>
    </message>
    <message>
        <source>Articles are recognised by their text, and what editors decided is put together. Where they decided differently, both versions stay, for adjudication. The files you choose stay as they are.</source>
        <translation>تُعرف المقالات بنصوصها، وتُجمع قرارات المحررين. وحيث اختلفوا يبقى القولان إلى أن يُحسم الخلاف. وتبقى الملفات التي تختارها كما هي.</translation>
    </message>
    <message>
        <source>Projects to merge</source>
        <translation>المشاريع التي تُدمج</translation>
    </message>
    <message>
        <source>Add projects…</source>
        <translation>أضف مشاريع…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>احذف</translation>
    </message>
    <message>
        <source>Into this project, as one step that undo takes back</source>
        <translation>في هذا المشروع، خطوة واحدة يلغيها التراجع</translation>
    </message>
    <message>
        <source>Into a new file; this project stays as it is</source>
        <translation>في ملف جديد، ويبقى هذا المشروع كما هو</translation>
    </message>
    <message>
        <source>Reading the projects</source>
        <translation>قراءة المشاريع</translation>
    </message>
    <message>
        <source>Mizan projects (*.mizan)</source>
        <translation>مشاريع ميزان (*.mizan)</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>ادمج</translation>
    </message>
    <message>
        <source>Merge into a new file…</source>
        <translation>ادمج في ملف جديد…</translation>
    </message>
    <message>
        <source>Reading the projects…</source>
        <translation>قراءة المشاريع…</translation>
    </message>
    <message>
        <source>Add the project files of your colleagues, or drop them here.</source>
        <translation>أضف ملفات مشاريع زملائك أو أفلتها هنا.</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>لا مقالات جديدة</numerusform>
            <numerusform>مقال جديد واحد</numerusform>
            <numerusform>مقالان جديدان</numerusform>
            <numerusform>%n مقالات جديدة</numerusform>
            <numerusform>%n مقالا جديدا</numerusform>
            <numerusform>%n مقال جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known</source>
        <translation>
            <numerusform>لا معروف</numerusform>
            <numerusform>مقال معروف واحد</numerusform>
            <numerusform>مقالان معروفان</numerusform>
            <numerusform>%n مقالات معروفة</numerusform>
            <numerusform>%n مقالا معروفا</numerusform>
            <numerusform>%n مقال معروف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) on marks</source>
        <translation>
            <numerusform>لا قرارات في العلامات</numerusform>
            <numerusform>قرار واحد في العلامات</numerusform>
            <numerusform>قراران في العلامات</numerusform>
            <numerusform>%n قرارات في العلامات</numerusform>
            <numerusform>%n قرارا في العلامات</numerusform>
            <numerusform>%n قرار في العلامات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>لا أحكام</numerusform>
            <numerusform>حكم واحد</numerusform>
            <numerusform>حكمان</numerusform>
            <numerusform>%n أحكام</numerusform>
            <numerusform>%n حكما</numerusform>
            <numerusform>%n حكم</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in it is new to this project.</source>
        <translation>لا جديد فيها على هذا المشروع.</translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es) to settle</source>
        <translation>
            <numerusform>لا اختلاف ينتظر الحسم</numerusform>
            <numerusform>اختلاف واحد ينتظر الحسم</numerusform>
            <numerusform>اختلافان ينتظران الحسم</numerusform>
            <numerusform>%n اختلافات تنتظر الحسم</numerusform>
            <numerusform>%n اختلافا ينتظر الحسم</numerusform>
            <numerusform>%n اختلاف ينتظر الحسم</numerusform>
        </translation>
    </message>
    <message>
        <source>No clash: nobody decided differently.</source>
        <translation>لا اختلاف: لم يقرر أحد بخلاف غيره.</translation>
    </message>
    <message>
        <source>The merged project</source>
        <translation>المشروع المدموج</translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message>
        <source>Send for review</source>
        <translation>إرسال للمراجعة</translation>
    </message>
    <message>
        <source>One file with the pairs you choose and just the passages that they need. Your colleague opens it in Mizan, decides without seeing your verdicts, and sends it back; drop it on this window to take the verdicts in beside yours.</source>
        <translation>ملف واحد فيه الأزواج التي تختارها وما تحتاج إليه من مقاطع فقط. يفتحه زميلك في ميزان ويحكم دون أن يرى أحكامك ثم يعيده، فتفلته على هذه النافذة لتُضم أحكامه إلى جانب أحكامك.</translation>
    </message>
    <message>
        <source>The pair in sight</source>
        <translation>الزوج المعروض</translation>
    </message>
    <message numerus="yes">
        <source>%n undecided contradiction(s)</source>
        <translation>
            <numerusform>لا تناقض ينتظر حكما</numerusform>
            <numerusform>تناقض واحد ينتظر حكما</numerusform>
            <numerusform>تناقضان ينتظران حكما</numerusform>
            <numerusform>%n تناقضات تنتظر حكما</numerusform>
            <numerusform>%n تناقضا ينتظر حكما</numerusform>
            <numerusform>%n تناقض ينتظر حكما</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided pair(s), those to check too</source>
        <translation>
            <numerusform>لا زوج ينتظر حكما، ولا مما هو للتحقق</numerusform>
            <numerusform>زوج واحد ينتظر حكما، مع ما هو للتحقق</numerusform>
            <numerusform>زوجان ينتظران حكما، مع ما هو للتحقق</numerusform>
            <numerusform>%n أزواج تنتظر حكما، مع ما هو للتحقق</numerusform>
            <numerusform>%n زوجا ينتظر حكما، مع ما هو للتحقق</numerusform>
            <numerusform>%n زوج ينتظر حكما، مع ما هو للتحقق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided pair(s), for a second opinion</source>
        <translation>
            <numerusform>لا زوج محكوما فيه لرأي ثان</numerusform>
            <numerusform>زوج واحد محكوم فيه، لرأي ثان</numerusform>
            <numerusform>زوجان محكوم فيهما، لرأي ثان</numerusform>
            <numerusform>%n أزواج محكوم فيها، لرأي ثان</numerusform>
            <numerusform>%n زوجا محكوما فيه، لرأي ثان</numerusform>
            <numerusform>%n زوج محكوم فيه، لرأي ثان</numerusform>
        </translation>
    </message>
    <message>
        <source>A note for the reviewer: what to look at</source>
        <translation>ملاحظة للمراجع: فيم ينظر</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Save the packet…</source>
        <translation>احفظ الرزمة…</translation>
    </message>
    <message>
        <source>{} review.mizan</source>
        <translation>مراجعة {}.mizan</translation>
    </message>
    <message>
        <source>The packet</source>
        <translation>الرزمة</translation>
    </message>
    <message>
        <source>Mizan projects (*.mizan)</source>
        <translation>مشاريع ميزان (*.mizan)</translation>
    </message>
</context>
<context>
    <name>TakeBox</name>
    <message>
        <source>Review packet</source>
        <translation>رزمة مراجعة</translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) in this packet</source>
        <translation>
            <numerusform>لا أحكام في هذه الرزمة</numerusform>
            <numerusform>حكم واحد في هذه الرزمة</numerusform>
            <numerusform>حكمان في هذه الرزمة</numerusform>
            <numerusform>%n أحكام في هذه الرزمة</numerusform>
            <numerusform>%n حكما في هذه الرزمة</numerusform>
            <numerusform>%n حكم في هذه الرزمة</numerusform>
        </translation>
    </message>
    <message>
        <source>by {}</source>
        <translation>حكم فيها: {}</translation>
    </message>
    <message numerus="yes">
        <source>%n differ from what stands here; both stay, for adjudication</source>
        <translation>
            <numerusform>لا شيء منها يخالف القائم هنا</numerusform>
            <numerusform>واحد منها يخالف القائم هنا؛ يبقى القولان للتحكيم</numerusform>
            <numerusform>اثنان منها يخالفان القائم هنا؛ تبقى الأقوال للتحكيم</numerusform>
            <numerusform>%n منها تخالف القائم هنا؛ تبقى الأقوال للتحكيم</numerusform>
            <numerusform>%n منها تخالف القائم هنا؛ تبقى الأقوال للتحكيم</numerusform>
            <numerusform>%n منها تخالف القائم هنا؛ تبقى الأقوال للتحكيم</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>استلم</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Mine</source>
        <translation>مقالاتي</translation>
    </message>
    <message>
        <source>Only the articles that you work on</source>
        <translation>المقالات المسندة إليك وحدها</translation>
    </message>
</context>
<context>
    <name>ProgressModel</name>
    <message>
        <source>Editor</source>
        <translation>المحرر</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Assigned to me</source>
        <translation>المسندة إليّ</translation>
    </message>
    <message>
        <source>Only pairs with an article that you work on</source>
        <translation>الأزواج التي فيها مقال مسند إليك وحدها</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>otherwise: {}</source>
        <translation>وقال غيره: {}</translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message>
        <source>editors differ: {}</source>
        <translation>اختلف المحررون: {}</translation>
    </message>
</context>
</TS>
