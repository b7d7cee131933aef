"""A collection of articles: its stories, and the passages that travel between its outlets.

The work is a relational plan (`plan`, SQL text with integers only) around kernels that work on
arrays (`kernels`); an engine (`engines`) runs both. What is found does not depend on the engine.
"""
