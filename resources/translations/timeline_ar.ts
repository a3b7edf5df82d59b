<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Nearer in time</source>
        <translation>تكبير الزمن</translation>
    </message>
    <message>
        <source>Farther in time</source>
        <translation>تصغير الزمن</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>حفظ صورة…</translation>
    </message>
    <message>
        <source>Lanes by source or by question</source>
        <translation>مسار لكل مصدر أو لكل سؤال</translation>
    </message>
    <message>
        <source>Only what several sources answer</source>
        <translation>ما تجيب عنه عدة مصادر فقط</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>told as having happened</source>
        <translation>يُروى أنه وقع</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>مقرر</translation>
    </message>
    <message>
        <source>possible or demanded</source>
        <translation>محتمل أو مطلوب</translation>
    </message>
    <message>
        <source>about then</source>
        <translation>على وجه التقريب</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>A lane for each source</source>
        <translation>مسار لكل مصدر</translation>
    </message>
    <message>
        <source>A lane for each question</source>
        <translation>مسار لكل سؤال</translation>
    </message>
    <message>
        <source>What a lane holds</source>
        <translation>ماذا يضم كل مسار</translation>
    </message>
    <message>
        <source>Only what several sources answer</source>
        <translation>ما تجيب عنه عدة مصادر فقط</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>لا أزمنة</numerusform>
            <numerusform>زمن واحد</numerusform>
            <numerusform>زمنان</numerusform>
            <numerusform>%n أزمنة</numerusform>
            <numerusform>%n زمنا</numerusform>
            <numerusform>%n زمن</numerusform>
        </translation>
    </message>
    <message>
        <source>No time that several sources tell of. Show all times with {}, or add articles on one story.</source>
        <translation>لا زمن ترويه عدة مصادر. أظهر الأزمنة كلها بالمفتاح {}، أو أضف مقالات عن قصة واحدة.</translation>
    </message>
    <message>
        <source>Nothing yet says when something happened. Add articles; their times are found by themselves.</source>
        <translation>لا شيء بعد يقول متى وقع أمر. أضف مقالات، وستُعرف أزمنتها تلقائيا.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
    <message>
        <source>says {}</source>
        <translation>على لسان {}</translation>
    </message>
    <message>
        <source>published {}</source>
        <translation>نُشر {}</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>حُفظ: {}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Picture ({})</source>
        <translation>صورة ({})</translation>
    </message>
    <message>
        <source>Drawing ({})</source>
        <translation>رسم متجهي ({})</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>حفظ صورة</translation>
    </message>
</context>
</TS>
