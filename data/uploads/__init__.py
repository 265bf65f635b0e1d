"""Files that somebody hands in: parsed under limits, in a child process, one at a time.

`process.read` starts the child (`python -m data.uploads.child`); `waiting_line` lets one reader's job run
at a time; `archive`, `xml_parts` and `json_text` refuse what would grow beyond the limits before a library
parses it.
"""
