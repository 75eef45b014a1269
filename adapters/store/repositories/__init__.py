"""One file a repository: pseudonyms and sealed bytes on one side, the domain on the other."""
