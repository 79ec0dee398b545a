"""Which of its senses a word has, told by the words around it."""
