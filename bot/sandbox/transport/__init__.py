"""How the local Slack and an app reach each other: sockets, HTTP, response addresses, rates and faults."""
