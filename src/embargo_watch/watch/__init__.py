"""What was new and why: claims with their origins in, alerts out."""
