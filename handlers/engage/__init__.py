"""`/checkin`: the daily round, the team's week, absences."""
