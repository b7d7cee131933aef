"""The engines that run the plan: each gives the same rows."""
