"""Words to parties, items and places."""
