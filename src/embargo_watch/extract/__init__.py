"""Document to candidates: triage first, then the parse."""
