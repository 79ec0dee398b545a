"""Put a logo in a corner."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="logo",
    group="words",
    summary="Put a logo in a corner",
    example="put the logo top right",
    parameters=(
        Parameter("position", "place"),
        Parameter("style", "style"),
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
    phrases={
        "en": (
            "(watermark|brand) (it|this|the whole thing|everything|the video|the whole video) with & <logo>",
            "<add> & <logo>",
            "<logo> {position:place}",
            "= <logo>",
            "<move> <logo> {position:place}",
            "<logo> (in|at|on) (the|) {position:place}",
            "(brand|watermark) (it|this|the video|my video)",
            "with <logo>",
            "<add> & <logo> (end card|endcard|end screen|end slate|outro card|closing card)",
            "<add> & <logo> (as|on|for) (a|an|the|) (end card|endcard|end screen|end slate|outro card|closing card)",
            "(show|display|have|flash|keep) & <logo>",
            "overlay <logo>",
            "(use|take|add|put|insert|have|set|overlay) & as [a|the|our|my|your|an] <logo>",
            "<logo> (should|must|has to|have to|needs to|need to|ought to) [be|always|also] (appear|seen|visible|displayed|present|there|on there|on screen|on it|in it|in there|show up)",
            "(where's|wheres|where is|where did) (our|the|my|your) <logo> (go|) & (has to|must|should|needs to|belongs|supposed to)",
            "<logo> (is|are) missing",
            "<logo> (can|should|could|may|must|needs to|need to|has to|ought to|wants to) (go|sit|be|live|come|move) [in|at|on|to|into|down|up] [the] {position:place}",
            "(watermark|brand) & with & <logo>",
            "(missing|forgot|forgotten) (the|our|my|a) <logo>",
            "(can't|cant|don't|dont|cannot|do not) see [the|our|my|any|a] <logo>",
            "<logo> & <lasting> {seconds:duration}",
            "<logo> [should|to|needs|must] (stay|stays|last|lasts|show|shows|appear|visible) [on|up|on screen|there|visible] [for] {seconds:duration}",
            "(shrink|scale down|downsize) <logo> => style=smaller",
            "<logo> (is|looks|seems) (too|way too|so|really|a bit too|a bit) (big|large|huge|massive|prominent) => style=smaller",
            "<logo> (is|looks|seems) (too|way too|so|really|a bit too|a bit) (small|tiny|little) => style=bigger",
            "<logo> [should|to|must|could|can] (fade|slide|fly|zoom|come) (in|up) [{start:instant}|{start:opening}]",
            "(enlarge|scale up|blow up) <logo> => style=bigger",
        ),
        "zh": (
            "<add> & <logo>",
            "<logo> & {position:place}",
            "= <logo>",
            "<logo> (放|加|贴|打)",
        ),
    },
)
