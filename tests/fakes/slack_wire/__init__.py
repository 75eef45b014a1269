"""A small Slack that speaks the real wire: Web API, Socket Mode, files."""
