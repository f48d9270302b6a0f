"""What members did last, and the one way of taking it back; how each deed is taken back stands in `undoing`."""
