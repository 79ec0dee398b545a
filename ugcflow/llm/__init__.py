"""A second reader of sentences: a language model behind any OpenAI-compatible address. Only `ugcflow lock` and `understand` ask it."""
