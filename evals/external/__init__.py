"""Hold our reading against benchmarks of others, as far as their kinds overlap ours."""
