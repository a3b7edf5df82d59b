<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Backups…</source>
        <translation>النسخ الاحتياطية…</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Repair…</source>
        <translation>إصلاح…</translation>
    </message>
    <message>
        <source>Mizan ended abruptly last time; what you had done is saved.</source>
        <translation>انتهى ميزان فجأة في المرة السابقة؛ ما أنجزته محفوظ.</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>تقرير…</translation>
    </message>
    <message>
        <source>On another machine this project was opened and not closed: {}. If it is still open there, close it: else both write versions of their own.</source>
        <translation>فُتح هذا المشروع على جهاز آخر ولم يُغلق: {}. إن كان ما زال مفتوحا هناك فأغلقه، وإلا كتب كل جهاز نسخة تخصه.</translation>
    </message>
    <message>
        <source>A synchronised folder left other versions of this project, with work of their own: {}</source>
        <translation>تركت مزامنة المجلد نسخا أخرى من هذا المشروع فيها عمل ليس هنا: {}</translation>
    </message>
    <message>
        <source>Merge into this project</source>
        <translation>ادمجها في هذا المشروع</translation>
    </message>
    <message>
        <source>Merge into a new file…</source>
        <translation>ادمجها في ملف جديد…</translation>
    </message>
    <message>
        <source>Merged into {}</source>
        <translation>دُمجت في {}</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>يجري الدمج…</translation>
    </message>
    <message>
        <source>The versions are merged; undo takes that back.</source>
        <translation>دُمجت النسخ؛ والتراجع يعيد المشروع كما كان.</translation>
    </message>
    <message>
        <source>This project is free now; you can work on it.</source>
        <translation>أُغلق المشروع عند من كان يعمل عليه؛ يمكنك العمل عليه الآن.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>ابدأ العمل</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Report of an error</source>
        <translation>تقرير عن خطأ</translation>
    </message>
    <message>
        <source>This says where in the program it happened and what is installed. No word of your articles is in it, and nothing is sent: read it, save it, and send it if you like.</source>
        <translation>يقول هذا التقرير أين وقع الخطأ في البرنامج وما المثبّت على جهازك. ليس فيه كلمة من مقالاتك ولا يُرسل شيء: اقرأه واحفظه، وأرسله إن شئت.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>احفظ…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>نُسخ.</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>حُفظ باسم {}</translation>
    </message>
    <message>
        <source>It could not be saved there: {}</source>
        <translation>تعذّر حفظه هناك: {}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Copying…</source>
        <translation>جارٍ النسخ…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>في النسخة</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>ما يختلف</translation>
    </message>
    <message>
        <source>Looking what differs…</source>
        <translation>البحث عما يختلف…</translation>
    </message>
    <message>
        <source>What differs:</source>
        <translation>ما يختلف:</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>اصنع نسخة الآن</translation>
    </message>
    <message>
        <source>Save as a new project…</source>
        <translation>احفظها مشروعا جديدا…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعد هذه النسخة</translation>
    </message>
    <message>
        <source>They lie in {}. Restoring keeps the project as it stands as a backup too.</source>
        <translation>مكانها {}. الاستعادة تحفظ المشروع كما هو الآن نسخة احتياطية أيضا.</translation>
    </message>
    <message>
        <source>Restored; the project as it stood is the newest backup.</source>
        <translation>تمت الاستعادة؛ والمشروع كما كان محفوظ في أحدث نسخة.</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>حُفظت باسم {}</translation>
    </message>
    <message>
        <source>There is no backup yet; one is made each time the project is opened.</source>
        <translation>لا نسخة احتياطية بعد؛ تُصنع واحدة كلما فُتح المشروع.</translation>
    </message>
    <message>
        <source>Nothing differs from the project as it stands.</source>
        <translation>لا فرق بينها وبين المشروع كما هو الآن.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Decisions on marks</source>
        <translation>قرارات في العلامات</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>الأحكام</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>on opening</source>
        <translation>عند الفتح</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>قبل استيراد</translation>
    </message>
    <message>
        <source>before an analysis</source>
        <translation>قبل تحليل</translation>
    </message>
    <message>
        <source>before retraining</source>
        <translation>قبل تدريب</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>قبل استعادة</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>قبل دمج</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>بطلب</translation>
    </message>
    <message>
        <source>after the file was lost</source>
        <translation>بعد ضياع الملف</translation>
    </message>
    <message>
        <source>there</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>محذوف</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>The project file {} is damaged. What it still holds can be saved into a new file; it stays as it is.</source>
        <translation>ملف المشروع {} تالف. يمكن إنقاذ ما بقي فيه في ملف جديد، ويبقى هو كما هو.</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>Damaged project</source>
        <translation>مشروع تالف</translation>
    </message>
    <message>
        <source>The project file {} is damaged. It stays as it is: what it still holds is saved into a new file, and what could not be saved is listed here.</source>
        <translation>ملف المشروع {} تالف. يبقى كما هو: ما بقي فيه يُنقذ في ملف جديد، وما تعذّر إنقاذه يُذكر هنا.</translation>
    </message>
    <message>
        <source>What could not be saved</source>
        <translation>ما تعذّر إنقاذه</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الإنقاذ…</translation>
    </message>
    <message>
        <source>Save what can be saved…</source>
        <translation>أنقذ ما يمكن إنقاذه…</translation>
    </message>
    <message>
        <source>Take the newest backup…</source>
        <translation>خذ أحدث نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Open the saved project</source>
        <translation>افتح المشروع المُنقذ</translation>
    </message>
    <message>
        <source>Newest backup: {}</source>
        <translation>أحدث نسخة احتياطية: {}</translation>
    </message>
    <message>
        <source>There is no backup of it.</source>
        <translation>لا نسخة احتياطية له.</translation>
    </message>
    <message>
        <source>The backup of {} is saved as {}.</source>
        <translation>حُفظت نسخة {} باسم {}.</translation>
    </message>
    <message>
        <source>Saved in {}: {}</source>
        <translation>أُنقذ في {}: {}</translation>
    </message>
</context>
<context>
    <name>OpeningDialog</name>
    <message>
        <source>Repair…</source>
        <translation>إصلاح…</translation>
    </message>
    <message>
        <source>Open another project…</source>
        <translation>افتح مشروعا آخر…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
</context>
<context>
    <name>UndoneBar</name>
    <message>
        <source>Undone: {}. What came with it is out of the project; redo brings all of it back, until you change something else.</source>
        <translation>تُراجع عن: {}. خرج من المشروع كل ما جاء به، و«إعادة» ترجعه كله ما لم تغيّر شيئا آخر.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>import of %n article(s)</source>
        <translation>
            <numerusform>إضافة مقالات</numerusform>
            <numerusform>إضافة مقال واحد</numerusform>
            <numerusform>إضافة مقالين</numerusform>
            <numerusform>إضافة %n مقالات</numerusform>
            <numerusform>إضافة %n مقالا</numerusform>
            <numerusform>إضافة %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removal of %n article(s)</source>
        <translation>
            <numerusform>إزالة مقالات</numerusform>
            <numerusform>إزالة مقال واحد</numerusform>
            <numerusform>إزالة مقالين</numerusform>
            <numerusform>إزالة %n مقالات</numerusform>
            <numerusform>إزالة %n مقالا</numerusform>
            <numerusform>إزالة %n مقال</numerusform>
        </translation>
    </message>
</context>
</TS>
