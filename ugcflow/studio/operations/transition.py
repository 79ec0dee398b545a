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
            "{kind:transition} (at|on|for|across|over) & cut",
            "{kind:transition} (at|on|for|across|over) & cuts",
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
            "<add> & {kind:dip}",
            "(过|闪|叠|转|切) [一下|个] 黑 => kind=dip to black",
            "(黑场|黑屏|黑) (过渡|转场|过场) => kind=dip to black",
            "(淡入|淡出|渐入|渐出|渐隐|渐显) <transition> => kind=fade",
            "<add> (淡入|淡出|渐入|渐出|渐隐|渐显) <transition> => kind=fade",
            "<transition> (用|选|改成|换成|为|是) (淡入|淡出|渐入|渐出|渐隐|渐显) => kind=fade",
        ),
    },
)
