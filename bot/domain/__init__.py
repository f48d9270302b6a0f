"""What a social-media strategy is, as values and rules; knows no clock, no Slack and no sentence for people."""
