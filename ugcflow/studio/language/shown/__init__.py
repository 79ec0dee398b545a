"""Words of a sentence that are to be shown or spoken, not read."""
