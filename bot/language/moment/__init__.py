"""Days, times, zones and stretches of days in words: read by every command."""
