"""Paragraphs, sentences and anchors of a document: where candidates stand, and the words that prove them."""
