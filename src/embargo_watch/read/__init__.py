"""Bytes to document: text, dates, credit, language."""
