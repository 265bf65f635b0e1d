"""A file as text, or one sentence why not; parsed by a child process under limits.

`process.read` is the door: TXT, HTML, PDF and DOCX are told by their first bytes, never by their name.
"""
