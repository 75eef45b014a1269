"""The web page: a platform like the others, on which newcomers try everything without a token."""
