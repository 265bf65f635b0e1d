"""Files that readers hand in, parsed (`data.parsers`) in a child process under limits, one at a time.

`process.read_upload` starts the child (`python -m data.uploads.child`); `waiting_line` lets one reader's job
run at a time.
"""
