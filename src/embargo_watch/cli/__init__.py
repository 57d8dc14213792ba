"""The command line: thin, calling the pipeline and the views."""
