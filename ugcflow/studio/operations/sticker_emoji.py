"""Put an emoji on the picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="sticker_emoji",
    group="words",
    summary="Put an emoji on the picture",
    example="add a fire emoji",
    phrases={
        "en": (
            "<add> & <sticker>",
            "= <sticker>",
            "= <sticker> ({_e:ending}|{_e:opening})",
            "<sticker> (when|on|over|next)",
            "put <sticker>",
            "(show|display|flash|pop up|bring up|pop) [up] <sticker>",
            "= [a|an|one|the|some] (confetti|heart|fire|flame|rocket|star|thumbs up|laughing|crying|smiling|clapping|party|money|check|arrow|sparkle|sparkles|crown|lightning|eyes|hand|skull|wow|question mark|hundred|rainbow|sun|smiley) <sticker> [{_s:instant}|{_r:range}]",
            "= <sticker> ({_s:instant}|{_r:range})",
            "<sticker> {position:place}",
            "react with <sticker>",
            "<with> [some|a few|lots of|many|a] <sticker>",
            "<add> & (arrow|circle|star|heart|smiley|hand|question mark) <sticker>",
        ),
        "zh": (
            "<add> & <sticker>",
            "= <sticker>",
            "贴 <sticker>",
            "(加|贴|放) & 动图",
        ),
    },
)
