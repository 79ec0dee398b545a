"""Bring a file in."""

from collections.abc import Mapping
from typing import Any

from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Nothing to edit: the words belong to the session."""
    return Applied(timeline, ("Inputs are brought in as the recipe's inputs section says",))


OPERATION = Spec(
    name="upload",
    group="session",
    summary="Bring a file in",
    example="upload clip.mp4",
    apply=apply,
    phrases={
        "en": (
            "<upload_> & {file}",
            "<upload_> (new|) footage",
            "(i|we) (want|need) to upload (the|a|some|my|our) & (file|files|footage|clips|clip|video|videos|shots|recording|recordings)",
            "<upload_> & (file|video|clip|footage|another|photo|music|track|videos|clips|files|one)",
            "= <upload_>",
            "(here's|here is|heres|here are|this is) [another|a|the|my|our|one more] [new] (<clip>|file|files) to (upload|add|import)",
            "(<clip>|file|files|one) to (upload|import|send you)",
            "let me upload",
            "= (send|give|share|pass|get|hand) (you|u) [over] [the|my|some|our|a|this|all] <clip> [here|over]",
            "= (send|share|pass|hand|submit) (my|our|the) <clip> (here|over|to you|to u|in)",
            "(add|upload|use|pick|choose|get|bring in|import|select|grab|insert|include) [in] (another|a|one more|a new|some|my|some more|a second|more|the) [other|new|second] (<clip>|file|footage|photo) (from|off|out of|on) [my|our|the] [phone] (camera roll|gallery|phone|computer|laptop|photos|photo library|photos app|desktop|ipad|iphone|hard drive|library|files app|files|google drive|dropbox|icloud)",
            "(import|load|attach) & (file|video|clip|footage|{file})",
            "(add|use) (this|my|a new|another) (file|upload)",
            "upload",
            "(get|bring|put|load|pull|add|drop|throw|dump) & <clip> (in here|into here|in there|into this app|into the app|into the project|on here)",
            "(need|have|want|where|how) to upload",
            "(drop|add|put|get|load) (another|a|a new|one more|more|some) <clip> in here",
            "(got|have) (another|a|some|more|two|one more|a new) <clip> to (add|upload|send|import|bring in)",
            "(where|how) do i (upload|drop|send|import|bring)",
            "where do (i|we) (add|put|place|attach) (my|our) [own|raw] <clip>",
            "(let me|i'll|can i|i want to|i need to) (send|upload|import|drop in|bring in) (another|a|some|more|my) <clip>",
            "(let me|i'll|i will|i can|gonna|going to|want to|need to) (send|give|share|drop|pass|get|hand) (you|u|over) [you] [the|my|some|our|a] <clip>",
            "(where|how) (does|do|should|can|must) (it|this|that|they|these|i|we|my files|my clips) (go|put|drop|send|upload|attach)",
            "(bring|pull|drop|load|pop) in (my|our|some|a|another|the new) [new|other|second] <clip>",
        ),
        "zh": (
            "上传",
            "导入 & (视频|文件|素材|{file}|音乐|图片)",
            "<upload_> & (视频|文件|素材|{file})",
        ),
    },
)
