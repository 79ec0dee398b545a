"""Captions in another language."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="translate_captions",
    group="words",
    summary="Captions in another language",
    example="translate the captions to Spanish",
    parameters=(Parameter("language", "language", required=True),),
    phrases={
        "en": (
            "same <caption> [but|just|only] [now] (in|into) {language}",
            "<translate_> & <caption> {language}",
            "<translate_> [<caption>] from {_f:language} (to|into|in) {language}",
            "<translate_> & {_f:language} <caption> (to|into|in) {language}",
            "<translate_> & <caption> & (to|into|in) {language}",
            "<translate_> (to|into|in) {language}",
            "<translate_> [the|my] [<voice>|<voiceover>|<audio>|<music>] (to|into|in) {language} <caption>",
            "<translate_> & {language}",
            "<caption> translated {language}",
            "convert <caption> (to|into) {language}",
            "(put|get|turn|change|make|switch|render|do|bring|flip) <caption> into {language}",
            "(change|switch|set|swap|move) & <caption> (language|tongue) [from] [to|into|in] {language}",
            "(change|switch|swap|move|turn) <caption> [over] (to|from|into|for) {language}",
            "(language of|language for) <caption> [to|should be|must be|into] {language}",
            "(take|use|have) <caption> (do|put|turn|render|make|get) [them|it] (in|into|to) {language}",
            "<caption> should (become|be translated|read) [to|into|in] {language}",
            "{language} (translation|version) (of|for) <caption>",
            "<caption> & {language} instead",
            "<caption> {language} instead of {_f:language}",
            "(render|redo|rewrite) <caption> in {language}",
            "<caption> {_f:language} (to|into) {language}",
            "<translate_> (what|everything|it) {language}",
            "<translate_> <caption>",
            "<caption> (translation|translations|in translation)",
            "(translation|translations) of <caption>",
        ),
        "zh": (
            "<caption> & <translate_> (成|为|到|至|) {language}",
            "<translate_> & {language}",
            "<translate_> <caption> {language}",
            "<caption> (改成|换成) {language}",
            "<translate_> {language} <caption>",
        ),
    },
)
