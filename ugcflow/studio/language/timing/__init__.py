"""When: times shared, repeated, told before or behind, what they leave out, and the order edits are carried out in."""
