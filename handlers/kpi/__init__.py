"""`/kpi`: the command, logging counts, the weekly digest."""
