"""Slack's Web API behind the ports: messages, people, files, and Slack's errors as ours."""
