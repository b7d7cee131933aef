"""Figures against peers, each measured in one run."""
