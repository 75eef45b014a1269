"""One rule a file, all of the same shape; the folder's README tells how to add one."""
