"""Lay a named filter over the picture."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="filter",
    group="picture",
    summary="Lay a named filter over the picture",
    example="black and white filter",
    parameters=(Parameter("name", "text", required=True),),
    phrases={
        "en": (
            "look like [it|this] [was|is] (shot|filmed|recorded|captured) (on|with) & {name:filter}",
            "<add> & {name:filter} [filter|effect|look]",
            "{name:filter} (filter|effect|look|style)",
            "{name:look} filter",
            "{name:filter} (filters|tint|tone|wash|vibe|feel|aesthetic|treatment|camera look|photo)",
            "(sharper|crisper|sharpened) (<picture>|image|look) => name=sharpen",
            "(blurry|soft|unsharp) <picture> & sharpen => name=sharpen",
            "(high contrast|high-contrast|punchy) black and white => name=black and white",
            "(filter|filtered) [it|this|the video] [so] [that] [it] (to|like|that|into) [looks|look|feels|feel|resembles|appear] [like] {name:filter}",
            "(put|apply|lay|run|slap|throw|pass) [it|this|the video] (through|thru) (a|the) {name:filter}",
            "<make> & {name:filter}",
            "= {name:filter}",
            "sharpen",
            "= {name:filter} (it|this|that|the|my|everything|all) [the] [first|second|third|last|whole|entire] [<clip>|footage|thing|part]",
            "<add> & {name:mood} filter",
            "<add> & filter {name:text}",
            "(darken|darker|dark|darkened) & (edges|corners|sides) => name=vignette",
            "{name:filter} (round|around|on|at) (edges|corners|sides)",
            "vignette (edges|corners|frame|shot|picture|it) => name=vignette",
        ),
        "zh": (
            "(<add>|<make>) & {name:filter}",
            "{name:filter} (滤镜|效果|风格|一点|感)",
            "= {name:filter}",
            "滤镜 {name:filter}",
            "<add> {name:filter} [的] {_f:filter} [的] 滤镜",
            "<add> {_look:look} [的] {name:filter} [的] 滤镜",
            "走 {name:filter} [风|风格|路线|调性]",
        ),
    },
)
