"""Lay music under the edit: an input, or by mood from the bundled library."""

from collections.abc import Mapping
from typing import Any

from ugcflow.studio.edits.bed import chosen, laid
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Music from start to end, looped and faded, so loud that a voice leads; music that was there gives way."""
    medium = chosen(timeline, str(parameters.get("query") or ""), footage)
    after, line = laid(timeline, medium, parameters.get("volume"), footage)
    return Applied(after, (line,))


OPERATION = Spec(
    name="music",
    group="sound",
    summary="Lay music under the edit: an input, or by mood from the bundled library",
    example="add upbeat music",
    apply=apply,
    parameters=(
        Parameter("query", "query"),
        Parameter("volume", "level"),
    ),
    phrases={
        "en": (
            "= {query:mood} @genres [please|underneath|throughout|under it]",
            "= @genres [please|underneath|throughout|under it]",
            "<add> & <music>",
            "= lofi",
            "= {query:mood} {volume:percent} [volume|level]",
            "= {query:mood} (beats|vibes|tunes)",
            "<music> (low|quiet|soft|loud)",
            "= <add> {query:mood} => _alone=1",
            "<music> (under|underneath|in the background|behind|on|at)",
            "= <music>",
            "(bed|layer|wash|bit|touch|hint|bits|layers) of {query:mood} [<music>|@instruments]",
            "<add> {query:mood} <music>",
            "(make|create|generate|compose|produce|write) & {query:mood} (loop|piece|theme|composition)",
            "<music> {volume:percent}",
            "<music> (run|runs|play|plays|running|playing|going) [through|throughout|under|underneath|over|behind] [whole|entire|it|<clip>] [<clip>] [at|on] {volume:percent}",
            "<music> (would|could|might) (be|fit|work|suit|go|help|sound) [nice|good|great|cool|perfect|well|lovely|better|here]",
            "<music> at {volume:percent} <audio>",
            "{query:mood} <music>",
            "{query:mood} (sounding|style|type|kind of|flavored|flavoured|feeling|themed|ish) <music>",
            "{query:mood} (bed|backing|backdrop|underscore|groove|riff|instrumental|loop|number|soundscape|playlist) [{volume:percent}]",
            "<lay> & <music> (under|beneath|below|behind|underneath) <voice>",
            "<add> & <music> (under|beneath|below|behind|underneath) (me|her|him|us|them|talking|everything|<voice>)",
            "<music> (needed|wanted|required|missing)",
            "no <music> yet",
            "(want|need|like|love|prefer) [some|a bit of] {query:mood} (playing|running|going)",
            "(lay down|lay|drop|drop in|put down) (a|an|some) {query:mood} (bassline|beat|groove|riff|loop|track|rhythm)",
            "<add> & {query:mood} (bassline|riff|groove|melody|chords|rhythm)",
            "<add> & {query:mood} (beats|vibes|tunes|beat|song|track)",
            "<lay> <music>",
            "{query:mood} (under|behind|beneath|over) (the|my|our|this|it)",
            "<add> & {query:mood} (at|on|under) {volume:percent}",
            "{query:mood} [<music>] (in the back|in the background|underneath|in back|behind it|under it|under everything)",
            "(mix|blend) <music> (with|in|into|under|behind)",
            "(<add>|<generate>|<make>) & {query:mood} (loop|bed|vibe|backing)",
            "(try|want|need|find|pick|choose|use) & (different|another|new|other|better) <music>",
            "(swap|switch|put|bring|drop) in (different|another|new|other|better) <music>",
            "with <music>",
            "<music> : {query:mood}",
            "<add> {query:mood} instead",
            "(put|put in|put on|use|try|play|find|pick|choose|get|add|want|need|give me) something {query:mood} (for|to suit|to fit|that fits|that suits|in the style) (a|an|my|our|the|this)",
            "(switch|change|go) to [a|an|some] {query:mood} [{_m:mood}] [<music>]",
            "something {query:mood} [playing|running|going] (quietly|softly|gently|playing|running|going) (behind|under|underneath|beneath|below|in the background|in the back)",
            "<add> {query:mood} (in the background|under it|underneath|behind)",
            "<add> {query:mood} (on the back|in the back|at the back|in back|at background|on background|on the background|in background|for background|for the background|of background|behind me|behind it|below|under everything|under the video)",
            "use {input:input} (as|for) <music>",
            "set (it|this|the video) to <music>",
            "<add> {input:file} (as|for) <music>",
            "(set|use|put|take|add|lay|drop) & (as|for) <music>",
            "(set|use|put|take|add|lay|drop) <music> (as|for|under|behind|beneath) [the] (<music>|background)",
            "score (it|this|the video) [with]",
            "<add> & something {query:mood} (in the background|underneath|under it|behind)",
            "<music> {input:input}",
            "needs <music>",
            "<add> {input:input} (as|for|under) <music>",
            "<change> <music> (to|into) {query:mood}",
            "replace <music> with",
            "(<replace>|<change>) <music> & {query:mood}",
            "(<replace>|<change>) <music> (with|for|to|by)",
            "= something {query:mood} [instead]",
            "= {query:mood} @instruments [please|underneath|throughout|under it]",
            "= @instruments",
            "(use|try|pick|put|want|choose) (a|an) & {query:mood} one [instead]",
            "<add> something [more|less|a bit more|a little more|way more] {query:mood} [there|in there|in|on there|under it|on it] instead",
            "(find|pick|choose|select) <music>",
            "= (change|switch|swap|replace|exchange) [out|up] <music>",
            "(switch|change|mix|swap|freshen|jazz|liven) up <music>",
        ),
        "zh": (
            "<add> & <music>",
            "= <music>",
            "(要有|换|{query:mood}|配) <music>",
            "<music> (换成|改成|换为|改为|换|改用|换一首|换首) [更|更加] [<lower>|<raise>] [的] {query:mood}",
            "<add> <music> {volume:percent} [的] [音量|声音|响度]",
            "<add> {volume:percent} [音量|声音] [的] <music>",
            "<add> <music> [<music>] (（|() (音量|声音|响度) [调到|为|设为|在|是|到|设置为|约] ({volume:percent}|{_n:number})",
            "(全程|全片|整条|从头到尾|整个视频) [都] [要] [有|加|配|铺] <music>",
            "<music> (铺底|垫底|打底|衬底|{query:mood})",
            "{query:mood} (乐|曲|曲子|旋律|歌|歌曲|节奏)",
            "<add> {query:mood} (乐|曲|曲子|旋律|歌|歌曲)",
            "<music> {query:mood} (一点|一些|点|些|强一点|足一点|强)",
            "(配|配上|配段|配首|铺|垫|垫上|铺上) {query:mood}",
            "(背景|背景里|背景中|底下|后面) (来|来点|来段|加|加点|放|放点|配|配点|垫|垫点|铺|铺点) [个|点|段] {query:mood}",
        ),
    },
)
