"""Take the last edit back."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """A session takes steps back from its history; a timeline alone knows none before it."""
    raise StepError("there is nothing to take back", do="leave the undo out")


OPERATION = Spec(
    name="undo",
    group="session",
    summary="Take the last edit back",
    example="undo that",
    apply=apply,
    phrases={
        "en": (
            "take back (that|the|my|your) [last|previous] (change|edit|step|cut|one)",
            "<undo_> what (you|we|i) [just]",
            "= <undo_> [that|it|last|this]",
            "undo",
            "<undo_> [the|my|that|your|our|this] [last|previous] (mute|fade|zoom|crop|speed|color|colour|blur|rotation|volume|audio|sound|edit|<mute_>|<crop_>|<fade_>|<zoom_>|<speed_>|<rotate_>|<flip_>|<blur_>|<grade>|<transition>|<stabilize_>|<duck_>|<normalize_>|<cut>|<effect>|<voiceover>|<logo>|<sticker>|<text>|<thumbnail>|{filter}|{look}) [change|edit|effect|step|thing]",
            "(scratch|nix|cancel|scrap|kill) (the|that|my) (last|previous) (one|thing|step|edit|change)",
            "= (ctrl z|ctrl+z|cmd z|cmd+z|control z|command z|ctrl-z|cmd-z|strg z)",
            "(step|go) back (one|a|1) [edit|step|change|version]",
            "take back (one|1) [edit|step|change|version]",
            "<undo_> & (last|previous|change|edit|step|that|it)",
            "(go|roll) back",
            "put it back",
            "take that back",
            "(last|previous|latest) (change|edit|step|cut|one|version|thing) & (looks|looked|was|is|made|feels|sounds) & worse",
            "(that|it|this|which) (was|is|looks|looked|feels) [much|way|even|a lot] worse than before",
            "(take|roll|put|turn) back (what|whatever|everything|all) (you|we|i|that)",
            "back to (the|) (previous|last) version",
            "(show|give|bring|get|hand) (me|us|back) [back] (the|my|our) (previous|last|earlier|older|old|prior|former) (version|state|cut|edit|one)",
            "(scrap|undo|drop|ditch|lose|cancel|reverse|forget|bin|ignore|take back) (that|the|my|your|this) (last|previous) (change|edit|step|cut|one|thing)",
        ),
        "zh": (
            "(撤销|撤回|回退)",
            "= (还原|恢复|取消)",
            "(撤销|撤回|还原|恢复|回退|取消) & (上一步|刚才|操作|修改|上一个|编辑)",
            "(返回|退回) 上一步",
            "(上一步|上一个|上个|上次) [的] [操作|修改|改动|那步] [给我|帮我] (撤|撤了|撤掉|取消|退了|退回|不要了|撤回|撤销) [吧]",
            "(刚才|刚刚|刚|上一步) [加|做|弄|调] [的] (滤镜|调色|特效|效果|转场|贴纸|动画|裁剪|旋转|变速|放大|改动) [给我] (撤了|撤掉|撤回|撤销|退掉|还原)",
            "(改|换|变|切|调|撤|还原|恢复|退) 回 [到] [去] (上一版|上个版本|之前|原来|前一版|上一步|刚才|上一个版本) [的] [版本|样子|状态|那版]",
            "(刚才|刚刚|刚|上面|前面) [的] [那|这] [一] (步|下|次|个) [改动|修改|操作|编辑] [给我|帮我] (撤|撤了|撤掉|撤销|撤回|撤回来|撤回去|撤销掉|不要|不要了|取消|取消掉|回退|不算|作废|退回去|退掉|退了)",
            "(刚才|刚刚|刚) [给我] (做|改|弄|动|搞|操作|编辑|剪) 的 [那个|那步|那一步|那些|东西|改动] [给我|帮我] (撤|撤了|撤掉|撤回|撤销|退掉|还原|取消)",
            "= (撤了|撤掉|撤回去|撤回来|退回去) [吧]",
            "(还是|就|还) [用|要] (改之前|改之前的|没改之前|修改前|修改之前|改前|之前|原来) [的] [那] (版|版本|那版|一版)",
            "(退|退回|回|倒|回退) [到] (上|前) [一] (步|版|个版本)",
            "(撤|退) (一步|两步|回一步|回去) [吧]",
            "(刚才|刚刚) (那个|那样|那版) [效果|改动]  (不要了|不好|不行|撤了|撤掉)",
            "= [还是] (上一版|上个版本|上一个版本|之前那版|前一版|原来那版) [比较|更] (好|好看|顺眼|合适|舒服|行)",
            "(返回|退回|回到|恢复到|退到|回退到) & (上一步|上一版|上一个|之前|版本|前一步|前一个)",
            "(取消|撤销|撤掉) & (刚刚|那步|那一步|这一步|最后一步)",
        ),
    },
)
