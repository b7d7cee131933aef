"""Which passages of two articles tell the same, however they are worded, and where exactly."""
