"""What a member does: types, presses, fills, submits; and what Slack's own client does of it."""
