"""Word alignment: which English words say which German ones."""
