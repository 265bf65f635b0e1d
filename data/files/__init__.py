"""Files that people put into a folder, read strictly: plain files of bounded size, CSV."""
