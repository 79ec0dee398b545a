"""Change the shape of the picture."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ugcflow.studio.edits.focus import focused
from ugcflow.studio.edits.shape import canvas
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """The canvas in the shape asked for, each picture filling it with its subject in view."""
    width, height = canvas(str(parameters["aspect"]), timeline)
    filled = timeline.with_(clips=tuple(replace(c, fit="cover") for c in timeline.clips))
    clips = focused(filled, footage, width, height)
    found = sum(c.focus != (0.5, 0.5) for c in clips)
    told = ", following the person in view" if found else ""
    return Applied(timeline.with_(width=width, height=height, clips=clips), (f"Framed at {width}x{height}{told}",))


OPERATION = Spec(
    name="reframe",
    group="picture",
    summary="Change the shape of the picture",
    example="make it vertical",
    apply=apply,
    parameters=(Parameter("aspect", "aspect", required=True),),
    phrases={
        "en": (
            "<make> & {aspect}",
            "(convert|change|turn|crop|resize|reformat|reframe|format|make|set|switch|adapt|fit|put|cut) & (to|in|into|for|as) {aspect}",
            "= {aspect}",
            "{aspect}",
            "aspect ratio [of|to|is] {aspect}",
            "[from] {_f:aspect} to {aspect}",
            "(turn|convert|change|make|reformat|resize) {_f:aspect} (into|to) {aspect}",
            "edit for {_platform:platform}",
            "= for {_platform:platform}",
            "(resize|format|reformat|reframe|crop|fit|adapt|size|optimize|prepare|convert|make) & (for|to|into) {_platform:platform}",
            "(make|turn|create|convert|cut|edit|rework|recut|transform|repurpose|adapt) & into {_platform:platform}",
            "(create|make|produce|build|cut) (a|an|my|our|the|) {_reel:platform}",
            "{_platform:platform} (size|format|dimensions|ratio|aspect|ready|shape|orientation)",
            "need it in {aspect}",
            "= (reframe|resize)",
            "= (reframe|resize) (it|this|video)",
            "fill (the|) (phone|mobile|vertical) screen",
            "(rotate|flip|turn) to {aspect}",
            "{aspect} (version|format|video|cut|crop)",
            "<make> & (from|) {_f:aspect} to {aspect}",
            "<make> & fit {_platform:platform}",
            "fit {_platform:platform}",
            "(export|save|render|output) & as (a|an) {_reel:platform} => _also=export",
            "aspect ratio from {_f:aspect} to {aspect}",
            "for <upright> => aspect=9:16",
            "= upright [version|format|mode|video] => aspect=9:16",
            "(ad|video|clip|spot|reel|it|this|that) (needs|has|should|must|got|ought) [to] be (upright|standing up|taller than wide) => aspect=9:16",
            "(cut|crop|trim|bring|take) down (to|into|for) {aspect}",
            "<upright> (version|ready|friendly|compatible|sized|one|cut|edit|dimensions|size|format|ratio|shape|layout) => aspect=9:16",
            "<make> <upright> (ready|friendly|compatible|sized|shaped) => aspect=9:16",
            "(this|that|these|they|all) (is|are|goes|going) (for|on|to|up on) <upright> => aspect=9:16",
            "(going|goes|will go) (on|to|up on|out on) <upright> => aspect=9:16",
            "(has|needs|have|need|got|must|should|ought|gotta) [to] (go|be|run|play|work) [up|out|live|ready] (on|to|in|for) <upright> => aspect=9:16",
            "(gonna|going to|will|i'll|we'll|planning to|plan to|to be|i'm|im|we're|wanna) (post|posting) [it|this|that|them|these] (on|to) <upright> => aspect=9:16",
            "posting [this|it|that|these|them] (on|to) <upright> => aspect=9:16",
            "for [the|my|our] (insta|ig|instagram|fb|facebook) feed => _platform=instagram",
            "= for (the|my|our) feed => _platform=instagram",
            "(insta|ig|instagram) feed (version|ready|friendly|format|size) => _platform=instagram",
            "(optimise|optimize|optimised|optimized|ready|perfect|formatted|sized|resized|prep|prepped|suitable|set) for [my|our|the] <upright> => aspect=9:16",
            "= <upright> => aspect=9:16",
            "(make|create|turn|build|produce) & <upright> (ad|ads|video|vid|spot|promo|content|clip) => aspect=9:16",
            "= <upright> [shop] (ad|ads|video|vid|spot|promo|clip) => aspect=9:16",
            "<fact> (going|goes) (on|to|up on) <upright> => aspect=9:16",
            "{_f:aspect} (→|➡|⇒|➜) {aspect}",
            "[ad|ads|my|client] [platform|site|network|app|placement|store|channel|client|brand|portal|manager] [always|will|also] (wants|requires|require|demands|expects|specifies|asks for|insists on|needs) [only|just] {aspect}",
            "[ad|ads|my|client] [platform|site|network|app|placement|store|channel|client|brand|portal|manager] (only|just|solely) (accepts|accept|allows|allow|takes|take|supports|support|runs|plays) {aspect}",
            "[ad|ads|my|client] [platform|site|network|app|placement|store|channel|client|brand|portal|manager] (rejects|reject|refuses|accepts|accept|allows|allow|takes|take|supports|support|runs) (only|just|nothing but|anything but|everything but|everything except|anything except) {aspect}",
            "(fit|fits|fitting|fill|fills|filling|suit|suits) [on|onto|to] (a|an|the|my|) [whole|full|entire|upright] {aspect} [when|while|if] [held|holding it] [upright|vertically|sideways]",
            "(hold|holding|held) [my|the|your|their] phone upright => aspect=9:16",
            "(fit|fill|for) (a|the|my|) phone [screen|display] [held] (upright|vertically) => aspect=9:16",
        ),
        "zh": (
            "= {_platform:platform} (用|用的|版|专用|使用|要用)",
            "= [在] {_platform:platform} [上] (发|发的|投|投的|播|播的|放的|看的)",
            "(要|准备|打算|得|是) (发|投|上|发到|投放|投到|投放到|发在|放到|放在) [在|到] {_platform:platform} [上]",
            "(做成|转成|变成|改成|制作成|转为|变为|改为|处理成) [一] [个|条|支] 短视频 => aspect=9:16",
            "(<make>|比例|画幅|尺寸|画面比例) & {aspect}",
            "{_f:aspect} (改|转|变|换|改成|转成|变成|扩成|扩展成|扩到|裁成|裁剪成|裁剪为|转为|改为|变为|做成|剪成) {aspect}",
            "({aspect}|{_platform:shaped})",
            "= {aspect}",
            "{_platform:platform} (<size>|视频|短视频|版|版本|作品|带货视频|笔记|切片|广告|短片|预告|预告片|混剪|成片|vlog|宣传片|片子)",
            "(适配|适合|适应) [发|发到|发布|上|投|投放|放] [在|到] {_platform:platform}",
            "(剪成|做成|剪辑成|制作成|改成) {_platform:platform} (口播|纪实|混剪|种草|带货|探店|解说|切片|同款)",
            "(剪|做|出|剪成|做成|做一条|做个) [一] [条|支|个] & {_reel:reel}",
            "{_p:platform} {aspect}",
        ),
    },
)
