"""Lines with places on pages to paragraphs: what is typeset is read again."""
