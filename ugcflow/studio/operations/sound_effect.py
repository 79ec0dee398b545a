"""Add a sound effect."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="sound_effect",
    group="sound",
    summary="Add a sound effect",
    example="add a whoosh",
    phrases={
        "en": (
            "<add> & (slam|door|crash|boom|pop|click|bell|applause|clap|laugh|gasp|swoosh|ding|splash|thunder|footsteps|rimshot|drum|drumroll|airhorn|buzzer|cheer) [slam|roll] (effect|sound|sfx|noise)",
            "(rimshot|drumroll|airhorn|swoosh|whoosh|ding|boom|buzzer) (sound|effect)",
            "<add> & <effect>",
            "= <effect>",
            "<effect> (when|on|at|sound)",
            "play & <effect>",
            "<effect> {instant}",
            "<add> <effect> sound (at|on|when)",
            "<effect> sound",
            "put <effect>",
            "<add> & {_x:text} sound",
            "with <effect>",
            "<effect> (after|before|while|once|during|over|under|every|whenever|where|as|for)",
            "<effect> (needed|wanted|missing|please)",
            "(needs|need|deserves|wants|could use|calls for|begs for) <effect>",
            "<effect> & (would be|would sound|would work|should|must) (nice|good|great|fun|funny|cool|perfect|play|come|be heard|sound|go)",
            "(let|make) <effect> (ring|sound|play)",
            "(hear|there|with) <effect>",
            "hear (a|an|some) (pop|click|bang|crash|splash|knock|tap|gasp|laugh|cheer|scream|snap|thud)",
            "(laughing|cheering|clapping|applauding|gasping|booing) (audience|crowd|people)",
            "(drop|throw|stick|slot|layer|lay|place|pop|sneak|slip) (a|an|some|the|one) <effect>",
            "<add> (a|an|some) (impact|impacts|thud|stinger|sting|slam|bass drop|sub drop|boom hit|hit sound) [on|at|for|when]",
        ),
        "zh": (
            "<add> {_t:text} [的] [一] (声|声音|音效|提示音|声效)",
            "<add> & <effect>",
            "= <effect>",
            "配 <effect>",
            "加 & 声音",
            "<effect> (加|放|配)",
            "转场 & 声音",
            "{_t:text} <effect>",
            "<add> {_t:text} <effect>",
            "<effect> {_t:text}",
            "(转场|切换|过渡|出现|弹出) (地方|处|时候|时|位置) & <effect>",
        ),
    },
)
