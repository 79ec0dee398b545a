"""What the reader knows in one language: phrases, written as patterns, found by one automaton."""
