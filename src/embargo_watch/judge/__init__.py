"""A claim held against the law of its day."""
