"""Documents that stay on disk: in memory, in a journal, in the main file; knows nothing of posts."""
