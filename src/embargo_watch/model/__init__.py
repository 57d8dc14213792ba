"""The nouns: frozen records without input or output."""
