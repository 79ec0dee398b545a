"""Write down what is said, word by word."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.studio.edits.captioning import captions
from ugcflow.studio.edits.style import style_of
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Captions over the whole edit from now on; asked again, they take the new look, or come back where they were taken away."""
    language = str(parameters.get("language") or "en")
    if language.split("-")[0] != "en":
        raise StepError(
            f"captions in another language than is spoken ({language}) can't be made yet", do="leave the language out"
        )
    wanted = dict(timeline.captions or {})
    if not parameters.get("style") and not parameters.get("position"):
        wanted = {k: v for k, v in wanted.items() if k not in ("hidden", "only")}
    if parameters.get("style"):
        wanted["style"] = {**(wanted.get("style") or {}), **style_of(parameters["style"])}
    if parameters.get("position"):
        wanted["position"] = parameters["position"]
    if timeline.captions == wanted:
        return Applied(timeline, ("Captions are there already",))
    after = timeline.with_(captions=wanted)
    titles = captions(after, footage)
    if not titles:
        return Applied(after, (), ("nobody speaks here, so there are no captions",))
    return Applied(after, (f"Captions added in {len(titles)} groups",))


OPERATION = Spec(
    name="captions",
    group="words",
    summary="Write down what is said, word by word",
    example="add captions",
    apply=apply,
    needs=("speech",),
    parameters=(
        Parameter("style", "style"),
        Parameter("language", "language"),
        Parameter("position", "place"),
    ),
    phrases={
        "en": (
            "(style|styled) <caption>",
            "(<remove>|<drop>|take|lose|no|without) [the|all|any|that|those] (punctuation|emojis|emoji|background|box|shadow|outline|animation|animations|highlight|highlighting|border|bar|glow|stroke) (from|off|on|in|behind|around) [the|my|our|all] <caption> => style=plain",
            "(<add>|<lay>|use|have) [a|an] {style:color} behind [the|my|our|all] <caption>",
            "<caption> (must|should|need|needs|have|has|ought) [to] be [in] {language}",
            "(increase|raise|bump up|bump|boost|enlarge|up) <caption> [font|text] size => style=bigger",
            "(decrease|reduce|shrink|lower|drop) <caption> [font|text] size => style=smaller",
            "{language} (<caption>|ones) (are|is|would be|will be) [just|perfectly|totally] (fine|enough|ok|okay|sufficient|good enough|all we need|all i need)",
            "<caption> (font|text) & {style}",
            "<caption> with [some|a few] <sticker> => style=emoji",
            "= (write|type|print|spell) what (i|we|she|he|they) (say|says|said|am saying|is saying|are saying) [on screen|on the screen]",
            "(no|without|zero) [fancy|crazy|wild|silly|flashy] (animation|animations|emojis|emoji|motion|bouncing|highlighting|shadow|colors|colours|background|punctuation) (on|in|for|with) <caption> => style=plain",
            "<caption> (with no|without|no) [fancy|crazy|wild|silly|flashy] (animation|animations|emojis|emoji|motion|bouncing|highlighting|colors|colours|punctuation) => style=plain",
            "<caption> [font|text|style|color|colour|size] (should|must|to|needs|need) [be|to be] ({style}|{color}|{place})",
            "(animate|pop|reveal|show|display) & <caption> {style}",
            "(burn in|burn|hardcode|hardsub|embed|attach) & <dialogue>",
            "<make> font & {style}",
            "<add> & <caption>",
            "(run|roll) [with] [the] <caption>",
            "<caption> on",
            "(caption|subtitle|captioning|subtitling) [my|the|this|our] <source>",
            "= <caption>",
            "<caption> like [the] (ones|those|captions|subtitles) [you see] [in|on|from|of]",
            "(auto|auto generate) <caption>",
            "<make> <caption> [{style}|{place}|{color}]",
            "<caption> (this|it|the video|my video|everything|everyone)",
            "<caption> (at|in|on|near) {position:place}",
            "<caption> [should|must|to|can] (go|goes|sit|sits) [at|in|on|near] [the] [{_q:quality}] {position:place}",
            "<caption> & {position:place}",
            "<caption> & {style}",
            "{style} <caption>",
            "{language} <caption>",
            "{language} <caption> (under|below|above|underneath|over|beside|beneath|next to|on top of) [the|my|our] {_f:language} [ones|<caption>|text]",
            "<caption> in {language}",
            "(provide|providing|offer|offering|deliver|delivering|supply|supplying) [only|just] (it|this|that|them|these|those|<caption>) [only|just] in {language}",
            "(transcribe|subtitle) & (it|this|video|clip|everything|what)",
            "burn [in] <caption>",
            "= ad <caption>",
            "<add> <caption> {language}",
            "<move> <caption> {position:place}",
            "(srt|vtt) [file|captions|subtitles] in {language} => _also=export;_format=srt",
            "{language} (srt|vtt) [file] => _also=export;_format=srt",
            "caption (the|my|our|their|his|her|this) (narration|speech|talk|dialogue|conversation|<source>)",
            "(<move>|<raise>) <caption> (higher|up) => position=higher up",
            "(<move>|<lower>) <caption> (lower|down) => position=lower down",
            "with <caption>",
            "(write|type|spell|print|jot|put) (out|down|up) what (i|we|she|he|they|people|is|i'm|they're|she's|he's|was)",
            "(highlight|highlighting) & word",
            "<generate> <caption>",
            "{style} style <caption>",
            "<caption> style {style}",
            "<caption> for (the|) (deaf|hearing impaired|accessibility|sound off|hard of hearing)",
            "accessible",
            "hardcode <caption>",
            "<show> words on screen",
            "(show|put) the words on (screen|the screen)",
            "show what (i|we|they|he|she) (say|says|am saying|is saying)",
            "put what (i|we|they|he|she) (say|says) on (the|) screen",
            "<caption> {color}",
            "use <caption>",
            "what i'm saying on screen",
            "word by word",
            "<caption> [that|which|should|to|must] (fade|pop|slide|bounce|fly|drop|zoom) (in|up|out) => style=animated",
            "= {style:wordgroup}",
            "(<show>|<make>|<use>|<keep>|have|do|want|with|limit|split) {style:wordgroup}",
            "turn on <caption>",
            "make a <dialogue> => _file=srt",
            "<caption> (is|are|sit|sits|too|way) too low => position=higher up",
            "<caption> (is|are|sit|sits|too|way) too high => position=lower down",
            "<caption> too low => position=higher up",
            "<caption> [to] be [a bit|a little] (higher|further up) => position=higher up",
            "<caption> [to] be [a bit|a little] (lower|further down) => position=lower down",
            "<caption> too high => position=lower down",
            "<move> <caption> up => position=higher up",
            "<move> <caption> down => position=lower down",
            "(raise|lift|bump up|push up|nudge up|bring up|shift up) <caption> => position=higher up",
            "(lower|push down|nudge down|bring down|shift down) <caption> => position=lower down",
            "<keep> <caption> {position:place}",
            "(shrink|scale down|downsize|size down) <caption> => style=smaller",
            "(enlarge|blow up|scale up|upsize|size up|grow) <caption> => style=bigger",
            "<caption> (is|are|looks|look) [way|too|so|really|a bit] tiny => style=bigger",
            "<caption> (is|are|looks|look) (so|really) (small|little) => style=bigger",
            "what (i'm|i am|she's|he's|we're|they're|i|we|she|he|they) (saying|say|says) (should|needs|has|must|to) [to] (show|appear|be|come|pop|run) [up] [as text|as words|in text|written|readable] (on screen|on the screen|as text|written|readable|in text|visible)",
            "(my|the|our|her|his|their) (words|speech|spoken words) (on screen|on the screen|as text|written out|spelled out)",
            "(read|reading) along",
            "(show|put|display|flash|bring|pop|have|print|type|write|throw) [up|out|on screen] [the|my|our|her|his|every|each|all] (words|text|lines|sentences) (as|while|when) (i|we|she|he|they|people) [<voice>]",
            "(caption|subtitle|transcribe) (every|each|all) [single] (word|words|line|sentence)",
            "(words|text) as <voice>",
            "(words|word|text|sentences|sentence|lines|line|everything|anything|what|whatever|speech) [that|that's] @uttered [has|have|needs|need|must|ought] & @readable",
            "(<show>|<write>|see|read|have|let) & (words|word|text|sentences|sentence|lines|everything|anything|what|whatever) [that|that's] @uttered",
            "(spoken) (word|words|sentence|sentences|text|line|lines|dialogue|part|parts) & (@readable|text|{position:place})",
            "(speech|dialogue|narration|talk|talking) (as|into|to|in) [on-screen|on screen|readable|written] (text|words|writing|captions)",
            "(<show>|display|print|put) (it|that|them|what i say|transcript|the transcript|my transcript) (as text|as words|as writing|on screen|on the screen|in text|as on-screen text)",
            "(transcribe|write out|type out) & @readable",
            "<caption> (needed|wanted|required|missing)",
            "no <caption> yet",
            "<caption> (need|needs|should|must|have|has) [to] (go|move|be|sit|come) (up|higher) => position=higher up",
            "<caption> (can|should|could|may|must|needs to|need to|has to|have to|ought to) (go|sit|be|live|come|move) [in|at|on|to|into|down|up] [the] {position:place}",
            "<caption> (need|needs|should|must|have|has) [to] (go|move|be|sit|come) (down|lower) => position=lower down",
            "<caption> for (all|everything|all of it|talking|speech|dialogue|every word|<voice>)",
            "<make> <voice> (readable|visible)",
            "(type|write|print) [out] (my|her|his|our|their|every) (words|speech|sentences)",
            "text version of <voice>",
            "<caption> (with|where|in which|and|that) (current|active|spoken|each|every) word & (lights|lights up|highlights|highlighted|glows|pops|changes|jumps|turns|coloured|colored|in colour|in color) [up|out] => style=karaoke highlight",
            "(current|active|spoken|each|every) word & (lights|lit|highlights|glows|jumps) [up|out] => style=karaoke highlight",
        ),
        "zh": (
            "<add> & <caption>",
            "= <caption>",
            "<caption> & ({style}|{position:place}|{color})",
            "<caption> [再|稍微|位置] (高一点|高一些|高点|靠上点|提高一点) => position=higher up",
            "<caption> [位置] (太|有点|有些|过于|偏) (低|靠下|下) => position=higher up",
            "<caption> [再|稍微|位置] (低一点|低一些|低点|靠下点|降低一点) => position=lower down",
            "<caption> [位置] (太|有点|有些|过于|偏) (高|靠上|上) => position=lower down",
            "(<generate>|{language}|要有|{style}|识别) <caption>",
            "<add> {language} <caption>",
            "(关键词|重点词|关键字|重点|金句) (变|标|标成|变成|用) (黄|红|蓝|绿|橙|金|粉) [的] [色] => style=关键词高亮 keyword highlight",
            "= (字体|字号) (换|换成|用|改成|改|改用|选) {style}",
            "<caption> & (加|带|有|配|要|用) (黑边|白边|描边) => style=描边 outline",
            "<caption> [的] [样式|风格|字体|效果] (改成|换成|用|做成|变成|走|要) [{_p:platform}] (爆款|网红|热门) [样式|风格|款|那种] => style=抖音 tiktok",
            "(爆款|网红|热门) [款] (样式|风格) [的] <caption> => style=抖音 tiktok",
            "(给|为|替|帮) [这段|这句|这个|那段] (旁白|配音|口播|解说|对白|台词|人声|原声) [也|都|再] <add> <caption>",
            "<caption> (字号|字体|字) [再|要|调|弄|放] [得] {style}",
            "<caption> (打开|开启|配上|加上)",
            "把 说的话 (打|显示|写)",
            "<caption> (别|不要|不能|不许) [再] (压|压着|压住|挡|挡着|挡住|遮|遮住|遮着|盖|盖住) & {position:place}",
            "语音 转 文字",
            "除了 <caption> (别的|其他|其余|其它) [都] 不用 [加|要]",
            "<caption> (样式|要求|风格|字体|格式|设置|颜色|效果) {color}",
            "字幕文件 <caption> & <add>",
            "字幕文件 (烧|烧录|烧录到|烧到|烧进|嵌入|压|压进|内嵌)",
            "<caption> (太|有点|有些|过于|偏) 小 => style=bigger",
            "<caption> (太|有点|有些|过于|偏) 大 => style=smaller",
            "(关键词|重点词|关键字|重点) (高亮|标|标成|变|变成|用|显示) [成|为] {color} => style=关键词高亮 keyword highlight",
            "<caption> (带|有|用|加|加上|加个|做|要) [个|点] <fading> [的] (效果|动画) => style=淡入淡出 fade",
            "<caption> (样式|要求|风格|字体|格式|设置|效果) {style}",
            "<caption> (样式|要求|位置|设置) {position:place}",
            "<caption> (不要|别) 太 (大|粗|花|花哨|抢眼) => style=smaller",
            "<caption> (不要|别) 太 (小|细) => style=bigger",
            "<caption> (别|不要|不能) (贴|贴着|挨着|压着|靠着|贴在|放在|贴紧|挤在) [画面|屏幕] (底边|最底|边|边缘|最下面|最底下|底)",
        ),
    },
)
