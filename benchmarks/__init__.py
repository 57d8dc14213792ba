"""Speed and memory on real streams, beside what parsing everything would cost, in one run."""
