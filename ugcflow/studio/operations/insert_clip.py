"""Put one clip into another."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="insert_clip",
    group="cutting",
    summary="Put one clip into another",
    example="insert intro.mp4 at the start",
    parameters=(
        Parameter("input", "text"),
        Parameter("start", "seconds"),
        Parameter("position_in_time", "choice", choices=("start", "end")),
        Parameter("seconds", "seconds"),
    ),
    phrases={
        "en": (
            "<insert> {input:file}",
            "<insert> <clip> {input:file}",
            "<insert> {input:file} (at|before|after|between)",
            "<insert> (intro|outro|bumper|clip|second clip|video|another clip) (clip|video|) (at|before|after|between|in)",
            "drop <broll> in",
            "insert & (clip|video|intro|outro|footage)",
            "<insert> {input:input} (at|before|after|between|in)",
            "add (another|a second) clip",
            "<start_> with {input:file}",
            "<end_> with {input:file}",
            "<insert> (the|) (intro|outro) (clip|video)",
            "(put|place|insert|slot) <clip> between",
            "(put|place|insert|slot) & <clip> between (the|my) & (and) (the|my)",
            "(append|prepend) & (clip|video|intro|outro|bumper|it)",
            "<insert> {input:input} <clip>",
            "<insert> & (sting|stinger|ident|bumper|intro clip|outro clip|opener)",
            "<insert> & [<logo>] (sting|stinger|ident|bumper)",
            "(splice|cut|slot|slip|drop|edit) {input:file} in",
            "(splice|slot|slip) {input:file} (in|into|at|after|before)",
            "<insert> (intro|outro|bumper|clip|opener|ending) from {input:file}",
            "<insert> (intro|outro|bumper|clip|opener|ending) (from|in|i|we) [the|that] [file|clip|one] [i|we|that] uploaded",
            "<insert> (outro|intro|bumper|ending clip) (on|at|to|onto|before|after) (end|start|front|beginning|back|the end|the start|the front|the beginning|the back)",
            "@sticking_on {input:file} (on|at|onto|to|before|after|between)",
            "{input:file} (goes|go|belongs|comes) (at|on|to|before|after|between|in|first|last)",
        ),
        "zh": (
            "<insert> & {input:file}",
            "(插入|接上|拼上|插播|插) & (片头|片尾|素材|视频|片段|镜头)",
            "加 (片头|片尾) 视频",
            "加 (片头|片尾)",
            "<insert> {input:input}",
            "(片头|片尾) <insert> 视频",
            "接 {input:file}",
        ),
    },
)
