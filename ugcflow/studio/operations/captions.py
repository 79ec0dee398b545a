"""Write down what is said, word by word."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import quoted
from ugcflow.studio.edits.captioning import captions
from ugcflow.studio.edits.style import style_of
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Captions over the whole edit from now on; asked again, they take the new look."""
    language = str(parameters.get("language") or "en")
    if language.split("-")[0] != "en":
        raise StepError(
            f"captions in another language than is spoken ({language}) can't be made yet", do="leave the language out"
        )
    wanted = dict(timeline.captions or {})
    if parameters.get("style"):
        wanted["style"] = {**(wanted.get("style") or {}), **style_of(parameters["style"])}
    if parameters.get("position"):
        wanted["position"] = parameters["position"]
    wanted.pop("hidden", None)
    after = timeline.with_(captions=wanted)
    titles = captions(after, footage)
    if not titles:
        return Applied(after, (), ("nobody speaks here, so there are no captions",))
    return Applied(after, (f"Captions: {len(titles)} groups, from {quoted(titles[0].text)} on",))


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
)
