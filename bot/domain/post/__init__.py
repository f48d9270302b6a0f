"""What is true of a post beyond its fields: checklists, echoes, labels."""
