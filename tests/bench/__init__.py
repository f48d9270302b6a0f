"""What things cost, measured beside something else in the same run: ratios, which another machine has too."""
