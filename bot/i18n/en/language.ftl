## Refusals of what was typed

refusal-moment-past = “{ $what }” is over already. Choose a moment that is still to come.
refusal-moment-weekday = In “{ $what }” the weekday and the date are not the same day: that date is { $day }. Keep only one of them, or correct the other.
refusal-dates-mixed = “{ $first }” has the day first and “{ $second }” the month, so I don't know how to read this line. Write both the same way, or write the month as a word.
refusal-days-unreadable = “{ $what }” are not days I can read. Write them like “24/12..2/1”, “tomorrow” or “next week”.
refusal-days-backwards = The last day ({ $last }) comes before the first ({ $first }). Swap them.
refusal-number-unreadable = “{ $what }” is not a number I can read. Write it in figures, like 1200 or 1.2k.
refusal-days-past = “{ $what }” is over already. Choose days of which at least the last is still to come.

## What can be meant in two ways, above a form that has the likelier one

doubt-hour-or-length = “{ $what }” can be a time of day or a delay, so check the date and time below. To be clear at once: “at 2:00” or “2 hours later”.
doubt-half-of-day = “{ $what }”: in the morning or in the afternoon? Check the time below. To be clear at once: “5am” or “5pm”.
doubt-weekday-number = “{ $what }”: { $day } is no such weekday. Below it is { $other }; check the date and time. To be clear at once, write the month, or “at 10” for a time of day.
doubt-next-weekday = “{ $what }” can be { $day } or { $other }: check the date below.
doubt-zone = “{ $what }” can be the time of { $places }. The time below is that of { $place }: check it.
doubt-zone-season = “{ $what }” is not what the clocks of { $places } show on that day. The time below is as their clocks will show it: check it.
doubt-person = “{ $what }” can be { $people }: choose below.
doubt-date-order = “{ $what }” can be { $day } or { $other }. Below it is { $day }: check it. To be clear at once, write the month as a word.
