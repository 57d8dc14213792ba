"""Claims to origins, incidents and flows."""
