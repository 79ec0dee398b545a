"""Words that say something about the sentence they stand in: English, as the speech model writes it."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLERS = _set("um uh uhm umm uhh er erm hmm mm mhm ah eh")

STOPWORDS = _set(
    "a an the and or but so if then than that this these those it its it's i i'm i've i'd i'll me my mine you you're your yours he she his her they"
    " them their we our us is am are was were be been being do does did done have has had having will would can could should may might must of in"
    " on at to from for with by about into over under up down out off as not no yes just really very too also there here what which who when where"
    " how why all any some more most much many one get got go going gonna let's that's there's don't didn't doesn't can't won't isn't wasn't like well"
)

APOLOGIES = tuple(
    tuple(phrase.split())
    for phrase in (
        "sorry let me start over", "sorry let me start again", "let me start over", "let me start again", "let me say that again",
        "let me try that again", "let me do that again", "one more time", "start over", "scratch that", "take two", "sorry about that",
        "wait sorry", "no sorry", "oh sorry", "no wait", "oh wait", "hold on", "i mean", "sorry", "wait", "no", "okay", "ok", "again",
    )
)  # fmt: skip

HEDGES = (
    "kind of", "sort of", "i guess", "i think", "i don't know", "i dunno", "you know", "i mean", "or whatever", "and stuff", "or something", "and things",
    "basically", "anyway", "anyways", "maybe", "probably", "whatever", "somehow", "something like that", "to be fair", "not sure", "i suppose",
)  # fmt: skip

ASIDES = (
    "hi guys", "hey guys", "hi everyone", "hey everyone", "hello everyone", "hello guys", "welcome back", "welcome to my", "my name is", "before we start", "before i start",
    "in this video", "in today's video", "let me see", "let me think", "what else", "that's about it", "that's it", "where was i", "as i said", "like i said",
    "let me start", "so yeah", "yeah so", "by the way", "long story", "off topic", "sorry", "one second", "hold on", "never mind", "i forgot", "i was going to", "bye guys", "bye bye", "see you", "thanks for watching",
    "thank you for watching", "until next time", "take care",
)  # fmt: skip

CALLS = (
    "link in bio", "link below", "in the bio", "link in", "in my bio", "tap", "click", "swipe", "shop", "order", "buy", "grab", "get yours", "get it", "try it",
    "give it a try", "go try", "try this", "check it out", "check out", "sign up", "subscribe", "follow", "comment", "download", "visit", "use code", "my code",
    "discount", "percent off", "free shipping", "while it lasts", "don't miss", "head to", "go to", "pick one up", "pick it up", "book", "join", "start your", "let me know",
    "trust me", "run don't walk", "you need this", "add to cart", "available", "on sale", "today only", "dot com",
)  # fmt: skip

STRONG = _set(
    "love loved loves best better amazing incredible obsessed favorite favourite finally never always works worked working difference changed change"
    " results result recommend worth easy easier fast faster quick simple free save saved saves proof real actually honest honestly almost regret returned skeptical doubt"
    " wrong secret mistake stop hate hated tired struggle struggled problem fix fixed solved soft softer smooth smoother glow glowing bright brighter clear"
    " clearer light lightweight fresh strong stronger new perfect game-changer surprised surprise impressed noticed compliments wow literally every"
    " only nothing everything first cheap cheaper affordable expensive money price half double guaranteed natural waterproof leak leaks hours"
)

NUMBERS = _set(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand million half twice percent days"
    " weeks months years minutes seconds dollars"
)

LEANING = _set(
    "and but so because then also plus it its it's he she they them that's this that these those which or yet though although still however therefore"
    " too otherwise instead his her their there"
)
