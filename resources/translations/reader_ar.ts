<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>MiniMap</name>
    <message>
        <source>Place in the article</source>
        <translation>الموضع في المقال</translation>
    </message>
    <message>
        <source>The marks of the article. Click or drag to go there.</source>
        <translation>علامات المقال. انقر أو اسحب للانتقال إلى موضعها.</translation>
    </message>
</context>
</TS>
