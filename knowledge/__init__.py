"""The memory: cases, playbooks, search, redaction and triage, usable alone."""
