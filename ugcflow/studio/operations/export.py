"""Write the finished file."""

from collections.abc import Mapping
from typing import Any

from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Nothing to edit: the words belong to the session."""
    return Applied(timeline, ("Exports are made as the recipe's export section says",))


OPERATION = Spec(
    name="export",
    group="session",
    summary="Write the finished file",
    example="export as mp4",
    apply=apply,
    parameters=(
        Parameter(
            "format", "choice", choices=("mp4", "mov", "webm", "gif", "mp3", "wav", "m4a", "srt", "vtt", "png", "jpg")
        ),
        Parameter("quality", "choice", choices=("low", "medium", "high")),
        Parameter("resolution", "text"),
        Parameter("fps", "number"),
    ),
    phrases={
        "en": (
            "<export_> & {format}",
            "<export_> & {resolution}",
            "<export_> & {quality}",
            "<export_> & {fps}",
            "(export|render|render out|download|save|output|deliver|encode|bounce)",
            "(export|render|save|download|output) & (video|clip|it|this|file|cut|edit|final|version)",
            "(make|create|give me|need|want|turn|convert) & {format}",
            "= {format}",
            "(resize|scale|fit|resolution|set) & {resolution}",
            "= {resolution}",
            "compress & for (whatsapp|email|web|discord|upload|uploading|sharing|messenger|slack|website)",
            "compress (the|this|my|) (file|file size) [size]",
            "= {quality}",
            "= {fps}",
            "(make|set|get|have) (it|this|video) {fps}",
            "(convert|turn|change|transcode|edit|cut|make|process|render|encode) & (to|into|as) {format}",
            "(convert|turn|change|transcode|edit|cut|make|process|render|encode) & (to|into|as) {resolution} {format}",
            "(convert|turn|change|transcode|export|save) {_f:format} (to|into|as) {format}",
            "(send|give|hand|deliver) (me|us) [the|my|] [final|finished|edited] (video|file|result|edit|cut|mp4|finished video)",
            "{format} (file|version|output|format|please|copy)",
            "frame rate & {fps}",
            "(frame rate|framerate|fps) (to|at|of) {fps:number}",
            "(at|in|to) {fps}",
            "(at|in) {resolution}",
            "= {format} {resolution}",
            "(make|create|generate|give me|get|need|export|produce|want|send|output|as|save|download) & <dialogue> => _sidecar=true",
            "<dialogue> => _sidecar=true",
            "save (it|this|the video)",
            "(export|extract|save|get|pull|rip|download|give me) & (audio|sound) [only|track] => format=mp3",
            "audio only => format=mp3",
            "as (a|an|) {format}",
            "as {format}",
            "(high|best) quality (export|render|video)",
            "change (the|) (frame rate|fps|framerate) to {fps}",
            "{fps} frame rate",
            "(get|spit|ship|kick|pump|push|crank|bang) (it|this|that|the video|the final) out",
            "(send|give|get|gimme) [me] (the|a) (final|finished|master|full) (file|video|cut|version|render|export|one)",
            "(final|finished|master) (render|export|file)",
            "(gimme|can i have|can i get) (the|a) (file|mp4|final|download|master)",
            "(ready|good) to (export|download|save|render|go out)",
            "download link",
            "(save|download|get) & to (my|the) (phone|camera roll|laptop|computer|desktop|drive|pc|mac)",
            "ship it",
            "(send|give|show|hand) me (the|my) [finished|final|edited] (video|result|file|clip|edit|final)",
            "(change|set|resize|scale|make|adjust) & (dimensions|size|resolution) & {resolution}",
            "<make> & {resolution} [in size|resolution]",
            "(pull|take|rip|strip|extract|get|grab|save|turn|separate|isolate) (the|) (audio|sound) [out|off|from|track] (as|to|into|in) [a|an] {format}",
            "= compress",
            "(compress|shrink|reduce|get|make|keep|bring) & (under|below|to|than|within) {_n:number} (mb|mbs|megabytes|megs|kb|kilobytes|gb|gigabytes|mib)",
            "(under|below|smaller than|less than|max) {_n:number} (mb|mbs|megabytes|megs|kb|kilobytes|gb|gigabytes|mib)",
            "compress (it|this|the video|the clip|my video|the result|output) [heavily|more|a lot|further]",
            "(make|get) (the|) (file|file size) (smaller|tiny|small|lighter)",
            "(smaller|reduce|shrink) (the|) file size",
        ),
        "zh": (
            "导出",
            "<export_> & {format}",
            "<export_> & {resolution}",
            "<export_> & {quality}",
            "输出 & (视频|成片|文件|{format})",
            "(保存|下载|渲染|生成) & (视频|成片|{format}|文件)",
            "= {format}",
            "= {resolution}",
            "= {fps}",
            "(转|转成|转换成|转为) {format}",
            "(帧率|帧数) & {fps}",
            "(帧率|帧数) {fps:number}",
            "渲染",
            "导出 & (视频|成片)",
            "{format} 格式",
            "(分辨率|清晰度|画质) & {resolution}",
            "(出片|成片)",
            "(要|做) {format}",
            "做成 {format}",
            "(字幕文件|字幕档|srt字幕|外挂字幕) => _sidecar=true",
            "<generate> (字幕文件|srt文件|外挂字幕) => _sidecar=true",
            "导出 字幕 => _sidecar=true",
            "输出",
            "导 出",
            "(只要|只导出|只留|仅|只提取|提取) (音频|声音) => format=mp3",
            "合成 & {resolution}",
            "合成 输出",
            "(提取|分离|抽取|单独导出|只导出) & (声音|音频|音轨) => format=mp3",
            "导出 (无字幕|不带字幕|没有字幕|无水印|干净) [的] [版|版本]",
        ),
    },
)
