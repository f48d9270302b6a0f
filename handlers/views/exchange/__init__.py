"""Files that come in and go out, as they are announced."""
