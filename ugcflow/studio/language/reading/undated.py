"""Times that were named, and that what was found in the clause can't be held to: "mute it by 2 s", "the zoom between 12 and 14 s"."""

from __future__ import annotations

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing
from ugcflow.studio.language.reading.said import Said

_UNTIMED = frozenset({"sound_effect"})
"""Where these sound is for the edit itself to hold: they have no times of their own."""
OF_A_TIME = frozenset({"<noise_>", "<voice>", "<audio>", "<text>", "<logo>", "<sticker>", "<effect>", "<caption>", "<music>", "<transition>", "<filler>", "<bad_take>", "<voiceover>", "<zoom_>", "<filter_>", "<fade_>", "<broll>", "<slowdown>", "<speedup>", "<blur_>"})  # fmt: skip
"""What may be taken out of a stretch of time without the stretch itself."""


def of_a_time(said: Said, clause: Clause, used: set[int]) -> None:
    """把前5秒的人声去掉: not the five seconds are to go."""
    cuts = [o for o in said.operations if o.op in ("trim_start", "trim_end") or o.parameters.get("mode") == "remove"]
    s = clause.sentence
    for at in range(1, len(s) if cuts else 0):
        unwanted = any(s.ends(i, "<no>") == at for i in range(max(0, at - 3), at))  # 前5秒不要音乐
        of_it = (s.tokens[at - 1].key == "的" or unwanted) and at not in used and s.labels(at) & OF_A_TIME
        if of_it and clause.own(at) and s.tokens[at].kind == "cjk":
            said.operations = [o for o in said.operations if o not in cuts]
            said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))
            return


def by_so_much(said: Said, clause: Clause) -> None:
    """ "Trim the first clip by 2 seconds": how much goes, but not where; no length to bring it to."""
    s = clause.sentence
    for at in s.places("{duration}"):
        if at and s.tokens[at - 1].low == "by" and clause.own(at):
            cut = [o for o in said.operations if o.op == "fit_duration"]
            if cut:
                said.operations = [o for o in said.operations if o not in cut]
                said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))
            return


def unplaced(said: Said, clause: Clause, extra: list[Thing], spent: set[int]) -> None:
    """A part of the edit that was named, but that nothing asked for can be limited to."""
    for number, (label, first, stop, value) in enumerate(extra):
        if (
            label in ("{range}", "{first}", "{last}", "{duration}", "{since}", "{limit}", "{frames}")
            and number not in spent
            and {o.op for o in said.operations} - _UNTIMED
            and clause.own(first)
            and not any(label == "{duration}" and value == o.parameters.get("seconds") for o in said.operations)
        ):
            start, end = clause.sentence.span(first, stop)
            if label == "{range}" and {o.op for o in said.operations} == {"export"} and value[1] is not None:
                values = {"start": value[0], "end": value[1], "mode": "keep"}  # "save 0:30 to 1:00 as an mp4"
                said.operations.insert(0, Operation("trim_range", values, clause.sentence.text[start:end], start, end))
            else:
                said.questions.append(ask.left_over(clause.sentence.text, start, end, said.operations[-1].op))
            return
