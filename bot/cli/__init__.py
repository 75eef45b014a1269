"""The command line `entraide`: one module a group of commands."""
