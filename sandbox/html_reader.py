"""Telegram's HTML: the same tags, the same nesting and the same complaints as its own parser."""

from dataclasses import dataclass, field
from operator import itemgetter

from sandbox.codec import Json
from sandbox.errors import ApiError, bad_request
from sandbox.text import checked_url, utf16_length, utf16_slice

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
}
SUPPORTED = SIMPLE.keys() | {"a", "pre", "blockquote", "tg-emoji", "tg-time"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LAST_CODE_POINT = 0x10FFFF


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    number: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities; `ApiError` in Telegram's words on bad HTML."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pos = 0
        self.out: list[str] = []
        self.length = 0
        self.stack: list[_Open] = []
        self.opened = 0
        self.closed: list[tuple[int, int, int, Json]] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.pos < len(self.source):
            char = self.source[self.pos]
            if char == "<":
                self._tag()
            elif char == "&":
                self._write(self._reference())
            else:
                self._write(char)
                self.pos += 1
        if self.stack:
            raise self._error(
                f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"'
            )
        entities = [entity for *_, entity in sorted(self.closed, key=itemgetter(0, 1, 2))]
        return "".join(self.out), _outside_code(entities)

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.length += utf16_length(text)

    def _reference(self) -> str:
        """Read `&...`; what is no known reference stays as it is."""
        start = self.pos
        self.pos = end = start + 1
        while end < len(self.source) and (self.source[end].isalnum() or self.source[end] == "#"):
            end += 1
        name = self.source[start + 1 : end]
        char = _numeric(name[1:]) if name.startswith("#") else NAMED.get(name)
        if char is None:
            return "&"
        self.pos = end + 1 if self.source[end : end + 1] == ";" else end
        return char

    def _tag(self) -> None:
        start = self.pos
        self.pos += 1
        if self.source[self.pos : self.pos + 1] == "/":
            self.pos += 1
            self._end_tag(start)
        else:
            self._start_tag(start)

    def _name(self) -> str:
        start = self.pos
        while (
            self.pos < len(self.source)
            and not self.source[self.pos].isspace()
            and self.source[self.pos] != ">"
        ):
            self.pos += 1
        return self.source[start : self.pos].lower()

    def _skip_spaces(self) -> None:
        while self.pos < len(self.source) and self.source[self.pos].isspace():
            self.pos += 1

    def _start_tag(self, start: int) -> None:
        tag = self._name()
        if self.pos >= len(self.source):
            raise self._error("Unclosed start tag", start)
        if tag not in SUPPORTED:
            raise self._error(f'Unsupported start tag "{tag}"', start)
        self.opened += 1
        opened = _Open(tag, self.length, self.opened)
        while True:
            self._skip_spaces()
            if self.pos >= len(self.source):
                raise self._error("Unclosed start tag", start)
            if self.source[self.pos] == ">":
                break
            name, value = self._attribute(tag, start)
            opened.attributes[name] = value
        self.pos += 1
        if tag == "span" and opened.attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', start)
        self.stack.append(opened)

    def _attribute(self, tag: str, start: int) -> tuple[str, str]:
        begin = self.pos
        while (
            self.pos < len(self.source)
            and not self.source[self.pos].isspace()
            and self.source[self.pos] not in "=>"
        ):
            self.pos += 1
        name = self.source[begin : self.pos].lower()
        if not name:
            raise self._error(f'Empty attribute name in the tag "{tag}"', start)
        self._skip_spaces()
        if self.source[self.pos : self.pos + 1] != "=":
            if (tag, name) == ("blockquote", "expandable"):
                return name, ""
            raise self._error(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}"', start
            )
        self.pos += 1
        self._skip_spaces()
        return name, self._value(start)

    def _value(self, start: int) -> str:
        quote = self.source[self.pos : self.pos + 1]
        if quote not in {"'", '"'}:
            begin = self.pos
            while self.pos < len(self.source) and (
                self.source[self.pos].isalnum() or self.source[self.pos] in ".-"
            ):
                self.pos += 1
            if self.pos < len(self.source) and not (
                self.source[self.pos].isspace() or self.source[self.pos] == ">"
            ):
                raise self._error("Unexpected end of name token", begin)
            return self.source[begin : self.pos].lower()
        self.pos += 1
        value: list[str] = []
        while self.pos < len(self.source) and self.source[self.pos] != quote:
            if self.source[self.pos] == "&":
                value.append(self._reference())
            else:
                value.append(self.source[self.pos])
                self.pos += 1
        if self.pos >= len(self.source):
            raise self._error("Unclosed start tag", start)
        self.pos += 1
        return "".join(value)

    def _end_tag(self, start: int) -> None:
        if not self.stack:
            raise self._error("Unexpected end tag", start)
        found = self._name()
        self._skip_spaces()
        if self.source[self.pos : self.pos + 1] != ">":
            raise self._error("Unclosed end tag", start)
        expected = self.stack[-1].tag
        if found and found != expected:
            where = self._offset(start)
            raise self._error(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{expected}>", found "</{found}>"'
            )
        self.pos += 1
        self._close(self.stack.pop())

    def _close(self, opened: _Open) -> None:
        if self.length <= opened.offset:
            return
        entity = self._entity(opened)
        if entity is not None:
            entity |= {"offset": opened.offset, "length": self.length - opened.offset}
            self.closed.append((opened.offset, -entity["length"], opened.number, entity))

    def _entity(self, opened: _Open) -> Json | None:
        attributes = opened.attributes
        if opened.tag == "a":
            return self._link(opened)
        if opened.tag == "pre":
            return self._pre(opened)
        if opened.tag == "blockquote":
            return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
        if opened.tag == "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
        if opened.tag == "tg-time":
            return None
        language = attributes.get("class", "") if opened.tag == "code" else ""
        entity: Json = {"type": SIMPLE[opened.tag]}
        if language.startswith("language-") and self.stack and self.stack[-1].tag == "pre":
            entity["language"] = language.removeprefix("language-")
        return entity

    def _link(self, opened: _Open) -> Json | None:
        url = opened.attributes.get("href") or utf16_slice(
            "".join(self.out), opened.offset, self.length - opened.offset
        )
        try:
            return {"type": "text_link", "url": checked_url(url)}
        except ValueError:
            return None

    def _pre(self, opened: _Open) -> Json:
        """`<pre><code class="language-x">` of the same length is one block with a language."""
        entity: Json = {"type": "pre"}
        for *_, inner in self.closed:
            if inner["type"] == "code" and inner["offset"] == opened.offset and "language" in inner:
                entity["language"] = inner["language"]
        return entity

    def _offset(self, pos: int) -> int:
        return len(self.source[:pos].encode("utf-8", "surrogatepass"))

    def _error(self, text: str, pos: int | None = None) -> ApiError:
        where = "" if pos is None else f" at byte offset {self._offset(pos)}"
        return bad_request(f"can't parse entities: {text}{where}")


def _numeric(digits: str) -> str | None:
    try:
        code = int(digits[1:], 16) if digits[:1] in {"x", "X"} else int(digits)
    except ValueError:
        return None
    return chr(code) if 0 < code < _LAST_CODE_POINT and not 0xD800 <= code <= 0xDFFF else None  # noqa: PLR2004


def _outside_code(entities: list[Json]) -> list[Json]:
    """Monospace holds no other formatting."""
    kept: list[Json] = []
    code_end = -1
    for entity in entities:
        if entity["offset"] < code_end:
            continue
        if entity["type"] in {"code", "pre"}:
            code_end = entity["offset"] + entity["length"]
            kept = [
                e
                for e in kept
                if (e["offset"], e["length"]) != (entity["offset"], entity["length"])
                or e["type"] in {"blockquote", "expandable_blockquote"}
            ]
            if entity["type"] == "code":
                entity.pop("language", None)
        kept.append(entity)
    return kept
