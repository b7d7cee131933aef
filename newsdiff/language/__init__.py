"""What an article's text holds: sentences, words and stems, figures, names and quotes."""
