"""The page in the browser: a workspace as its members see it, and the hands to act in it."""
