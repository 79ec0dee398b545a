"""Make the music, the voice or all of it louder or quieter."""

from collections.abc import Mapping
from typing import Any

from ugcflow.studio.edits.bed import with_volume
from ugcflow.studio.edits.levels import level
from ugcflow.studio.edits.speech import need_sound
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Set or change the level of the music, of the footage's own sound, or of both."""
    target = str(parameters["target"])
    asked = level(parameters["change"])
    if target == "voice" or not timeline.sounds:
        need_sound(timeline)
    after, line = with_volume(timeline, target, asked, footage)
    evened = target == "all" or (target == "voice" and not after.sounds)
    warning = "exports for a platform are brought to its loudness, which evens this out again"
    return Applied(after, (line,), (warning,) if evened and asked.db > -60 else ())


OPERATION = Spec(
    name="volume",
    group="sound",
    summary="Make the music, the voice or all of it louder or quieter",
    example="music volume to 20%",
    apply=apply,
    parameters=(
        Parameter("target", "choice", choices=("music", "voice", "all"), required=True),
        Parameter("change", "level", required=True),
    ),
    phrases={
        "en": (
            "<raise> & <voice> => target=voice;_way=up",
            "<lower> & <voice> => target=voice;_way=down",
            "<raise> & <music> => target=music;_way=up",
            "<lower> & <music> => target=music;_way=down",
            "<raise> & <audio> => target=all;_way=up",
            "<lower> & <audio> => target=all;_way=down",
            "<voice> (louder|up|higher) => target=voice;_way=up",
            "<voice> (quieter|down|lower|softer) => target=voice;_way=down",
            "<music> (louder|up|higher) => target=music;_way=up",
            "<music> (quieter|down|lower|softer) => target=music;_way=down",
            "<audio> {change:percent} => target=all",
            "<audio> up [by|another] {change:percent} => target=all;_way=up;_by=1",
            "<audio> down [by|another] {change:percent} => target=all;_way=down;_by=1",
            "<music> up [by|another] {change:percent} => target=music;_way=up;_by=1",
            "<music> down [by|another] {change:percent} => target=music;_way=down;_by=1",
            "<voice> up [by|another] {change:percent} => target=voice;_way=up;_by=1",
            "<voice> down [by|another] {change:percent} => target=voice;_way=down;_by=1",
            "set <audio> {change:percent} => target=all",
            "<music> (volume|level) {change:percent} => target=music",
            "<lower> <music> [volume] {change:percent} => target=music;_way=down",
            "<raise> <music> [volume] {change:percent} => target=music;_way=up",
            "<voice> (volume|level) {change:percent} => target=voice",
            "set & <music> [volume] {change:percent} => target=music",
            "set & <voice> [volume] {change:percent} => target=voice",
            "<music> [volume] (to|down to|up to) {change:percent} => target=music",
            "<music> (volume|level) (at|to) {change:percent} => target=music",
            "= <music> (down|up|low|quiet|soft) {change:percent} => target=music",
            "<voice> [volume] (to|at|down to|up to) {change:percent} => target=voice",
            "<music> (as loud as|level with|to the level of|to match) <voice> => target=music;_way=up",
            "<voice> (as loud as|level with|to the level of|to match) <music> => target=voice;_way=up",
            "= too quiet => target=all;_way=up",
            "make me [sound] louder => target=voice;_way=up",
            "make it louder => target=all;_way=up",
            "make it quieter => target=all;_way=down",
            "= louder => target=all;_way=up",
            "= quieter => target=all;_way=down",
            "turn it (up) => target=all;_way=up",
            "turn it (down) => target=all;_way=down",
            "<music> too loud => target=music;_way=down",
            "<music> too (quiet|low|soft) => target=music;_way=up",
            "<voice> too (quiet|low|soft) => target=voice;_way=up",
            "<audio> too (quiet|low|soft|faint) => target=all;_way=up",
            "<audio> too (loud|high) => target=all;_way=down",
            "can't hear <voice> => target=voice;_way=up",
            "<lower> <music> volume => target=music;_way=down",
            "<raise> <music> volume => target=music;_way=up",
            "<raise> <voice> volume => target=voice;_way=up",
            "<lower> <voice> volume => target=voice;_way=down",
            "(change|adjust|set|put) <audio> (to|at|by) {change:db} => target=all",
            "<make> <voice> (louder|clearer) => target=voice;_way=up",
            "<make> <music> (quieter|softer|lower|subtle) => target=music;_way=down",
            "<make> <music> louder => target=music;_way=up",
            "<raise> & <voice> {change:db} => target=voice;_way=up",
            "<raise> & <audio> {change:db} => target=all;_way=up",
            "<lower> & <audio> {change:db} => target=all;_way=down",
            "<lower> & <music> {change:db} => target=music;_way=down",
            "<raise> & <music> {change:db} => target=music;_way=up",
            "<lower> & <audio> (to|by|in) half => target=all;change=50%",
            "half <audio> => target=all;change=50%",
            "half <music> <audio> => target=music;change=50%",
            "turn everything up => target=all;_way=up",
            "turn everything down => target=all;_way=down",
            "everything (louder|up) => target=all;_way=up",
            "everything (quieter|down) => target=all;_way=down",
            "(set|change|put|make) <music> [volume|level] (to|at) {change:db} => target=music",
            "(set|change|put|make) <voice> [volume|level] (to|at) {change:db} => target=voice",
            "<music> & (drown|drowns|drowning|drowned|overpower|overpowers|overpowering|overwhelm|overwhelming|bury|buries|burying|cover|covers|covering|kill|killing|kills|swallow|swallowing|mask|masking|eat|eating|compete|competing|fight|fighting|overtake|overtaking|clash|clashing|obscure) [up] [out] [with|over] (<voice>|me|her|him|them|what) => target=music;_way=down",
            "<music> (drowns|drowning|drown|drowned) (out) => target=music;_way=down",
            "<voice> & (drowned out|buried|drowned|lost|covered|swallowed|overpowered|hidden) (by|under|in|beneath|behind) <music> => target=music;_way=down",
            "(can't|cannot|can|cant|hardly|barely) [barely|hardly] hear (me|her|him|them|myself|<voice>) (over|with|under|because of|through) <music> => target=music;_way=down",
            "<music> (over|louder than) (<voice>|me|her|him) => target=music;_way=down",
            "<music> (is|are) [way|much|too|so] (loud|overpowering|overwhelming|deafening) => target=music;_way=down",
            "<voice> (is|are) [way|much|too|so] (quiet|low|faint) => target=voice;_way=up",
        ),
        "zh": (
            "<voice> & <raise> => target=voice;_way=up",
            "<voice> & <lower> => target=voice;_way=down",
            "<music> & <raise> => target=music;_way=up",
            "<music> & <lower> => target=music;_way=down",
            "<audio> & <raise> => target=all;_way=up",
            "<audio> & <lower> => target=all;_way=down",
            "<audio> & {change:percent} => target=all",
            "<music> [音量|声音] (调到|降到|降低到|降低|减到|调|设为|调成|提高到|到|开到|改成|调低到|调整到) {change:percent} => target=music",
            "<voice> [音量|声音] (调到|降到|降低到|减到|调|设为|调成|提高到|到|开到|改成|调整到) {change:percent} => target=voice",
            "<music> <audio> & {change:percent} => target=music",
            "<voice> <audio> & {change:percent} => target=voice",
            "<music> <audio> <lower> => target=music;_way=down",
            "<music> <audio> <raise> => target=music;_way=up",
            "<voice> <audio> <raise> => target=voice;_way=up",
            "<voice> <audio> <lower> => target=voice;_way=down",
            "<raise> <voice> <audio> => target=voice;_way=up",
            "<lower> <music> <audio> => target=music;_way=down",
            "<raise> <music> <audio> => target=music;_way=up",
            "<music> (太大|太响|太吵|有点大) => target=music;_way=down",
            "<voice> (太小|听不清|有点小) => target=voice;_way=up",
            "<music> (太小) => target=music;_way=up",
            "<audio> (调到|降到|到) {change:percent} => target=all",
            "<music> (音量|声音) {change:percent} => target=music",
            "<music> <lower> {change:db} => target=music;_way=down",
            "<audio> <raise> {change:db} => target=all;_way=up",
            "<audio> <lower> {change:db} => target=all;_way=down",
            "<voice> <raise> {change:db} => target=voice;_way=up",
            "= (小声点|小声一点|轻一点|小点声|声音小点|小声些|小一点声) => target=all;_way=down",
            "= (大声点|大声一点|响一点|大点声|声音大点|大声些) => target=all;_way=up",
            "<audio> & (减半|小一半|低一半|降一半|降低一半|调低一半|调小一半|减一半|一半) => target=all;change=50%",
            "<music> & (减半|小一半|低一半|降一半|降低一半|调低一半|调小一半|减一半|一半) => target=music;change=50%",
            "<music> <audio> & (减半|小一半|低一半|降一半|降低一半|调低一半|调小一半|减一半|一半) => target=music;change=50%",
            "<voice> & (减半|小一半|低一半|降一半|降低一半|调低一半|调小一半|减一半|一半) => target=voice;change=50%",
            "<audio> (翻倍|翻一倍|大一倍|加倍|提高一倍|调大一倍|高一倍) => target=all;change=200%",
            "<voice> (翻倍|翻一倍|大一倍|加倍|提高一倍|调大一倍|高一倍) => target=voice;change=200%",
            "<audio> (太大|太响|太吵|有点大|过大|太高|偏大|有点响) => target=all;_way=down",
            "<audio> (太小|有点小|太轻|太低|过小|偏小) => target=all;_way=up",
            "<music> 比 <voice> & <lower> => target=music;_way=down",
            "<voice> 比 <music> & <raise> => target=voice;_way=up",
            "<music> <raise> {change:db} => target=music;_way=up",
            "<voice> <lower> {change:db} => target=voice;_way=down",
        ),
    },
)
