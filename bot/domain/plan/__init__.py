"""What a plan allows and asks for, and what a month still lacks."""
