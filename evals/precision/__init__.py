"""Claims of a stream, judged by graders who do not see each other's verdicts."""
