"""The tables of a project file. Migrations are only ever added: an older file gets those it lacks."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from core.store.views import VIEWS_1

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4D697A61  # "Miza"

_V1 = """
CREATE TABLE editors (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL
) STRICT;

-- An article that was imported stays here for good; `removed` takes it out of the project, so that undo is one bit.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    author TEXT NOT NULL,
    published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    url TEXT NOT NULL,
    file TEXT NOT NULL,
    length INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

-- Canonical text, never changed.
CREATE TABLE texts (
    number INTEGER PRIMARY KEY REFERENCES articles (number),
    text TEXT NOT NULL
) STRICT;

-- Its normalised view, which is what search looks at; made after the import, so that nobody waits for it.
CREATE TABLE shadows (
    number INTEGER PRIMARY KEY REFERENCES texts (number),
    folded TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    folded, content = 'shadows', content_rowid = 'number', tokenize = 'trigram', detail = none, columnsize = 0
);

-- The publication date that an analysis went by: with another one, the article waits to be analysed again.
CREATE TABLE analysed (
    article_id TEXT PRIMARY KEY NOT NULL REFERENCES articles (id),
    at TEXT NOT NULL,
    published TEXT,
    boilerplate TEXT NOT NULL
) STRICT;

-- Offsets count code points. `removed` remembers what an editor deleted, `suggested` what an engine had proposed before
-- an editor changed it: neither is proposed again.
CREATE TABLE annotations (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id),
    layer TEXT NOT NULL CHECK (layer = 'entity' OR layer = 'quote' OR layer = 'claim'),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    score REAL NOT NULL,
    -- An IN would cost a bulk import a quarter of its time; here the commonest comes first.
    status TEXT NOT NULL CHECK (
        status = 'suggested' OR status = 'accepted' OR status = 'changed' OR status = 'rejected' OR status = 'added'
    ),
    editor TEXT REFERENCES editors (id),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    note TEXT NOT NULL,
    data TEXT NOT NULL,
    added INTEGER NOT NULL CHECK (added = 0 OR added = 1),
    suggested TEXT,
    removed INTEGER NOT NULL CHECK (removed = 0 OR removed = 1),
    CHECK (start < "end")
) STRICT;
CREATE INDEX annotations_by_article ON annotations (article_id, status, removed);
CREATE INDEX annotations_by_label ON annotations (label) WHERE layer = 'entity';
CREATE INDEX annotations_by_name ON annotations (name) WHERE layer = 'entity';

-- `digest` tells whether a later comparison found the same.
CREATE TABLE facts (
    id TEXT PRIMARY KEY NOT NULL,
    digest TEXT NOT NULL,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    question_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    event TEXT NOT NULL
) STRICT;
CREATE TABLE fact_claims (
    fact_id TEXT NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (fact_id, position),
    CHECK (start < "end")
) STRICT;
CREATE INDEX fact_claims_by_article ON fact_claims (article_id);
-- `a` and `b` are positions of claims; their articles stand here too, since the article list counts by them.
CREATE TABLE relations (
    fact_id TEXT NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    a_article TEXT NOT NULL REFERENCES articles (id),
    b_article TEXT NOT NULL REFERENCES articles (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    show TEXT NOT NULL,
    score REAL NOT NULL,
    difference TEXT NOT NULL,
    reason TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    PRIMARY KEY (fact_id, a, b)
) STRICT;
CREATE INDEX relations_by_id ON relations (id);

-- Not tied to `relations`: a verdict outlives every comparison. `evidence` is what was read when it was given.
CREATE TABLE verdicts (
    relation_id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT,
    note TEXT NOT NULL,
    editor TEXT REFERENCES editors (id),
    decided_at TEXT,
    evidence TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- Who did what and when, and the rows before and after: [[table, key, row before or null, columns after or null], …].
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    editor TEXT REFERENCES editors (id),
    text TEXT NOT NULL,
    edit TEXT NOT NULL,
    changes TEXT NOT NULL,
    touched TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX history_by_state ON history (state, id);
"""

_V2 = """
-- What an engine proposed in an article in which decisions elsewhere in the project changed what is suggested: JSON.
CREATE TABLE proposals (
    article_id TEXT PRIMARY KEY NOT NULL REFERENCES articles (id),
    entities TEXT NOT NULL
) STRICT;
-- Spellings about which something else is learned now: articles behind number `after` have not been told yet.
CREATE TABLE waiting (
    spelling TEXT PRIMARY KEY NOT NULL,
    after INTEGER NOT NULL
) STRICT;
CREATE INDEX annotations_decided ON annotations (number)
WHERE layer = 'entity' AND (status <> 'suggested' OR removed = 1);

-- Names that an editor merged or split: what is written or called `spelling` (folded) is called `name`.
CREATE TABLE names (
    spelling TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    editor TEXT REFERENCES editors (id),
    decided_at TEXT NOT NULL
) STRICT;

-- `edited` counts changes that facts depend on, `compared` is what it was when they were last compared.
CREATE TABLE counters (
    name TEXT PRIMARY KEY NOT NULL,
    value INTEGER NOT NULL
) STRICT;
"""

_V3 = """
-- What each editor decided on one thing, where the projects of several were merged: `data` is a row of the table `kind`
-- as JSON, `says` is equal where two versions come to the same, `final` marks the one that somebody chose.
CREATE TABLE versions (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    editor TEXT REFERENCES editors (id),
    at TEXT NOT NULL,
    final INTEGER NOT NULL CHECK (final = 0 OR final = 1),
    says TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX versions_by_key ON versions (kind, key);

-- The histories of the projects that were merged into this one: to be read, not undone. Their IDs are the same wherever
-- they are merged; `place` is the number that an edit had in its own project.
CREATE TABLE merged_history (
    id TEXT PRIMARY KEY NOT NULL,
    place INTEGER NOT NULL,
    at TEXT NOT NULL,
    editor TEXT REFERENCES editors (id),
    text TEXT NOT NULL,
    edit TEXT NOT NULL,
    changes TEXT NOT NULL,
    touched TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX merged_history_by_time ON merged_history (at, place, id);
"""

_V4 = """
-- What editors decided about facts: relations drawn by hand, questions, merged and split facts. `data` names claims by
-- their evidence, so that it holds for later comparisons; `place` is the order in which they were decided.
CREATE TABLE rulings (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    place INTEGER NOT NULL,
    editor TEXT REFERENCES editors (id),
    decided_at TEXT NOT NULL
) STRICT;
-- Facts as the comparison found them, of which rulings made those that have `ruled`: JSON.
CREATE TABLE compared (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    data TEXT NOT NULL
) STRICT;
ALTER TABLE facts ADD COLUMN ruled INTEGER NOT NULL DEFAULT 0 CHECK (ruled = 0 OR ruled = 1);
ALTER TABLE relations ADD COLUMN origin TEXT NOT NULL DEFAULT 'rule';

-- Relations on which the verdict on another one holds too (`leader`): follows from verdicts and facts.
CREATE TABLE followed (
    relation_id TEXT PRIMARY KEY NOT NULL,
    leader TEXT NOT NULL
) STRICT;
CREATE INDEX followed_by_leader ON followed (leader);
"""

_V7 = """
-- When an editor took the name: of two that one editor had, the later holds.
ALTER TABLE editors ADD COLUMN named_at TEXT NOT NULL DEFAULT '';

-- Who works on an article, and who said so.
CREATE TABLE assignments (
    article_id TEXT PRIMARY KEY NOT NULL REFERENCES articles (id),
    assignee TEXT NOT NULL REFERENCES editors (id),
    editor TEXT REFERENCES editors (id),
    decided_at TEXT NOT NULL
) STRICT;
"""

_V8 = """
-- The relations that are shown so, in the order of review, with all that a list of them needs.
CREATE INDEX relations_in_order ON relations (show, a_article = b_article, score DESC, id, fact_id, follows);
"""

_V9 = """
-- Marks that one step of the history brought in, thousands at once: their IDs (a JSON list), and while the step is
-- undone their rows (JSON lists by the columns that edits write).
CREATE TABLE brought (
    step INTEGER NOT NULL REFERENCES history (id),
    part INTEGER NOT NULL,
    ids TEXT NOT NULL,
    kept TEXT,
    PRIMARY KEY (step, part)
) STRICT;
"""

_V10 = """
-- Which articles answer a question, and how they stand to each other, without reading what they say.
CREATE INDEX fact_claims_by_fact ON fact_claims (fact_id, article_id);
CREATE INDEX relations_by_fact ON relations (fact_id, show);
"""

_V11 = """
-- The few marks that have a note: what search looks through.
CREATE INDEX annotations_noted ON annotations (article_id) WHERE note <> '';
"""

_V12 = """
-- How many sources answer for themselves, copies of one text counted once; 0 where nobody counted.
ALTER TABLE facts ADD COLUMN voices INTEGER NOT NULL DEFAULT 0;
"""


def _v1(db: Database) -> None:
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _run(db.conn, _V1)


def _v2(db: Database) -> None:
    _run(db.conn, _V2)


def _v3(db: Database) -> None:
    _run(db.conn, _V3)


def _v4(db: Database) -> None:
    _run(db.conn, _V4)


def _v5(db: Database) -> None:
    _run(db.conn, VIEWS_1)


def _v6(db: Database) -> None:
    # The key of the relation in which the same answers stand against each other and which stands for this one.
    _run(db.conn, "ALTER TABLE relations ADD COLUMN follows TEXT NOT NULL DEFAULT '';\n")


def _v7(db: Database) -> None:
    _run(db.conn, _V7)


def _v8(db: Database) -> None:
    _run(db.conn, _V8)


def _v9(db: Database) -> None:
    _run(db.conn, _V9)


def _v10(db: Database) -> None:
    _run(db.conn, _V10)


def _v11(db: Database) -> None:
    _run(db.conn, _V11)


def _v12(db: Database) -> None:
    _run(db.conn, _V12)


# Without these a file is no project, whatever its header says.
TABLES = frozenset(re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", _V1))
# All that the program reads and writes beside the search index.
ORDINARY = frozenset(re.findall(r"CREATE TABLE (\w+)", _V1 + _V2 + _V3 + _V4 + _V7 + _V9))
Migration = Callable[["Database"], None]
MIGRATIONS: tuple[Migration, ...] = (_v1, _v2, _v3, _v4, _v5, _v6, _v7, _v8, _v9, _v10, _v11, _v12)
VERSION = len(MIGRATIONS)  # of the files that this program writes; kept in user_version


def migrate(connection: sqlite3.Connection, version: int | None = None) -> None:
    """Apply what the file lacks, or lacks up to `version`; each step is atomic, with its record and user_version."""
    with _without_pandas():
        from sqlite_utils import Database, Migrations  # costs time, and a file that is up to date does not need it

    steps = Migrations("mizan")
    for number, step in enumerate(MIGRATIONS[:version], 1):
        steps(name=f"v{number}")(_numbered(number, step))
    # No plugins: what happens to be installed has no business in a project file.
    steps.apply(Database(connection, execute_plugins=False, strict=True))


@contextmanager
def _without_pandas() -> Iterator[None]:
    """Let sqlite-utils find no pandas: it imports it, for 0.3 s and 60 MB, to know types that we never hand it."""
    if "pandas" in sys.modules:
        yield
        return
    sys.modules["pandas"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["pandas"]


def _numbered(version: int, step: Migration) -> Migration:
    def numbered(db: Database, /) -> None:
        step(db)
        db.conn.execute(f"PRAGMA user_version = {version}")

    numbered.__name__ = step.__name__
    return numbered


def _run(connection: sqlite3.Connection, script: str) -> None:
    """`executescript` without its commit, which would end the migration's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
