"""Numbers, lengths, moments and sizes in a sentence."""
