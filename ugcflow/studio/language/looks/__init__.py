"""What captions, music and filters are to be like, in free words."""
