"""File-name-safe names out of any text, in any script."""

from __future__ import annotations

import hashlib
import unicodedata

MAX_CHARACTERS = 80
MAX_BYTES = 150


def slug(text: str) -> str:
    """Lower-case letters and digits of every script, joined by dashes: "Wait for it!" → `wait-for-it`, "等一下" → `等一下`.

    Accents on Latin letters are dropped. Text without letters becomes its code points (`u1f525`); long text is cut, with a mark that keeps it
    distinct. "" only for "".
    """
    words = "".join(c if _kept(c) else "-" for c in _plain(text))
    joined = "-".join(w for w in words.split("-") if w)
    if not joined:
        joined = "-".join(f"u{ord(c):x}" for c in text.strip() or text)
    return _cut(joined, text)


def _plain(text: str) -> str:
    """Compatibility forms folded, case folded, accents taken off Latin letters (marks of other scripts carry meaning)."""
    kept: list[str] = []
    for c in unicodedata.normalize("NFKD", text.casefold()):
        is_accent = unicodedata.combining(c) and kept and "a" <= kept[-1] <= "z"
        if not is_accent and c not in "'’":
            kept.append(c)
    return unicodedata.normalize("NFC", "".join(kept))


def _kept(c: str) -> bool:
    return c.isalnum() or unicodedata.category(c).startswith("M")


def _cut(joined: str, text: str) -> str:
    if len(joined) <= MAX_CHARACTERS and len(joined.encode()) <= MAX_BYTES:
        return joined
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    short = joined[: MAX_CHARACTERS - 9]
    while len(short.encode()) > MAX_BYTES - 9:
        short = short[:-1]
    return f"{short.rstrip('-')}-{mark}"
