"""Zoom in, at once or slowly."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="zoom",
    group="picture",
    summary="Zoom in, at once or slowly",
    example="punch in at 0:04",
    parameters=(
        Parameter("kind", "choice", choices=("punch_in", "slow")),
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
    phrases={
        "en": (
            "<zoom_> [in]",
            "<zoom_> in",
            "<zoom_> (in|) on <subject>",
            "punch in => kind=punch_in",
            "punch (in|into) & <subject> => kind=punch_in",
            "punch in {start:instant} => kind=punch_in",
            "<slowly> <zoom_> => kind=slow",
            "<zoom_> in <slowly> => kind=slow",
            "<add> & <zoom_>",
            "push in => kind=slow",
            "slow push in => kind=slow",
            "ken burns => kind=slow",
            "zoom in on (my|the|her|his) face => kind=punch_in",
            "zoom in on face => kind=punch_in",
            "close up on <subject>",
            "<add> (zooms|zoom|zoom-ins|zoom ins|punch-ins|punch ins|zoom in|zoom effect|zoom effects)",
            "zoom cuts => kind=punch_in",
            "snap zoom => kind=punch_in",
            "magnify & <subject>",
            "get closer",
            "<slowly> (push|creep|zoom) in => kind=slow",
            "<slowly> <zoom_> (in|) on <subject> => kind=slow",
        ),
        "zh": (
            "<zoom_>",
            "<zoom_> & (一下|画面|镜头|脸|产品)",
            "<slowly> <zoom_> => kind=slow",
            "(慢慢|缓慢|缓缓|逐渐) (放大|推近|拉近|推进) => kind=slow",
            "(推近|推镜|推镜头|拉近)",
            "的时候 放大 => kind=punch_in",
            "放大 一下 => kind=punch_in",
            "镜头 (推近|拉近|推进)",
            "特写",
            "<broll> & <zoom_>",
            "推 (近|上去|一下)",
        ),
    },
)
