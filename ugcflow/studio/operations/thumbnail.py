"""Make a cover picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="thumbnail",
    group="picture",
    summary="Make a cover picture",
    example="make a thumbnail",
    phrases={
        "en": (
            "(with|plus) [a|an|the|my|one|matching|nice] <thumbnail>",
            "(make|create|generate|add|grab|pick|choose|extract|get|export|design|take|set|pull|need|give me|find|use) & <thumbnail>",
            "= <thumbnail>",
            "(pick|choose|grab|take|use|find|select) & frame (for|as) [the|a|my] <thumbnail>",
            "as [the|a|my|our|its] <thumbnail>",
            "<thumbnail> (from|at|of|for)",
            "<thumbnail> (with|using|showing|w) & (frame|still|shot|moment|part|bit|face|close-up|logo)",
            "use & as (the|a|) <thumbnail>",
            "(grab|pull|extract|capture|save|export|take|get|snap|screenshot) & (frame|still|screengrab|screen grab|snapshot|screen shot|screencap) [{_i:instant}]",
            "frame {_i:instant} as",
            "<thumbnail> (in|at|as|with) {_a:aspect}",
            "<thumbnail> (with|saying|reading|that says|which says) [some|big|bold] [<text>] [<announce>] {_t:text}",
            "(frame|shot|still|moment|image|picture) [around|about|near|from|at|right at] {_i:instant} (as|for|as the|as a|as my|for the) <thumbnail>",
            "(turn|make|take|use|have|set) [frame|shot|moment|still] [at|from] {_i:instant} [into|as|for|be] <thumbnail>",
            "(turn|make|use) {_i:instant} (into|as|for|be) [the|my|our|a] <thumbnail>",
            "<thumbnail> (from|at|of) {_i:instant}",
            "<thumbnail> {_i:since}",
            "<thumbnail> (at|from) {_i:duration}",
            "<thumbnail> [should|must|needs|has|can|could|shall|ought] [to] (be|show|feature|use)",
            "<thumbnail> (looks|is|looked|seems) [really|so|too|very|pretty] (bad|ugly|boring|dull|terrible|awful|blurry|weird|wrong|dark|horrible|meh|lame|bland|cheap|off)",
            "(pic|picture|image|frame|still|photo) [that|which] (people|viewers|they|everyone|users|you|everybody) (see|sees) before",
            "(make|create|design|generate|do|prepare|need|want) [an|a|the] (image|picture|photo|graphic|pic) (for|as) [the|my|our|a] <thumbnail>",
            "<thumbnail> (=|is|:) {_i:instant}",
            "<thumbnail> {_i:instant}",
        ),
        "zh": (
            "(做|生成|制作|截|选|加|弄|导出|要|设置|挑|出|换|来|取) & (封面|缩略图|封面图|首图|头图)",
            "= (封面|缩略图)",
            "(封面|缩略图) & {instant}",
            "(封面|缩略图)",
            "(用|选|取|选用|就用) {_i:instant} [的] (画面|那一帧|那帧|帧|这一帧|镜头)",
        ),
    },
)
