"""One clause → the operations it asks for, or the question it leaves."""
