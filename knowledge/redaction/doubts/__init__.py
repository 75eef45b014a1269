"""What may identify and is not masked: highlighted in the preview, for the writer to judge."""
