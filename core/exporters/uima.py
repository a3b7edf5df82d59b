"""UIMA CAS as XMI or JSON, as INCEpTION reads it: a ZIP with one file an article. cassis counts UTF-16 for UIMA.

Marks are DKPro's named entities, which every INCEpTION project has: `value` is the label, `identifier` what they carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from core import carried
from core.exporters.base import Document, Left, archive, document_name, dumps, metadata
from core.exporters.tokens import lines

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
MARK = f"{_DKPRO}.ner.type.NamedEntity"
SENTENCE, TOKEN = f"{_DKPRO}.segmentation.type.Sentence", f"{_DKPRO}.segmentation.type.Token"
ABOUT = f"{_DKPRO}.metadata.type.DocumentMetaData"
_STRING = "uima.cas.String"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # in XML 1.0


def write_xmi(stream: BinaryIO, documents: Iterable[Document], left: Left) -> None:
    """XMI, and the type system beside it."""
    with archive(stream) as packed:
        packed.put("TypeSystem.xml", str(types().to_xml()))
        for document in documents:
            name = document_name(document.article)
            cas = _cas(document, left, xml=True)
            packed.put(f"{name}.xmi", str(cas.to_xmi(None)))
            packed.keep(name, metadata(document.article))
            packed.keep_rejected(name, document)


def write_json(stream: BinaryIO, documents: Iterable[Document], left: Left) -> None:
    """UIMA CAS JSON, which holds its type system itself."""
    with archive(stream) as packed:
        for document in documents:
            name = document_name(document.article)
            packed.put(f"{name}.json", str(_cas(document, left, xml=False).to_json(None, ensure_ascii=False)))
            packed.keep(name, metadata(document.article))
            packed.keep_rejected(name, document)


@cache
def types() -> TypeSystem:
    """The types that are written, a part of DKPro's."""
    from cassis import TypeSystem

    made = TypeSystem()
    for name, features in {MARK: ("value", "identifier"), SENTENCE: (), TOKEN: ()}.items():
        _define(made, name, "uima.tcas.Annotation", features)
    _define(made, ABOUT, "uima.tcas.DocumentAnnotation", ("documentTitle", "documentId"))
    return made


def _define(made: TypeSystem, name: str, parent: str, features: Iterable[str]) -> None:
    kind = made.create_type(name, supertypeName=parent)
    for feature in features:
        made.create_feature(kind, feature, _STRING)


def _cas(document: Document, left: Left, *, xml: bool) -> Cas:
    from cassis import Cas

    def clean(words: str) -> str:
        """XML has no way to write some characters; each becomes one other, so that offsets stay."""
        left.add("control", len(_FORBIDDEN.findall(words)) if xml else 0)
        return _FORBIDDEN.sub("\ufffd", words) if xml else words

    left.add("links", len(document.links))
    article, made = document.article, types()
    cas = Cas(made)
    cas.sofa_string = clean(article.text)
    cas.sofa_mime = "text/plain"
    about = {"documentTitle": clean(article.title or article.file), "documentId": article.id}
    found: list[Any] = [made.get_type(ABOUT)(begin=0, end=len(article.text), language="ar", **about)]
    sentence, token, mark_type = (made.get_type(name) for name in (SENTENCE, TOKEN, MARK))
    for line in lines(article.text, document.standing):
        found.append(sentence(begin=line.span.start, end=line.span.end))
        found += [token(begin=part.start, end=part.end) for part in line.tokens]
    for mark in document.standing:
        said = {"value": clean(carried.label(mark)), "identifier": dumps(carried.plain(mark))}
        if xml and _FORBIDDEN.search(said["identifier"]):
            said["identifier"] = clean(said["identifier"])
        found.append(mark_type(begin=mark.item.start, end=mark.item.end, **said))
    cas.add_all(found)
    return cas
