<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Try it with the samples</source>
        <translation>تجربة بالعينات</translation>
    </message>
    <message>
        <source>Labels of the project…</source>
        <translation>أصناف المشروع…</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>الانتقال إلى أي شيء…</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>تغيير المفاتيح…</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>What do several sources say about one story?</source>
        <translation>ماذا تقول مصادر عدة عن خبر واحد؟</translation>
    </message>
    <message>
        <source>Mizan reads them, lines up what they answer to the same question, and shows where they disagree.</source>
        <translation>يقرؤها ميزان، ويضع أجوبتها عن السؤال نفسه جنبا إلى جنب، ويُظهر أين تختلف.</translation>
    </message>
    <message>
        <source>See it in a minute</source>
        <translation>جرّبه في دقيقة</translation>
    </message>
    <message>
        <source>Eight short reports on one story; the first contradiction opens by itself.</source>
        <translation>ثمانية أخبار قصيرة عن قصة واحدة، ثم يُفتح أول تناقض تلقائيا.</translation>
    </message>
    <message>
        <source>Begin with your own articles</source>
        <translation>ابدأ بمقالاتك</translation>
    </message>
    <message>
        <source>Or drop files or a folder here: text, Word, PDF, saved pages, tables, ZIP.</source>
        <translation>أو أفلت هنا ملفات أو مجلدا: نصوص، Word‏، PDF، صفحات محفوظة، جداول، ZIP.</translation>
    </message>
    <message>
        <source>Go on with a project</source>
        <translation>تابع مشروعا</translation>
    </message>
    <message>
        <source>Open the project {}</source>
        <translation>فتح المشروع {}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>الانتقال إلى أي شيء</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>أوامر</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>مقالات</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>أسئلة</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>أسماء</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>مشاريع</translation>
    </message>
    <message>
        <source>An action, an article, a question, a name…</source>
        <translation>أمر أو مقال أو سؤال أو اسم…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>لا نتائج.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter goes there · Esc closes</source>
        <translation>↑ ↓ للاختيار · Enter للانتقال · Esc للإغلاق</translation>
    </message>
    <message>
        <source>There is nothing here that this could be done to.</source>
        <translation>لا شيء هنا يُجرى عليه هذا الأمر.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved at {}:</source>
        <translation>حُفظ الساعة {}:</translation>
    </message>
    <message>
        <source>Saved automatically:</source>
        <translation>يُحفظ تلقائيا في:</translation>
    </message>
    <message>
        <source>Reading only:</source>
        <translation>للقراءة فقط:</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>لم يُحفظ:</translation>
    </message>
    <message>
        <source>Every change is in the file at once; nothing has to be saved.</source>
        <translation>كل تغيير يصل إلى الملف فورا، فلا حاجة إلى الحفظ.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Places found so far: {}</source>
        <translation>المواضع حتى الآن: {}</translation>
    </message>
    <message>
        <source>The first {} places; more as you scroll</source>
        <translation>أول {} موضع، والبقية عند التمرير</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Change the keys</source>
        <translation>تغيير المفاتيح</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>ابحث عن أمر</translation>
    </message>
    <message>
        <source>Find by key</source>
        <translation>ابحث بالمفتاح</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>مفتاح جديد</translation>
    </message>
    <message>
        <source>Add this key</source>
        <translation>أضف هذا المفتاح</translation>
    </message>
    <message>
        <source>Give this key only</source>
        <translation>اجعله المفتاح الوحيد</translation>
    </message>
    <message>
        <source>Take the keys away</source>
        <translation>أزل المفاتيح</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>المفاتيح الأصلية</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>أعد كل المفاتيح الأصلية</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}” here; it is taken from there.</source>
        <translation>{key} لأمر «{action}» هنا؛ سيؤخذ منه.</translation>
    </message>
    <message>
        <source>{key} also means “{action}” elsewhere; that is no conflict.</source>
        <translation>{key} يعني «{action}» في موضع آخر؛ وهذا ليس تعارضا.</translation>
    </message>
    <message>
        <source>Letters of a page work on an Arabic keyboard too.</source>
        <translation>حروف الصفحات تعمل على لوحة المفاتيح العربية أيضا.</translation>
    </message>
</context>
<context>
    <name>TagsetDialog</name>
    <message>
        <source>Labels of the project</source>
        <translation>أصناف المشروع</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>أضف صنفا</translation>
    </message>
    <message>
        <source>Delete the label…</source>
        <translation>احذف الصنف…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>Offered in menus and keys</source>
        <translation>يُعرض في القوائم والمفاتيح</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>صنف جديد</translation>
    </message>
    <message>
        <source>There is a label of this name already.</source>
        <translation>يوجد صنف بهذا الاسم.</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>اسم الصنف</translation>
    </message>
    <message>
        <source>What the label is for</source>
        <translation>لأي شيء هذا الصنف</translation>
    </message>
    <message>
        <source>The built-in labels keep their meaning; name, colour and order are yours.</source>
        <translation>معنى الأصناف المدمجة ثابت، أما الاسم واللون والترتيب فلك.</translation>
    </message>
    <message>
        <source>Delete “{}”</source>
        <translation>حذف «{}»</translation>
    </message>
    <message>
        <source>What shall happen to its marks?</source>
        <translation>ماذا يحدث لعلاماته؟</translation>
    </message>
    <message>
        <source>Remove its marks</source>
        <translation>احذف علاماته</translation>
    </message>
    <message>
        <source>Label them {}</source>
        <translation>اجعلها {}</translation>
    </message>
    <message>
        <source>Colour {}</source>
        <translation>اللون {}</translation>
    </message>
</context>
    <context>
        <name>HitDelegate</name>
        <message>
            <source>Note on a mark</source>
            <translation>ملاحظة على علامة</translation>
        </message>
        <message>
            <source>Note on a verdict</source>
            <translation>ملاحظة على حكم</translation>
        </message>
    </context>
</TS>
