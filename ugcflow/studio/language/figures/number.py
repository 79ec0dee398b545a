"""Numbers as people write them: 30, 1.5, ３０, thirty, twenty-five, two and a half, 2½, 10th, a third, 1/3, 三十, 一百二十, 半."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
MOST = 12
"""Tokens a number may have; nobody writes more."""
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_SCALES = {"十": 10, "百": 100, "千": 1000}


def begins_number(sentence: Sentence, at: int) -> bool:
    """Can a number begin at token `at`?"""
    token = sentence.tokens[at]
    if token.kind == "cjk":
        return token.key in _DIGITS or token.key in _SCALES or token.key == "半"
    return token.kind in ("num", "clock") or sentence.ends(at, "#number") > 0


def read_number(sentence: Sentence, at: int) -> tuple[float, int] | None:
    """The number that begins at token `at`, and the token after it."""
    if at >= len(sentence):
        return None
    token = sentence.tokens[at]
    if token.kind == "cjk":
        return _chinese(sentence, at)
    found = (float(token.value or 0), at + 1) if token.kind == "num" else _spelled(sentence, at)
    return _with_half(sentence, found) if found else None


def _with_half(s: Sentence, found: tuple[float, int]) -> tuple[float, int]:
    """ "two and a half", "2½"."""
    value, place = found
    if half := s.ends(place, "<t_half>"):
        return (value + 0.5, half) if value >= 1 and not s.ends(half, "<t_of>") else found
    if place < len(s) and s.tokens[place].text in _PARTS and s.tokens[place].start == s.tokens[place - 1].end:
        return value + _PARTS[s.tokens[place].text], place + 1
    return found


def read_ordinal(s: Sentence, at: int) -> tuple[float, int] | None:
    """ "10th", "fifth"; "first" and "second" mean other things too often, but "the second minute" is clear."""
    if at + 1 < len(s) and s.tokens[at].low == "second" and s.ends(at + 1, "#unit:minute"):
        return 2.0, at + 1
    if at < len(s) and s.tokens[at].kind == "ordinal":
        return float(s.tokens[at].value or 0), at + 1
    found = s.value(at, "#ordinal")
    return (float(str(found[0])), found[1]) if found else None


def _chinese_fraction(s: Sentence, at: int) -> tuple[float, int] | None:
    """三分之一: the whole first."""
    whole = read_number(s, at)
    if not whole or whole[1] + 2 >= len(s) or [t.key for t in s.tokens[whole[1] : whole[1] + 2]] != ["分", "之"]:
        return None
    part = read_number(s, whole[1] + 2)
    return (part[0] / whole[0], part[1]) if part and 0 < part[0] < whole[0] else None


def read_fraction(s: Sentence, at: int) -> tuple[float, int] | None:
    """A part of one: "a third", "two thirds", "1/3", "half"."""
    if at >= len(s):
        return None
    if chinese := _chinese_fraction(s, at):
        return chinese
    number = read_number(s, at) if s.tokens[at].kind != "cjk" else None
    if number and s.tokens[at].kind == "num" and number[1] + 1 < len(s) and s.tokens[number[1]].text == "/":
        below = s.tokens[number[1] + 1]
        if below.kind == "num" and float(below.value or 0) > number[0] > 0:
            return number[0] / float(below.value or 1), number[1] + 2
    if number and 0 < number[0] < 1 and s.tokens[at].kind == "word":
        return number
    counted = number if number and number[0] >= 1 and s.ends(number[1], "#fraction") else None
    place = counted[1] if counted else s.skip(at, "<t_one>")
    part = s.value(place, "#fraction")
    return (float(str(part[0])) * (counted[0] if counted else 1.0), part[1]) if part else None


def _spelled(sentence: Sentence, at: int) -> tuple[float, int] | None:
    total, place, found = 0.0, at, False
    while place < at + MOST and (one := sentence.value(place, "#number")) is not None:
        value, end = float(str(one[0])), one[1]
        if value >= 100 and found:
            total *= value
        elif not found or (total >= 20 and total % 10 == 0 and 0 < value < 10) or (total >= 100 and value < 100):
            total += value
        else:
            break
        found, place = True, end
        if place < len(sentence) and sentence.tokens[place].text == "-":
            place += 1
        joined = sentence.ends(place, "<n_and>")  # treinta y cinco
        if (
            total >= 100
            and total % 100 == 0
            and sentence.ends(place, "<t_and>")
            and sentence.ends(place + 1, "#number")
        ):
            place += 1  # "one hundred and fifty"
        ones = sentence.value(joined, "#number") if joined and total >= 20 and total % 10 == 0 else None
        place = joined if ones and 0 < float(str(ones[0])) < 10 and float(str(ones[0])).is_integer() else place
    while found and sentence.tokens[place - 1].text == "-":
        place -= 1
    return (total, place) if found else None


def _chinese(sentence: Sentence, at: int) -> tuple[float, int] | None:
    total, digit, place, seen = 0.0, -1.0, at, False
    while place < min(len(sentence), at + MOST):
        char = sentence.tokens[place].key
        if char in _DIGITS and 0 < digit < 9 and _DIGITS[char] == digit + 1:
            return None  # 三四秒
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char] if digit >= 0 else float(_DIGITS[char])
        elif char in _SCALES:
            total += (digit if digit >= 0 else 1.0) * _SCALES[char]
            digit = -1.0
        elif char == "点" and digit >= 0 and place + 1 < len(sentence) and sentence.tokens[place + 1].key in _DIGITS:
            tail, end = _decimals(sentence, place + 1)
            return total + digit + tail, end
        elif char == "半" and not seen:
            return 0.5, place + 1
        else:
            break
        seen, place = True, place + 1
    return (total + max(digit, 0.0), place) if seen else None


def _decimals(sentence: Sentence, at: int) -> tuple[float, int]:
    digits = ""
    stop = min(len(sentence), at + MOST)
    while at < stop and sentence.tokens[at].key in _DIGITS:
        digits += str(_DIGITS[sentence.tokens[at].key])
        at += 1
    return float(f"0.{digits}"), at
