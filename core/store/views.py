"""SQL views for those who open a project file with Datasette or another SQLite tool; the program itself uses none.

`marks`, `contradictions` and `matrix` show what the exports of these names hold, in words instead of numbers. Offsets
count code points, as everywhere; `substr` of SQLite does too. A later change is a migration that makes a view anew.
"""

VIEWS_1 = """
-- Every mark with its article, its words and its value; what an editor took out is left out.
CREATE VIEW marks AS
SELECT m.id AS annotation_id, a.title AS article, a.source, a.published, m.layer, m.label, m.name,
    substr(t.text, m.start + 1, m."end" - m.start) AS text, m.start, m."end",
    json_extract(m.data, '$.value.low') AS value_low, json_extract(m.data, '$.value.high') AS value_high,
    json_extract(m.data, '$.value.unit') AS unit, json_extract(m.data, '$.value.timex') AS timex,
    coalesce(json_extract(m.data, '$.speaker.name'), json_extract(m.data, '$.attribution.speaker')) AS speaker,
    json_extract(m.data, '$.modality') AS modality, json_extract(m.data, '$.polarity') AS polarity,
    m.status, m.origin, m.score, e.name AS editor, m.updated_at, m.note, m.article_id
FROM annotations AS m
JOIN articles AS a ON a.id = m.article_id
JOIN texts AS t ON t.number = a.number
LEFT JOIN editors AS e ON e.id = m.editor
WHERE m.removed = 0 AND a.removed = 0;

-- Pairs that an editor must look at, or has decided on; a verdict that holds by another one is told as that one.
CREATE VIEW contradictions AS
SELECT r.id AS contradiction_id, f.question, f.kind, r.kind AS relation, r.show,
    x.source AS a_source, x.published AS a_published, json_extract(p.data, '$.text') AS a_text,
    json_extract(p.data, '$.attribution.speaker') AS a_attribution,
    y.source AS b_source, y.published AS b_published, json_extract(q.data, '$.text') AS b_text,
    json_extract(q.data, '$.attribution.speaker') AS b_attribution,
    r.difference, r.reason, r.reason_en, r.score, coalesce(v.kind, 'undecided') AS verdict, v.reason AS verdict_reason,
    v.note, e.name AS editor, v.decided_at, r.a_article, p.start AS a_start, p."end" AS a_end,
    r.b_article, q.start AS b_start, q."end" AS b_end, r.fact_id
FROM relations AS r
JOIN facts AS f ON f.id = r.fact_id
JOIN fact_claims AS p ON p.fact_id = r.fact_id AND p.position = r.a
JOIN fact_claims AS q ON q.fact_id = r.fact_id AND q.position = r.b
JOIN articles AS x ON x.id = r.a_article
JOIN articles AS y ON y.id = r.b_article
LEFT JOIN followed AS l ON l.relation_id = r.id
LEFT JOIN verdicts AS v ON v.relation_id = coalesce(l.leader, r.id)
LEFT JOIN editors AS e ON e.id = v.editor
WHERE x.removed = 0 AND y.removed = 0
    AND (r.show IN ('conflict', 'check') OR v.kind <> 'undecided' OR coalesce(v.note, '') <> '');

-- One row for a question and a source that answers it; a source without a row is silent.
CREATE VIEW matrix AS
SELECT f.question, f.kind, f.event, a.source, a.published, json_extract(c.data, '$.text') AS answer,
    json_extract(c.data, '$.attribution.speaker') AS attribution, json_extract(c.data, '$.modality') AS modality,
    json_extract(c.data, '$.polarity') AS polarity, a.title AS article, c.article_id, c.start, c."end", f.id AS fact_id
FROM facts AS f
JOIN fact_claims AS c ON c.fact_id = f.id
JOIN articles AS a ON a.id = c.article_id
WHERE a.removed = 0
ORDER BY f.position, a.published, c.position;
"""
