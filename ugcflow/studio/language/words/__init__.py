"""Text → tokens: words, numbers, characters, with what the lexicon knows each of them by."""
