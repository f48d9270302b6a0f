"""A Slack that runs on this machine, for trying any Slack app and for end-to-end tests. Knows no bot."""
