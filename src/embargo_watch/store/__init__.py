"""The ledger: the only database."""
