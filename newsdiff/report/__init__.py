"""A finished Comparison, Summary or Article to text, lines or data. Nothing is computed here."""
