<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Mizan</source>
            <translation>حول ميزان</translation>
        </message>
        <message>
            <source>Mizan {}</source>
            <translation>ميزان {}</translation>
        </message>
        <message>
            <source>Reads what several Arabic sources wrote about one story and shows where they differ.</source>
            <translation>يقرأ ما كتبته مصادر عربية عدة عن خبر واحد، ويُظهر أين تختلف.</translation>
        </message>
        <message>
            <source>Everything stays on this machine. Free software under the MIT licence.</source>
            <translation>كل شيء يبقى على هذا الجهاز. برنامج حرّ برخصة MIT.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Preferences…</source>
            <translation>التفضيلات…</translation>
        </message>
        <message>
            <source>Names of the project…</source>
            <translation>أسماء المشروع…</translation>
        </message>
        <message>
            <source>New project…</source>
            <translation>مشروع جديد…</translation>
        </message>
        <message>
            <source>Open project…</source>
            <translation>فتح مشروع…</translation>
        </message>
        <message>
            <source>Add articles…</source>
            <translation>إضافة مقالات…</translation>
        </message>
        <message>
            <source>Add a folder of articles…</source>
            <translation>إضافة مجلد مقالات…</translation>
        </message>
        <message>
            <source>Source, date and title…</source>
            <translation>المصدر والتاريخ والعنوان…</translation>
        </message>
        <message>
            <source>Take the article out of the project</source>
            <translation>إخراج المقال من المشروع</translation>
        </message>
        <message>
            <source>Read and compare what is new</source>
            <translation>قراءة الجديد ومقارنته</translation>
        </message>
        <message>
            <source>Stop the work in progress</source>
            <translation>إيقاف العمل الجاري</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>تصدير…</translation>
        </message>
        <message>
            <source>Show the project file in its folder</source>
            <translation>إظهار ملف المشروع في مجلده</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>إعادة</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>نسخ</translation>
        </message>
        <message>
            <source>Find in the article</source>
            <translation>بحث في المقال</translation>
        </message>
        <message>
            <source>Find next</source>
            <translation>النتيجة التالية</translation>
        </message>
        <message>
            <source>Find previous</source>
            <translation>النتيجة السابقة</translation>
        </message>
        <message>
            <source>Search all articles</source>
            <translation>بحث في كل المقالات</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>المقال</translation>
        </message>
        <message>
            <source>Contradictions</source>
            <translation>التناقضات</translation>
        </message>
        <message>
            <source>Next article</source>
            <translation>المقال التالي</translation>
        </message>
        <message>
            <source>Previous article</source>
            <translation>المقال السابق</translation>
        </message>
        <message>
            <source>Next mark</source>
            <translation>العلامة التالية</translation>
        </message>
        <message>
            <source>Previous mark</source>
            <translation>العلامة السابقة</translation>
        </message>
        <message>
            <source>Next undecided mark</source>
            <translation>التالية غير المحسومة</translation>
        </message>
        <message>
            <source>Previous undecided mark</source>
            <translation>السابقة غير المحسومة</translation>
        </message>
        <message>
            <source>Next mark at this place</source>
            <translation>العلامة الأخرى في الموضع نفسه</translation>
        </message>
        <message>
            <source>Leave the mark</source>
            <translation>ترك العلامة</translation>
        </message>
        <message>
            <source>Show what the mark is</source>
            <translation>بطاقة العلامة</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>قبول</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>رفض</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Accept all of this name</source>
            <translation>قبول كل مواضع الاسم</translation>
        </message>
        <message>
            <source>Reject all of this name</source>
            <translation>رفض كل مواضع الاسم</translation>
        </message>
        <message>
            <source>Mark all occurrences alike</source>
            <translation>تعميم على كل المواضع</translation>
        </message>
        <message>
            <source>Tag as a claim…</source>
            <translation>وسم ادعاء…</translation>
        </message>
        <message>
            <source>Mark as a quote</source>
            <translation>وسم اقتباس</translation>
        </message>
        <message>
            <source>Write a note…</source>
            <translation>كتابة ملاحظة…</translation>
        </message>
        <message>
            <source>Contradiction</source>
            <translation>تناقض</translation>
        </message>
        <message>
            <source>Both cannot be true</source>
            <translation>لا يصحّ القولان معا</translation>
        </message>
        <message>
            <source>Compatible</source>
            <translation>متوافقان</translation>
        </message>
        <message>
            <source>Both can be true</source>
            <translation>يصحّ القولان معا</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>تحديث</translation>
        </message>
        <message>
            <source>The later one replaces the earlier</source>
            <translation>الأحدث يحلّ محلّ الأقدم</translation>
        </message>
        <message>
            <source>Different event</source>
            <translation>حدث آخر</translation>
        </message>
        <message>
            <source>They do not speak of the same thing</source>
            <translation>لا يتحدثان عن الأمر نفسه</translation>
        </message>
        <message>
            <source>Take the verdict back</source>
            <translation>سحب الحكم</translation>
        </message>
        <message>
            <source>Next undecided pair</source>
            <translation>الزوج التالي غير المحسوم</translation>
        </message>
        <message>
            <source>Previous undecided pair</source>
            <translation>الزوج السابق غير المحسوم</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>تكبير النص</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>تصغير النص</translation>
        </message>
        <message>
            <source>Usual size of text</source>
            <translation>الحجم المعتاد</translation>
        </message>
        <message>
            <source>Show rejected marks</source>
            <translation>إظهار العلامات المرفوضة</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>كما في النظام</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>داكن</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>ملء الشاشة</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>المفاتيح</translation>
        </message>
        <message>
            <source>About Mizan</source>
            <translation>حول ميزان</translation>
        </message>
        <message>
            <source>&amp;Project</source>
            <translation>مش&amp;روع</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;تحرير</translation>
        </message>
        <message>
            <source>&amp;Mark</source>
            <translation>&amp;علامات</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>ع&amp;رض</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>م&amp;ساعدة</translation>
        </message>
    </context>
    <context>
        <name>ArticleDialog</name>
        <message>
            <source>About the article</source>
            <translation>عن المقال</translation>
        </message>
        <message>
            <source>T&amp;itle</source>
            <translation>ال&amp;عنوان</translation>
        </message>
        <message>
            <source>&amp;Source</source>
            <translation>ال&amp;مصدر</translation>
        </message>
        <message>
            <source>&amp;Author</source>
            <translation>ال&amp;كاتب</translation>
        </message>
        <message>
            <source>&amp;Published</source>
            <translation>تاريخ ال&amp;نشر</translation>
        </message>
        <message>
            <source>&amp;Link</source>
            <translation>ال&amp;رابط</translation>
        </message>
        <message>
            <source>A date is written like 2021-12-31.</source>
            <translation>يُكتب التاريخ هكذا: 2021-12-31.</translation>
        </message>
    </context>
    <context>
        <name>ArticleList</name>
        <message>
            <source>Title or source</source>
            <translation>العنوان أو المصدر</translation>
        </message>
        <message>
            <source>Filter by title or source</source>
            <translation>تصفية بالعنوان أو المصدر</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>الترتيب</translation>
        </message>
        <message>
            <source>By date</source>
            <translation>بالتاريخ</translation>
        </message>
        <message>
            <source>Undecided first</source>
            <translation>غير المحسوم أولا</translation>
        </message>
        <message>
            <source>By source</source>
            <translation>بالمصدر</translation>
        </message>
        <message>
            <source>By title</source>
            <translation>بالعنوان</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
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
        <message numerus="yes">
            <source>%n undecided mark(s)</source>
            <translation>
                <numerusform>كل العلامات محسومة</numerusform>
                <numerusform>علامة غير محسومة</numerusform>
                <numerusform>علامتان غير محسومتين</numerusform>
                <numerusform>%n علامات غير محسومة</numerusform>
                <numerusform>%n علامة غير محسومة</numerusform>
                <numerusform>%n علامة غير محسومة</numerusform>
            </translation>
        </message>
        <message>
            <source>No articles yet</source>
            <translation>لا مقالات بعد</translation>
        </message>
        <message>
            <source>Drop a folder with what several sources wrote about one story. Each text file is one article.</source>
            <translation>أفلت هنا مجلدا فيه ما كتبته مصادر عدة عن خبر واحد. كل ملف نصي مقال.</translation>
        </message>
    </context>
    <context>
        <name>ArticleModel</name>
        <message numerus="yes">
            <source>%n undecided</source>
            <translation>
                <numerusform>لا شيء غير محسوم</numerusform>
                <numerusform>واحد غير محسوم</numerusform>
                <numerusform>اثنان غير محسومين</numerusform>
                <numerusform>%n غير محسومة</numerusform>
                <numerusform>%n غير محسوم</numerusform>
                <numerusform>%n غير محسوم</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ArticleSurface</name>
        <message>
            <source>Article</source>
            <translation>المقال</translation>
        </message>
    </context>
    <context>
        <name>ClaimDialog</name>
        <message>
            <source>Claim</source>
            <translation>ادعاء</translation>
        </message>
        <message>
            <source>the outlet itself</source>
            <translation>الوسيلة نفسها</translation>
        </message>
        <message>
            <source>&amp;Answers</source>
            <translation>يجيب &amp;عن</translation>
        </message>
        <message>
            <source>&amp;Value</source>
            <translation>ال&amp;قيمة</translation>
        </message>
        <message>
            <source>&amp;Commitment</source>
            <translation>&amp;صيغة القول</translation>
        </message>
        <message>
            <source>&amp;Polarity</source>
            <translation>&amp;إثبات أو نفي</translation>
        </message>
        <message>
            <source>&amp;Speaker</source>
            <translation>ال&amp;قائل</translation>
        </message>
        <message>
            <source>&amp;Through</source>
            <translation>&amp;نقلا عن</translation>
        </message>
        <message>
            <source>&amp;Note</source>
            <translation>&amp;ملاحظة</translation>
        </message>
        <message>
            <source>No value can be read from these words; the claim is kept without one.</source>
            <translation>لا تُقرأ قيمة من هذه الكلمات؛ سيُحفظ الادعاء بلا قيمة.</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Contradictions and verdicts</source>
            <translation>التناقضات والأحكام</translation>
        </message>
        <message>
            <source>Facts by source</source>
            <translation>الوقائع حسب المصدر</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>الادعاءات</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>العلامات</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>Decisions: who, when, why</source>
            <translation>القرارات: مَن ومتى ولماذا</translation>
        </message>
        <message>
            <source>CSV, for Excel and LibreOffice</source>
            <translation>‏CSV لبرنامجي Excel وLibreOffice</translation>
        </message>
        <message>
            <source>JSON Lines, for programs</source>
            <translation>‏JSON Lines للبرامج</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>تصدير</translation>
        </message>
        <message>
            <source>Mark the file as UTF-8, so that Excel shows Arabic</source>
            <translation>وسم الملف بترميز UTF-8 ليُظهر Excel العربية</translation>
        </message>
        <message>
            <source>File</source>
            <translation>الملف</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>اختيار…</translation>
        </message>
        <message>
            <source>&amp;What</source>
            <translation>الم&amp;حتوى</translation>
        </message>
        <message>
            <source>&amp;Format</source>
            <translation>ال&amp;صيغة</translation>
        </message>
        <message>
            <source>Written: {}</source>
            <translation>كُتب: {}</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find in this article and its notes</source>
            <translation>بحث في هذا المقال وملاحظاته</translation>
        </message>
        <message>
            <source>Find previous (Shift+F3)</source>
            <translation>النتيجة السابقة (Shift+F3)</translation>
        </message>
        <message>
            <source>Find next (F3)</source>
            <translation>النتيجة التالية (F3)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>إغلاق (Esc)</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>لا نتائج</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} من {1}</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Label</source>
            <translation>الصنف</translation>
        </message>
        <message>
            <source>The quote denies it</source>
            <translation>الاقتباس ينفي</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>القيمة</translation>
        </message>
        <message>
            <source>Speaker</source>
            <translation>القائل</translation>
        </message>
        <message>
            <source>Through</source>
            <translation>نقلا عن</translation>
        </message>
        <message>
            <source>No value is read from these words.</source>
            <translation>لا تُقرأ قيمة من هذه الكلمات.</translation>
        </message>
        <message>
            <source>No mark is chosen</source>
            <translation>لم تُختر علامة</translation>
        </message>
        <message>
            <source>Click a mark, or press Space to go to the next undecided one.

Select words and press 1–6 to mark them, C to tag a claim, Q for a quote.</source>
            <translation>انقر علامة، أو اضغط مفتاح المسافة للانتقال إلى التالية غير المحسومة.

حدّد كلمات ثم اضغط 1–6 لوسمها، أو C لوسم ادعاء، أو Q لاقتباس.</translation>
        </message>
    </context>
    <context>
        <name>Jobs</name>
        <message>
            <source>Reading the files…</source>
            <translation>قراءة الملفات…</translation>
        </message>
        <message>
            <source>Reading and comparing the articles…</source>
            <translation>قراءة المقالات ومقارنتها…</translation>
        </message>
        <message>
            <source>Comparing the articles…</source>
            <translation>مقارنة المقالات…</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Keys</source>
            <translation>المفاتيح</translation>
        </message>
        <message>
            <source>Find an action</source>
            <translation>ابحث عن أمر</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>الأمر</translation>
        </message>
        <message>
            <source>Elsewhere</source>
            <translation>في مواضع أخرى</translation>
        </message>
        <message>
            <source>Move the end of a mark by a letter</source>
            <translation>تحريك نهاية العلامة حرفا</translation>
        </message>
        <message>
            <source>Move the end of a mark by a word</source>
            <translation>تحريك نهاية العلامة كلمة</translation>
        </message>
        <message>
            <source>Move the start of a mark instead</source>
            <translation>لتحريك البداية بدل النهاية</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>Show or hide: {}</source>
            <translation>إظهار أو إخفاء: {}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Mizan</source>
            <translation>ميزان</translation>
        </message>
        <message>
            <source>This project is open for reading only, so nothing can be added to it.</source>
            <translation>هذا المشروع مفتوح للقراءة فقط، فلا يمكن أن يضاف إليه شيء.</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>Open for reading only: {} has this project open. What you do here is not saved.</source>
            <translation>مفتوح للقراءة فقط: هذا المشروع مفتوح عند {}. ما تفعله هنا لا يُحفظ.</translation>
        </message>
        <message>
            <source>Open for reading only: the file is write-protected. What you do here is not saved.</source>
            <translation>مفتوح للقراءة فقط: الملف محميّ من الكتابة. ما تفعله هنا لا يُحفظ.</translation>
        </message>
        <message>
            <source>Undo: {}</source>
            <translation>تراجع: {}</translation>
        </message>
        <message>
            <source>Redo: {}</source>
            <translation>إعادة: {}</translation>
        </message>
        <message>
            <source>This article is no longer in the project.</source>
            <translation>لم يعد هذا المقال في المشروع.</translation>
        </message>
        <message>
            <source>On to the next article: no undecided mark was left in the last one.</source>
            <translation>إلى المقال التالي: لم تبق علامة غير محسومة في السابق.</translation>
        </message>
        <message>
            <source>No undecided mark further on, in this article and those after it.</source>
            <translation>لا علامة غير محسومة بعد هذا الموضع، لا في هذا المقال ولا فيما بعده.</translation>
        </message>
                    <message>
            <source>New project</source>
            <translation>مشروع جديد</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>فتح مشروع</translation>
        </message>
        <message>
            <source>Articles and marks ({})</source>
            <translation>مقالات وعلامات ({})</translation>
        </message>
        <message>
            <source>All files ({})</source>
            <translation>كل الملفات ({})</translation>
        </message>
        <message>
            <source>Add articles</source>
            <translation>إضافة مقالات</translation>
        </message>
        <message>
            <source>Add a folder of articles</source>
            <translation>إضافة مجلد مقالات</translation>
        </message>
            <message>
            <source>Mizan projects (*.mizan)</source>
            <translation>مشاريع ميزان (‎*.mizan)</translation>
        </message>
        <message>
            <source>{} — Mizan</source>
            <translation>{} — ميزان</translation>
        </message>
    </context>
    <context>
        <name>MarkCard</name>
        <message>
            <source>In the text</source>
            <translation>في النص</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>القيمة</translation>
        </message>
        <message>
            <source>Proposed by</source>
            <translation>اقترحها</translation>
        </message>
        <message>
            <source>Speaker</source>
            <translation>القائل</translation>
        </message>
        <message>
            <source>Through</source>
            <translation>نقلا عن</translation>
        </message>
        <message>
            <source>Reporting word</source>
            <translation>فعل القول</translation>
        </message>
        <message>
            <source>Denies</source>
            <translation>ينفي</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>نعم</translation>
        </message>
        <message>
            <source>Commitment</source>
            <translation>صيغة القول</translation>
        </message>
        <message>
            <source>Polarity</source>
            <translation>إثبات أو نفي</translation>
        </message>
        <message>
            <source>the outlet itself</source>
            <translation>الوسيلة نفسها</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>Occurrences</source>
            <translation>المواضع</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
    </context>
    <context>
        <name>MarkCommands</name>
        <message>
            <source>Select words to mark, or a mark to relabel.</source>
            <translation>حدّد كلمات لوسمها، أو علامة لتغيير صنفها.</translation>
        </message>
        <message numerus="yes">
            <source>Marked alike in %n place(s).</source>
            <translation>
                <numerusform>لم يُوسم أي موضع.</numerusform>
                <numerusform>وُسم موضع واحد.</numerusform>
                <numerusform>وُسم موضعان.</numerusform>
                <numerusform>وُسمت %n مواضع.</numerusform>
                <numerusform>وُسم %n موضعا.</numerusform>
                <numerusform>وُسم %n موضع.</numerusform>
            </translation>
        </message>
        <message>
            <source>All occurrences are marked like this already.</source>
            <translation>كل المواضع موسومة هكذا من قبل.</translation>
        </message>
        <message numerus="yes">
            <source>Accepted %n mark(s).</source>
            <translation>
                <numerusform>لم تُقبل أي علامة.</numerusform>
                <numerusform>قُبلت علامة واحدة.</numerusform>
                <numerusform>قُبلت علامتان.</numerusform>
                <numerusform>قُبلت %n علامات.</numerusform>
                <numerusform>قُبلت %n علامة.</numerusform>
                <numerusform>قُبلت %n علامة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rejected %n mark(s).</source>
            <translation>
                <numerusform>لم تُرفض أي علامة.</numerusform>
                <numerusform>رُفضت علامة واحدة.</numerusform>
                <numerusform>رُفضت علامتان.</numerusform>
                <numerusform>رُفضت %n علامات.</numerusform>
                <numerusform>رُفضت %n علامة.</numerusform>
                <numerusform>رُفضت %n علامة.</numerusform>
            </translation>
        </message>
        <message>
            <source>Select the words that say it, then tag them as a claim.</source>
            <translation>حدّد الكلمات التي تقول ذلك ثم سِمها ادعاء.</translation>
        </message>
        <message>
            <source>Select the words that are quoted.</source>
            <translation>حدّد الكلمات المقتبسة.</translation>
        </message>
        <message>
            <source>No mark further on in this article.</source>
            <translation>لا علامة بعد هذا الموضع في المقال.</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>Panels</source>
            <translation>اللوحات</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>الألوان</translation>
        </message>
        <message>
            <source>Toolbar</source>
            <translation>شريط الأدوات</translation>
        </message>
        <message>
            <source>Labels and layers</source>
            <translation>الأصناف والطبقات</translation>
        </message>
        <message>
            <source>Recent projects</source>
            <translation>المشاريع الأخيرة</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>لا شيء بعد</translation>
        </message>
        <message>
            <source>Face of the articles</source>
            <translation>خط المقالات</translation>
        </message>
        <message>
            <source>The best one here</source>
            <translation>الأنسب في هذا الجهاز</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation>إغلاق هذه الرسالة</translation>
        </message>
    </context>
    <context>
        <name>NoteDialog</name>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
    </context>
    <context>
        <name>ReaderPane</name>
        <message>
            <source>Label</source>
            <translation>الصنف</translation>
        </message>
        <message>
            <source>No article is open</source>
            <translation>لا مقال مفتوح</translation>
        </message>
        <message>
            <source>Drop files or a folder here, or add them:</source>
            <translation>أفلت هنا ملفات أو مجلدا، أو أضفها:</translation>
        </message>
        <message>
            <source>This system has no Arabic font: letters may show as boxes. Install “Noto Naskh Arabic” and restart.</source>
            <translation>لا خط عربيا في هذا النظام، وقد تظهر الحروف مربعات. ثبّت خط «Noto Naskh Arabic» ثم أعد التشغيل.</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>Undone: {}</source>
            <translation>تُراجع عن: {}</translation>
        </message>
        <message>
            <source>Done again: {}</source>
            <translation>أُعيد: {}</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
                <message>
            <source>{0} of {1}</source>
            <translation>{0} من {1}</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>switch something learned on or off</source>
            <translation>تفعيل ما استُفيد من القرارات أو إيقافه</translation>
        </message>
        <message>
            <source>retrain the tagger</source>
            <translation>تدريب مستخرج الأسماء من جديد</translation>
        </message>
        <message>
            <source>merge names</source>
            <translation>دمج أسماء</translation>
        </message>
        <message>
            <source>split a name</source>
            <translation>فصل اسم</translation>
        </message>
        <message>
            <source>settle what editors decided differently</source>
            <translation>حسم ما اختلف فيه المحررون</translation>
        </message>
        <message>
            <source>take over marks</source>
            <translation>نقل علامات</translation>
        </message>
        <message>
            <source>take over verdicts</source>
            <translation>نقل أحكام</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>شخص</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>مكان</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>جهة</translation>
        </message>
        <message>
            <source>Other name</source>
            <translation>اسم آخر</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>زمن</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>رقم</translation>
        </message>
        <message>
            <source>Names, times and figures</source>
            <translation>الأسماء والأزمنة والأرقام</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>ادعاءات</translation>
        </message>
        <message>
            <source>Quotes</source>
            <translation>اقتباسات</translation>
        </message>
        <message>
            <source>Suggested</source>
            <translation>مقترحة</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>مقبولة</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>معدّلة</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>مرفوضة</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>مضافة</translation>
        </message>
        <message>
            <source>the trained model</source>
            <translation>النموذج المدرّب</translation>
        </message>
        <message>
            <source>a rule</source>
            <translation>قاعدة</translation>
        </message>
        <message>
            <source>the lexicon</source>
            <translation>المعجم</translation>
        </message>
        <message>
            <source>the CAMeL engine</source>
            <translation>محرك CAMeL</translation>
        </message>
        <message>
            <source>an editor</source>
            <translation>محرر</translation>
        </message>
        <message>
            <source>Direct quote</source>
            <translation>اقتباس مباشر</translation>
        </message>
        <message>
            <source>Reported speech</source>
            <translation>قول منقول</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>كم</translation>
        </message>
        <message>
            <source>When</source>
            <translation>متى</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>أين</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>مَن</translation>
        </message>
        <message>
            <source>By what means</source>
            <translation>بأي وسيلة</translation>
        </message>
        <message>
            <source>Whether</source>
            <translation>هل</translation>
        </message>
        <message>
            <source>In what words</source>
            <translation>بأي لفظ</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>غير ذلك</translation>
        </message>
        <message>
            <source>asserted</source>
            <translation>مؤكَّد</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>مقرَّر</translation>
        </message>
        <message>
            <source>on a condition</source>
            <translation>مشروط</translation>
        </message>
        <message>
            <source>possible</source>
            <translation>محتمل</translation>
        </message>
        <message>
            <source>demanded</source>
            <translation>مطلوب</translation>
        </message>
        <message>
            <source>affirmed</source>
            <translation>مثبت</translation>
        </message>
        <message>
            <source>denied</source>
            <translation>منفي</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>متفقان</translation>
        </message>
        <message>
            <source>One is more exact</source>
            <translation>أحدهما أدق</translation>
        </message>
        <message>
            <source>Differ, may both be true</source>
            <translation>مختلفان، وقد يصحان معا</translation>
        </message>
        <message>
            <source>Contradict</source>
            <translation>متناقضان</translation>
        </message>
        <message>
            <source>One updates the other</source>
            <translation>أحدهما يحدّث الآخر</translation>
        </message>
        <message>
            <source>Different events</source>
            <translation>حدثان مختلفان</translation>
        </message>
        <message>
            <source>Contradiction</source>
            <translation>تناقض</translation>
        </message>
        <message>
            <source>To check</source>
            <translation>للتحقق</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>اتفاق</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>تحديث</translation>
        </message>
        <message>
            <source>On record</source>
            <translation>للسجل</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>غير محسوم</translation>
        </message>
        <message>
            <source>Compatible</source>
            <translation>متوافقان</translation>
        </message>
        <message>
            <source>Different event</source>
            <translation>حدث آخر</translation>
        </message>
        <message>
            <source>Different scope</source>
            <translation>اختلاف النطاق</translation>
        </message>
        <message>
            <source>Different date</source>
            <translation>اختلاف التاريخ</translation>
        </message>
        <message>
            <source>Different unit</source>
            <translation>اختلاف الوحدة</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>تقريب</translation>
        </message>
        <message>
            <source>One quotes the other</source>
            <translation>أحدهما ينقل عن الآخر</translation>
        </message>
        <message>
            <source>Slip of translation</source>
            <translation>زلة ترجمة</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>صياغة</translation>
        </message>
        <message>
            <source>Other reason</source>
            <translation>سبب آخر</translation>
        </message>
        <message>
            <source>add a mark</source>
            <translation>إضافة علامة</translation>
        </message>
        <message>
            <source>change a mark</source>
            <translation>تعديل علامة</translation>
        </message>
        <message>
            <source>decide on a mark</source>
            <translation>حسم علامة</translation>
        </message>
        <message>
            <source>delete a mark</source>
            <translation>حذف علامة</translation>
        </message>
        <message>
            <source>write a note</source>
            <translation>كتابة ملاحظة</translation>
        </message>
        <message>
            <source>verdict</source>
            <translation>حكم</translation>
        </message>
        <message>
            <source>import articles</source>
            <translation>إضافة مقالات</translation>
        </message>
        <message>
            <source>remove articles</source>
            <translation>إزالة مقالات</translation>
        </message>
        <message>
            <source>correct an article</source>
            <translation>تصحيح بيانات مقال</translation>
        </message>
        <message>
            <source>change the labels</source>
            <translation>تغيير الأصناف</translation>
        </message>
        <message>
            <source>several changes</source>
            <translation>تغييرات عدة</translation>
        </message>
        <message>
            <source>mark all occurrences</source>
            <translation>تعميم على كل المواضع</translation>
        </message>
        <message>
            <source>relabel all occurrences</source>
            <translation>تغيير صنف كل المواضع</translation>
        </message>
        <message>
            <source>at least {0}</source>
            <translation>{0} على الأقل</translation>
        </message>
        <message>
            <source>at most {1}</source>
            <translation>{1} على الأكثر</translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>نحو {0}</translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation>من {0} إلى {1}</translation>
        </message>
        <message>
            <source>roughly {0} to {1}</source>
            <translation>بين {0} و{1} تقريبا</translation>
        </message>
        <message>
            <source>Claim: {0}</source>
            <translation>ادعاء: {0}</translation>
        </message>
        <message>
            <source>number {0} {1}</source>
            <translation>{1} رقم {0}</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0}٪</translation>
        </message>
        <message>
            <source>No date to count from</source>
            <translation>لا تاريخ يُحسب منه</translation>
        </message>
        <message>
            <source>Recurs</source>
            <translation>يتكرر</translation>
        </message>
        <message>
            <source>At the time of publication</source>
            <translation>وقت النشر</translation>
        </message>
        <message>
            <source>{0} (no date to count from)</source>
            <translation>{0} (لا تاريخ يُحسب منه)</translation>
        </message>
        <message>
            <source>beginning of {0}</source>
            <translation>مطلع {0}</translation>
        </message>
        <message>
            <source>middle of {0}</source>
            <translation>منتصف {0}</translation>
        </message>
        <message>
            <source>end of {0}</source>
            <translation>أواخر {0}</translation>
        </message>
        <message>
            <source>earlier in {0}</source>
            <translation>في وقت سابق من {0}</translation>
        </message>
        <message>
            <source>before {0}</source>
            <translation>قبل {0}</translation>
        </message>
        <message>
            <source>after {0}</source>
            <translation>بعد {0}</translation>
        </message>
        <message>
            <source>{0}, morning</source>
            <translation>صباح {0}</translation>
        </message>
        <message>
            <source>{0}, afternoon</source>
            <translation>بعد ظهر {0}</translation>
        </message>
        <message>
            <source>{0}, evening</source>
            <translation>مساء {0}</translation>
        </message>
        <message>
            <source>{0}, night</source>
            <translation>ليل {0}</translation>
        </message>
        <message>
            <source>{0}, daytime</source>
            <translation>نهار {0}</translation>
        </message>
    </context>
    <context>
        <name>Faults</name>
        <message>
            <source>Something unexpected happened, and this was not finished; what was done before is saved. Details for a report: {}</source>
            <translation>حدث ما لم يكن متوقعا فلم يكتمل هذا العمل، وما سبقه محفوظ. التفاصيل لمن يبلّغ عن الخلل: {}</translation>
        </message>
        <message>
            <source>Something unexpected happened, and this was not finished; what was done before is saved.</source>
            <translation>حدث ما لم يكن متوقعا فلم يكتمل هذا العمل، وما سبقه محفوظ.</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>التفضيلات</translation>
        </message>
        <message>
            <source>The best one here</source>
            <translation>أفضل الموجود هنا</translation>
        </message>
        <message>
            <source> pt</source>
            <translation> نقطة</translation>
        </message>
        <message>
            <source>Recorded with every decision</source>
            <translation>يُسجَّل مع كل قرار</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>أظهر الكل</translation>
        </message>
        <message>
            <source>Names, times and figures that score less stay hidden; decisions are always shown</source>
            <translation>تُخفى الأسماء والأزمنة والأرقام التي تقل درجتها عن هذا، أما القرارات فتظهر دائما</translation>
        </message>
        <message>
            <source>&amp;Language of the window</source>
            <translation>&amp;لغة النافذة</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>الأل&amp;وان</translation>
        </message>
        <message>
            <source>&amp;Face of the articles</source>
            <translation>&amp;خط المقالات</translation>
        </message>
        <message>
            <source>&amp;Size of the articles</source>
            <translation>&amp;حجم خط المقالات</translation>
        </message>
        <message>
            <source>Your &amp;name</source>
            <translation>ا&amp;سمك</translation>
        </message>
        <message>
            <source>What &amp;reads names</source>
            <translation>ما &amp;يقرأ الأسماء</translation>
        </message>
        <message>
            <source>&amp;Hide suggestions below</source>
            <translation>إ&amp;خفاء الاقتراحات دون</translation>
        </message>
        <message>
            <source>Built in</source>
            <translation>المدمج</translation>
        </message>
        <message>
            <source>{} (not installed)</source>
            <translation>{} (غير مثبّت)</translation>
        </message>
    </context>
    <context>
        <name>NameModel</name>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الصنف</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>المرات</translation>
        </message>
    </context>
    <context>
        <name>LearnedModel</name>
        <message>
            <source>In the text</source>
            <translation>في النص</translation>
        </message>
        <message>
            <source>What follows</source>
            <translation>ما يترتب عليه</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>القرارات</translation>
        </message>
        <message>
            <source>No longer suggested as: {}</source>
            <translation>لم يعد يُقترح بوصفه: {}</translation>
        </message>
        <message>
            <source>Suggested as: {label}, named {name}</source>
            <translation>يُقترح بوصفه: {label}، باسم {name}</translation>
        </message>
        <message>
            <source>waits for a second decision</source>
            <translation>ينتظر قرارا ثانيا</translation>
        </message>
        <message>
            <source>decisions disagree</source>
            <translation>القرارات مختلفة</translation>
        </message>
    </context>
    <context>
        <name>NamesDialog</name>
        <message>
            <source>Names</source>
            <translation>الأسماء</translation>
        </message>
        <message>
            <source>Names in the articles</source>
            <translation>أسماء المقالات</translation>
        </message>
        <message>
            <source>Learned from decisions</source>
            <translation>ما استُفيد من القرارات</translation>
        </message>
        <message>
            <source>Merge names</source>
            <translation>دمج الأسماء</translation>
        </message>
        <message>
            <source>They are one, called:</source>
            <translation>هي اسم واحد، يُسمّى:</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>تغيير الاسم</translation>
        </message>
        <message>
            <source>Its name is:</source>
            <translation>اسمه:</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>فصل</translation>
        </message>
        <message>
            <source>This spelling is another name:</source>
            <translation>هذه الكتابة اسم آخر هو:</translation>
        </message>
        <message>
            <source>Find a name</source>
            <translation>ابحث عن اسم</translation>
        </message>
        <message>
            <source>Spellings of this name</source>
            <translation>صور كتابة هذا الاسم</translation>
        </message>
        <message>
            <source>&amp;Merge…</source>
            <translation>&amp;دمج…</translation>
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation>&amp;تغيير الاسم…</translation>
        </message>
        <message>
            <source>&amp;Split off…</source>
            <translation>&amp;فصل…</translation>
        </message>
        <message>
            <source>Select two or more names that are one</source>
            <translation>اختر اسمين أو أكثر لمسمّى واحد</translation>
        </message>
        <message>
            <source>Select a spelling that is somebody or something else</source>
            <translation>اختر كتابة تخص مسمّى آخر</translation>
        </message>
        <message>
            <source>Written in these ways:</source>
            <translation>يُكتب بهذه الصور:</translation>
        </message>
        <message>
            <source>What you accept, reject and relabel changes what is suggested elsewhere. Uncheck what should not.</source>
            <translation>ما تقبله وترفضه وتغيّر صنفه يغيّر ما يُقترح في سائر المقالات. أزل العلامة عمّا لا ينبغي أن يغيّره.</translation>
        </message>
    </context>
<context>
    <name>Importing</name>
    <message numerus="yes">
            <source>%n article(s) added.</source>
            <translation>
                <numerusform>لم يُضف أي مقال.</numerusform>
                <numerusform>أُضيف مقال واحد.</numerusform>
                <numerusform>أُضيف مقالان.</numerusform>
                <numerusform>أُضيفت %n مقالات.</numerusform>
                <numerusform>أُضيف %n مقالا.</numerusform>
                <numerusform>أُضيف %n مقال.</numerusform>
            </translation>
        </message>
    <message numerus="yes">
            <source>%n article(s) were in the project already.</source>
            <translation>
                <numerusform>مقال واحد كان في المشروع من قبل.</numerusform>
                <numerusform>مقال واحد كان في المشروع من قبل.</numerusform>
                <numerusform>مقالان كانا في المشروع من قبل.</numerusform>
                <numerusform>%n مقالات كانت في المشروع من قبل.</numerusform>
                <numerusform>%n مقالا كانت في المشروع من قبل.</numerusform>
                <numerusform>%n مقال كانت في المشروع من قبل.</numerusform>
            </translation>
        </message>
    <message numerus="yes">
            <source>%n file(s) left out:</source>
            <translation>
                <numerusform>تُرك ملف واحد:</numerusform>
                <numerusform>تُرك ملف واحد:</numerusform>
                <numerusform>تُرك ملفان:</numerusform>
                <numerusform>تُركت %n ملفات:</numerusform>
                <numerusform>تُرك %n ملفا:</numerusform>
                <numerusform>تُرك %n ملف:</numerusform>
            </translation>
        </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
            <source>Removed with its marks; undo brings both back.</source>
            <translation>أُخرج مع علاماته؛ والتراجع يعيدهما.</translation>
        </message>
</context>
</TS>
