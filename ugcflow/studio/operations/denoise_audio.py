"""Take background noise away."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="denoise_audio",
    group="sound",
    summary="Take background noise away",
    example="reduce the background noise",
    phrases={
        "en": (
            "<remove> & <noise_>",
            "(reduce|lower|decrease|cut|fix|suppress|minimize|cancel|dampen|kill|denoise|lose) & <noise_>",
            "denoise",
            "de-noise",
            "(noise|wind) (reduction|removal|cancellation|suppression|cancelling)",
            "<clean> (up|) (the|) (audio|sound|voice|dialogue|speech|mic)",
            "clean audio",
            "(hear|there's|lot of) <noise_>",
            "<fix> (the|) (echo|wind|hiss|hum)",
            "(audio|sound) cleanup",
            "<no> <noise_>",
            "<make> <voice> (clearer|cleaner|crisp)",
            "(audio|sound) (cleaner|clearer)",
            "<make> (audio|sound) (cleaner|clearer)",
            "<clean> up <noise_>",
            "clean (the|my) (audio|sound|voice)",
            "enhance (speech|voice)",
            "isolate <voice>",
            "<noise_> (gone|out|removed|down)",
        ),
        "zh": (
            "降噪",
            "去噪",
            "<remove> & <noise_>",
            "(减少|降低|消除|抑制|减弱|处理|清理) & <noise_>",
            "除噪",
            "<noise_> & (小|去|除|减|太大)",
            "(人声|声音) (清晰|干净) (一点|些|点)",
            "<noise_> 太 (大|吵)",
            "消噪",
        ),
    },
)
