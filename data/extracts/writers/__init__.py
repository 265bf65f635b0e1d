"""The file formats, one module each: `write` makes the bytes of frames and a receipt."""
