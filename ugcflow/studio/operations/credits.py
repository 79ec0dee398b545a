"""Say how many credits are left."""

from collections.abc import Mapping
from typing import Any

from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Nothing to edit: the words belong to the session."""
    return Applied(timeline, ("The studio costs nothing",))


OPERATION = Spec(
    name="credits",
    group="session",
    summary="Say how many credits are left",
    example="how many credits do I have left?",
    apply=apply,
    phrases={
        "en": (
            "= <credit>",
            "how (many|much) <credit>",
            "(how many|how much|what) <credit> & (left|used|spent|burned|burnt|gone|use|spend|burn|cost|<sofar>)",
            "(what|how much) (have|did) (i|we) [already] (spend|spent|burn|burned|use|used) <sofar> in <credit>",
            "<credit> (left|remaining|do i have|have i got)",
            "(show|check|what is|what's|see) & <credit>",
            "(do i have|have i) & <credit>",
            "<credit> (balance)",
            "(left|remaining) (of|in|on) <credit>",
            "(remaining|available) <credit>",
            "(run|running) out of credits",
            "how (many|much) (do|have) i (have|got|) left",
            "how (many|much) left",
            "(am i|are we|i'm|we're) [running|almost|nearly] (out of|low on) <credit>",
            "(enough|any|more) <credit> (for|to|left)",
            "how (many|much) & (exports|renders|minutes|generations) (left|remaining|do i have|have i got)",
            "(how many|how much) (exports|renders|minutes|generations|videos|edits) (can|could|am|may) (i|we) [still|allowed|to] (do|make|run|export|render|create|have)",
            "(check|what's|whats|show|see) (my|the|our) (usage|plan|allowance|balance|quota)",
            "(running|run) (low|out) [on|of] <credit>",
            "(eat|eats|cost|costs|use|uses|take|takes|burn|burns|spend|consume|consumes|need|needs) [up] [a lot of|many|lots of|all|any|more|too many] [my|our] <credit>",
            "how (much|many) <credit> (will|does|would|did|is)",
            "how much (will|does|would) (this|it|that) (cost|use) [me|in] [<credit>]",
        ),
        "zh": (
            "(积分|额度|余额|点数)",
            "(余额|剩余|还剩|还有|多少) & (积分|额度|点数|次数)",
        ),
    },
)
