"""What is owed, the queue and the ledger. `sources` has for each kind how it comes to be owed."""
