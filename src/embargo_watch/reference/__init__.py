"""Loads, validates and caches data/; the only reader of YAML."""
