"""Small changes made one at a time, to see which of them no test notices."""
