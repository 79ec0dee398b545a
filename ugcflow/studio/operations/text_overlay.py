"""Put words on the picture."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import between, quoted
from ugcflow.studio.edits.focus import free_place
from ugcflow.studio.edits.style import style_of
from ugcflow.studio.edits.wordtime import word_time
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline, Title

LONGEST = 300  # letters that can be read off a phone
OPENING = (
    1000,
    8000,
)  # ms: words at the top that come by then, and don't stay longer, are a hook, whatever they were called


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Words on the picture, when and where was asked; else as the role has it (see `edits.wordtime`)."""
    text = str(parameters.get("text") or "").strip()
    if not text:
        raise StepError("the words to show are not said", do="put them in quotation marks")
    if len(text) > LONGEST:
        raise StepError(f"{len(text)} letters are too many to read", do=f"show {LONGEST} at most")
    start, end, anchor = word_time(timeline, parameters)
    place = str(parameters.get("position") or "")
    role = str(parameters.get("role") or "") or ("hook" if _opens(start, end, place) else "title")
    numbers = [int(t.id[1:]) for t in timeline.titles if t.id[:1] == "t" and t.id[1:].isdecimal()]
    title = Title(
        id=f"t{max(numbers, default=0) + 1}", text=text, start=start, duration=end - start, role=role,
        position=place or free_place(timeline, role, start, footage), style=style_of(parameters.get("style")), anchor=anchor,
    )  # fmt: skip
    return Applied(timeline.with_(titles=(*timeline.titles, title)), (f"{quoted(text)} from {between(start, end)}",))


def _opens(start: int, end: int, place: str) -> bool:
    return place.startswith("top") and start <= OPENING[0] and end - start <= OPENING[1]


OPERATION = Spec(
    name="text_overlay",
    group="words",
    summary="Put words on the picture",
    example='add the title "New in" for the first 3 seconds',
    apply=apply,
    parameters=(
        Parameter("text", "text"),
        Parameter("role", "choice", choices=("title", "hook", "cta", "lower_third")),
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
        Parameter("seconds", "seconds"),
        Parameter("position", "place"),
        Parameter("position_in_time", "choice", choices=("start", "end")),
        Parameter("style", "style"),
    ),
    phrases={
        "en": (
            "<add> & <text> {text}",
            "<add> {text} (as|for) & <text>",
            "<add> {text} [on|at]",
            "(<add>|<write>|<show>) {text} {position:place}",
            "(<add>|<write>|<show>) {text} on (screen|the screen|top|video|it)",
            "(<write>|<show>) {text}",
            "<text> {text}",
            "= {text}",
            "overlay {text}",
            "{text} (as|for) (a|the|) <text>",
            "<add> <text> {role}",
            "<add> & {role}",
            "<add> & (title card|title|hook|cta|lower third|call to action|end card|headline|intro card|end screen|name tag)",
            "<add> & (text overlay|text overlays|on-screen text|on screen text)",
            "(<make>|let|update|change) [the|my|our|that|this] <text> [to] (say|read|says|reads) {text}",
            "<add> [a|the|some|another|an] (section|quote|info|stat|topic|) (card|cards)",
            "(caption|title|label) & {range} & {text}",
            "(show|put|display|flash|write|pop) (the|) (words|text|phrase|line|message) {text} (on|onto|across|over) (screen|the screen|it|top|the video|the clip)",
            "(fade|slide|animate|pop|bring|fly) in & (title|text|headline|title card|hook|cta|lower third|end card|call to action) [{start:opening}]",
            "overlay & (text|title|headline|hook|cta|lower third|price)",
            "{role} {text}",
            "= (a|an) [<text>] {role}",
            "= {role} {opening}",
            "= {role} {ending}",
            "= [a|an|the] [{style:style}|{style:color}] {role} {start:instant} [for] [{seconds:duration}]",
            "= [a|an|the] <text> {start:instant} [for] {seconds:duration}",
            "<change> (title|hook|cta|text|headline) (to|into) {text}",
            "have {text} (appear|pop|show|slide|flash|come) [up|in]",
            "{text} (appears|pops up|shows up|pops|shows|slides in)",
            "<caption> {text}",
            "<add> <caption> {text}",
            "<add> {_l:language} <caption> {text}",
            "{_l:language} <caption> {text}",
            "<add> {_l:language} <caption> (内容|文案|文字) [为|是] {text}",
            "<caption> saying {text}",
            "(finish|end|close|sign off|wrap up|round off|finish up|finish off|sign out|leave them|go out) (with|on) {text} => position_in_time=end",
            "(start|open|begin) (with|on) {text} => start=0",
            "(finish|end|close) (with|on) {role} [{text}] => position_in_time=end",
            "(finish|end|close|sign off|wrap up|finish up|finish off|closes|ends|finishes) (with|on) (the|a|my|our) (text|title|card|headline|banner|caption|cta|tagline|message|end card|slogan|call to action|quote) {text} => position_in_time=end",
            "(start|open|begin|opens|starts|begins) (with|on) (the|a|my|our) (text|quote|question|title|card|headline|banner|caption|cta|tagline|message|hook|slogan) {text} => start=0",
            "(start|open|begin|opens|starts|begins) with (the|a|my|our) (words|line|phrase|sentence) {text} => start=0",
            "(write|type|put|show|add|display) (my|his|her|our|their) (name|job|names|job title|position|profession|occupation) [below|under|underneath|down|there|here|on screen|at the bottom|in the bottom] [when|while|where|as] [i|he|she|we|they] [am|is|are] [appear|appears|speak|talk|come|comes|show] {text} => role=lower_third",
            "(finish|end|close) (with|on) {text} (as|for) [a|the] <text> => position_in_time=end",
            "(start|open|begin) (with|on) {role} [{text}] => start=0",
            "<text> <announce> {text}",
            "<caption> <announce> {text}",
            "<caption> <announce_weak> {text}",
            "<text> <announce_weak> {text}",
            "<add> <text> <announce_weak> {text}",
            "<add> <caption> <announce_weak> {text}",
            "<announce_weak> {text}",
            "<add> <text> <announce> {text}",
            "<add> <caption> <announce> {text}",
            "<announce> {text}",
            "put {text}",
            "= <add> (product|brand|my|our|her|his|the) (name|price)",
            "(<add>|<show>) (the|) (price|product name|brand name|discount|url|phone number)",
            "= (show|add|put|display|flash|mention|include) (the|our|my) (website|web) [address|url|link]",
            "(show|add|put|display|flash|mention|include) (the|our|my) (website|web) [address|url|link] (at|in|on|during|{ending}|{opening})",
            "say {text} on screen",
            "(call it|title it|name it) {text}",
            "text overlays",
            "<text> {position:place} {text}",
            "(finish|end|close) & <announce> {text} => position_in_time=end",
            "(start|open|begin) & <announce> {text} => start=0",
            "<write> (the|our|my|) (price|product name|brand name|discount|website|url|phone number)",
            "<text> (on|) (screen|the screen|video|top) {text}",
            "<text> & <lasting> {seconds:duration}",
            "= <text> with [the] (her|his|their|my|name|guest's|speaker's|host's|course|product|brand|event|episode) [full] [name] [and] [job|title|role|position|company] [title]",
            "<text> [should|to|needs|must] (stay|stays|last|lasts|show|shows|appear|visible) [on|up|on screen|there|visible] [for] {seconds:duration}",
            "(make|have|let|keep|get) <text> (stay|stays|last|lasting|show|remain|up|visible|on screen|there|stick around|linger|showing) [on|up|on screen|there|visible|on the screen] [for] {seconds:duration}",
            "(make|have|let|get) <text> (appear|come|pop|start|enter|show) [in|up|on|on screen] {start:instant}",
            "<make> {text} [a] <caption>",
            "<make> {text} [a] <text>",
            "{text} (as|into) [a] <caption>",
            "<make> [<text>] {text} [a] [{style:style}|{style:color}] <caption>",
            "<make> [<text>] {text} [a] {style:style} <text>",
            "(let|have|make|with) {text} (fade|fading|slide|sliding|fly|flying|zoom|come|coming|pop|popping) (in|up|on)",
            "{text} (fading|sliding|flying|popping) (in|up|on)",
            "(a|an|some) (lower third|lower-third|title card|name tag|nametag|end card|call to action)",
            "(shrink|scale down|downsize|size down) <text> => style=smaller",
            "(enlarge|blow up|scale up|upsize|size up|grow) <text> => style=bigger",
            "= {text} on [the] (screen|video|top)",
            "on [the] screen [{start:instant}|{start:opening}] {text}",
            "{text} (written|printed|displayed|overlaid|shown|typed|pasted|plastered|splashed|stamped|superimposed) [on|at|across|over|in]",
            "= {_e:ending} {text} => position_in_time=end",
            "{text} (should|must|needs|need|has|can|could|to|ought) [to] [be|stay] (shown|displayed|visible|on screen|there|up|appear|show|stay|last|seen) [up|on screen|on] [for] {seconds:duration}",
            "[the] {role} {text} (should|must|needs|need|has|can|could|to|ought) [to] [be|stay] (shown|displayed|visible|on screen|there|up|appear|show|stay|last|seen) [up|on screen|on] [for] {seconds:duration}",
            "(throw|chuck|drop|bung|whack|plonk|whip|splash|plaster) {text} (in|on|at|across|over|up|into)",
            "(caption|label|title) [the|this|my|our|it] [first|second|third|last|next|opening|closing] <clip> {text}",
            "(my|our|his|her) name {text}",
            "(on|in|during|for) (the|) (last|final|closing) frame {text} => position_in_time=end",
            "(on|in|during|for) (the|) (first|opening) frame {text} => start=0",
            "(first|opening) frame [text|title|says|saying|reads] {text} => start=0",
            "(last|final|closing) frame [text|title|says|saying|reads] {text} => position_in_time=end",
            "<replace> <text> (with|by|for) {text}",
            "<move> <text> {position:place}",
            "= <text> (should|must|needs to|has to) be {style}",
            "(shorten|limit|reduce|cut) <text> [down] to {seconds:duration}",
            "{text} [somewhere|sometime] (in|during|for|over) the (last|final|closing) (few|couple|couple of|several|handful of) seconds => position_in_time=end",
            "{text} (in|during|for|over) {last}",
            "(in|during|for|over) the (last|final|closing) (few|couple|couple of|several|handful of) seconds & {text} => position_in_time=end",
            "= {text} (<text>|{role}|overlay|banner)",
            "= {text} (<text>|{role}|overlay|banner) {_e:ending} => position_in_time=end",
            "first thing [that|which] [people|they|viewers|everyone|we|you] (see|sees|read|reads|should see) [is|should be|to be] [line|<text>] {text} => start=0",
            "last thing [that|which] [people|they|viewers|everyone|we|you] (see|sees|read|reads|should see) [is|should be|to be] [line|<text>] {text} => position_in_time=end",
            "= (another|one more|a second|a third|second|third|next one) [text|one] {instant} {text}",
            "= (another|one more|a second|a third|second|third|next one) [text|one] {text} {instant}",
            "= {role} on [the] (screen|video) [in|for|during|over|at] [{opening}|{first}|{instant}|{range}|{ending}|{last}|{duration}] {text}",
            "= <text> on [the] (screen|video) [in|for|during|over|at] [{opening}|{first}|{instant}|{range}|{ending}|{last}|{duration}] {text}",
            "= {_o:opening} {text} => start=0",
            "= {text} {_e:ending} => position_in_time=end",
            "= {text} (on|onto|across|over) [the] (screen|video) {_e:ending} => position_in_time=end",
            "(should|must|needs|has) [to] (say|read) {text}",
            "<caption> on [the] screen [should|must|to|that] (say|read|says|reads) {text}",
            "<caption> (that|which) (say|read|says|reads) {text}",
            "{role} <caption> (that|which) (say|read|says|reads) {text}",
            "(have|make|let|get) (it|this|that|video|screen) (say|read|show) {text}",
            "(have|make|let|get) (it|this|that|video|screen) (say|read|show) {text} {seconds:duration}",
            "(letters|lettering|type) & {text}",
            "<text> (is|are|looks|look) [way|too|so|really] tiny => style=bigger",
            "<text> (is|are|looks|look) (way|too|so|really) (small|little) => style=bigger",
            "<text> (is|are|looks|look) (way|too|so|really) (huge|massive|big|enormous) => style=smaller",
            "= {role} {position:place}",
            "(bring|put|throw|flash|pop|have|pull|send) up {text}",
            "{role} (for|of) (<voice>|<subject>|person|founder|chef|doctor|owner|expert|customer) {text}",
            "{role} (for|of) (<voice>|<subject>|person|founder|chef|doctor|owner|expert|customer) [at|from|,] [{instant}|{range}|{first}|{opening}|{duration}] [,] [{place}] {text}",
            "(swap|change|replace|switch|update|turn) {_old:text} (for|to|with|by|into) {text}",
        ),
        "zh": (
            "{start:duration} (出现|弹出|跳出|打出|亮出|显示) {text}",
            "<add> & <text> {text}",
            "<add> ({text}|<text>|<role_card>)",
            "(<text>|写|打|写上|打上|显示|弹出|出现|弹|放|标题|文案|{role}|<caption>|<announce>) {text}",
            "= {text}",
            "最后 [再|画面|屏幕] (出现|显示|打上|弹出|打出|跳出) [一行|一句|字] {text} => position_in_time=end",
            "{text} (弹出来|弹出|显示|出现|打在|放在|写在|打出来|贴在|展示)",
            "{text} & (标题|大字|字|花字|文字|放大|放大显示|放大展示)",
            "(写|打|写上|打上|显示) <text> {text}",
            "<add> 一 (句|行) {text}",
            "把 {text} (弹出来|打出来|放大|显示|做成|放在|打在|贴)",
            "{text} (四个字|三个字|两个字|几个字|五个字|字样|这句话|这几个字) (放大|显示)",
            "<text> (写|是|为|叫|用|改成|内容|<announce>) {text}",
            "(关键词|重点词|关键字|重点|字) {text} [用|以|做成|变] {style:color} [的] [字|大字] [放大|标出|显示|高亮|打出来|弹出|出现]",
            "(关键词|重点词|关键字|重点) {text} (放大|高亮|弹出|弹出来|打出来|跳出来|显示|标出来)",
            "(弹出|显示|打上|加|放|写|打|出现|出|弹) {text} (持续|停留|显示|停|保持|出现) {seconds:duration}",
            "{text} (三个字|两个字|四个字|几个字|这几个字|五个字|字样) [用|要|以] {style:color} [字] [打|放|写|显示|出现|摆] [在]",
            "<role_card> [的] (字体|字号|字) {style}",
            "水印 [文字|内容] {text}",
            "{position:place} [加|放|打] [个|上] 水印 [文字|内容] {text}",
            "<add> 水印 [文字|内容] {text}",
            "<role_card> (太|有点|有些) 小 => style=bigger",
            "<role_card> (太|有点|有些) 大 => style=smaller",
            "<add> <caption> {text}",
            "(<role_card>|<text>) (改成|换成|改为|变成|用|设为|调成|换) {style:color}",
            "<text> 颜色 (改成|换成|改为|变成|用|设为|调成|换|是|为) {style:color}",
            "<add> {text} [的] <caption>",
            "{text} 的 (字幕|字样|文字|标题|花字)",
            "<add> & (水印|角标) [<announce>] {text}",
            "(水印|角标) [<announce>] {text}",
            "{text} [这句话|这句|这几个字|这段话|这行字] [用|给] (做成|变成|打成|放成|弄成) [一行|一条] <caption> [放大] [显示|展示|弹出]",
        ),
    },
)
