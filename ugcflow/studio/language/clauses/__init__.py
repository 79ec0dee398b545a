"""A sentence cut into clauses, each with one thing asked; what a clause only tells."""
