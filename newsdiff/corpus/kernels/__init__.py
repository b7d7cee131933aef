"""What the plan cannot say in SQL, on whole arrays at once: words, grams, alignment, terms.

Nothing here knows an engine. Everything is integers, so every machine gives the same.
"""
