"""Takes bytes in and keeps them as they came; the only network."""
