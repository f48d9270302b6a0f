"""The bot's clock in Slack: what is owed is drawn for its reader, sent once, and kept up to date."""
