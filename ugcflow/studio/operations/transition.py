"""Join cuts with a transition."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="transition",
    group="picture",
    summary="Join cuts with a transition",
    example="add a crossfade between clips",
    parameters=(
        Parameter("kind", "text"),
        Parameter("seconds", "seconds"),
    ),
    phrases={
        "en": (
            "<add> & <transition>",
            "<transition> between [<clip>]",
            "= <transition>",
            "<add> & {kind:transition} between <clip>",
            "{kind:transition} (between|transition|transitions)",
            "with <transition>",
            "with {kind:transition} transitions",
            "{kind:transition} transition on",
            "use {kind:transition} (between|transition|transitions)",
            "(smooth|smoother) (cuts|transitions)",
            "<transition> on every cut",
            "<transition> (at|on|for) [the|every|each] cut",
            "(dissolve|crossfade|wipe|fade) (between|from|into) <clip>",
            "blend <clip>",
            "fade between <clip>",
            "<zoom_> between [<clip>|cuts] => kind=zoom",
            "(spin|flash|blur|glitch|swipe|slide|whip) between (<clip>|cuts)",
        ),
        "zh": (
            "<add> & <transition>",
            "= <transition>",
            "{kind:transition} <transition>",
            "之间 & {kind:transition}",
            "之间 & <transition>",
            "用 {kind:transition} <transition>",
            "<transition> & {kind:transition}",
            "镜头 之间 {kind:transition}",
        ),
    },
)
