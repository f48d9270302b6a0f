## Refusals of what was typed

refusal-moment-past = “{ $what }” is over already. Choose a moment that is still to come.
refusal-moment-weekday = In “{ $what }” the weekday and the date are not the same day. Keep only one of them, or correct the other.
refusal-days-unreadable = “{ $what }” are not days I can read. Write them like “24/12..2/1”, “tomorrow” or “next week”.
refusal-days-backwards = The last day ({ $last }) comes before the first ({ $first }). Swap them.
refusal-number-unreadable = “{ $what }” is not a number I can read. Write it in figures, like 1200 or 1.2k.
refusal-days-past = “{ $what }” is over already. Choose days of which at least the last is still to come.
