## Refusals of what was typed

refusal-moment-past = “{ $what }” is over already. Choose a moment that is still to come.
refusal-moment-leap-day = “{ $what }”: the next 29 February is { $day }. If you mean that one, write the year; else correct the date.
refusal-moment-weekday = In “{ $what }” the weekday and the date are not the same day: that date is { $day }. Keep only one of them, or correct it.
refusal-dates-mixed = “{ $first }” has the day first and “{ $second }” the month, so I don't know how to read this line. Write both the same way, or write the month as a word.
refusal-days-unreadable = “{ $what }” are not days I can read. Write them like “24/12..2/1”, “tomorrow” or “next week”.
refusal-days-backwards = The last day ({ $last }) comes before the first ({ $first }). Swap them.
refusal-number-unreadable = “{ $what }” is not a number I can read. Write it in figures, like 1200 or 1.2k.
refusal-days-past = “{ $what }” is over already. Choose days of which at least the last is still to come.

## What can be meant in two ways, above a form that has the likelier one

doubt-back = “{ $what }”: earlier or later? The form has the post's present moment: change it there. Next time, write “earlier” or “later”.
doubt-hour-or-length = “{ $what }” can be a time of day or a delay: check the date and time in the form. Next time, write “at 2:00” or “2 hours later”.
doubt-weekday-number = “{ $what }”: the weekday and the number don't match, that would be { $day }. The form has { $other }: check the date and time. Next time, write the month, or “at 10” for a time of day.
doubt-morning-or-later = “{ $what }”: { $clock } or { $later }? Check the time in the form. Next time, add am or pm.
doubt-day-or-hour = “{ $what }”: the weekday and the number don't match, that would be { $day }. The form has { $other }: check the date and time. Next time, write the month, or “at { $clock }” for a time of day.
doubt-part-of-day = “{ $what }” says no hour: check the time in the form.
doubt-part-of-absence = “{ $what }”: absences are whole days here. Send the form only if you are away all day.
doubt-round-of-nothing = “{ $what }”: the form has no questions and no answers. Check the numbers and send.
doubt-times-stay = “{ $what }”: posts that are moved with their day keep their times. To give one another time, move it by its number.
doubt-days-apart = “{ $what }” are separate days: the form has { $day }. Send it, then add the others one by one.
doubt-platform-or-title = “{ $what }” can be the platform or a word of the title: check both in the form.
doubt-owner-or-title = “{ $what }”: part of the title, or whose post it is? Check title and owner in the form. Next time, write “by” before the owner.
doubt-next-weekday = “{ $what }” can be { $day } or { $other }: check the date in the form.
doubt-zone = “{ $what }” can be the time in { $places }. The time in the form is that of { $place }: check it.
doubt-zone-season = { $places } won't be on “{ $what }” that day. The time in the form follows the local clocks there: check it.
doubt-person = “{ $what }” can be { $people }: choose in the form.
doubt-date-order = “{ $what }” can be { $day } or { $other }. { $answer ->
    [form] The form has { $day }: check it.
   *[message] I took it as { $day }.
} Next time, write the month as a word.
