"""Slack: Socket Mode for one workspace, HTTP for many."""
