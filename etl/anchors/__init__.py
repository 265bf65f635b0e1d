"""The proof of claims by the documents that they cite."""
