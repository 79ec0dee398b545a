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
            "<translate_> & <caption> {language}",
            "<translate_> [<caption>] from {_f:language} (to|into|in) {language}",
            "<translate_> & {_f:language} <caption> (to|into|in) {language}",
            "<translate_> & <caption> & (to|into|in) {language}",
            "<translate_> (to|into|in) {language}",
            "<translate_> & {language}",
            "<caption> translated {language}",
            "convert <caption> (to|into) {language}",
            "<translate_> (what|everything|it) {language}",
            "<translate_> <caption>",
            "<caption> (translation|translations|in translation)",
            "(translation|translations) of <caption>",
        ),
        "zh": (
            "<caption> & <translate_> (成|为|到|至|) {language}",
            "<translate_> & {language}",
            "<translate_> <caption> {language}",
            "<caption> 改成 {language}",
            "<caption> 换成 {language}",
            "<translate_> {language} <caption>",
        ),
    },
)
