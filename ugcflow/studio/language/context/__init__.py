"""What clauses say of one another: verbs left out, pronouns, second thoughts, all that the answer is made of."""
