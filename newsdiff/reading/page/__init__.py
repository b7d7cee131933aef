"""Web pages: what is the article in one, what the page says of it, and whether there is any."""
