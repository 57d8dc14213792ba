"""Embargo Watch: an open watch on arms embargoes."""

__version__ = "0.1.0"
