care-title = Customers' questions · { $name }
care-nothing = No question was kept.
care-how = Times are in the strategy's working hours. Open questions count with what they have waited so far. Rounds add the questions they counted that nobody kept.
care-rate = { $received ->
    [one] { $answered } of { $received } question answered ({ $share })
   *[other] { $answered } of { $received } questions answered ({ $share })
}
care-within = { $said }, in working hours (n = { $n })
care-plain = by the clock: { $said }
care-half = half within { $span }
care-half-open = { $n ->
    [one] the one that was kept has no answer yet: no typical time to tell
   *[other] of the { $n } that were kept fewer than half are answered so far: no typical time yet
}
care-one = answered within { $span }
care-most = nine of ten within { $span }
care-most-open = fewer than nine of ten are answered so far
care-open = { $count ->
    [one] { $question } is still open ({ $days ->
        [0] since today
        [one] since yesterday
       *[other] for { $days } days
    })
   *[other] { $count } are still open, the oldest { $question } ({ $days ->
        [0] since today
        [one] since yesterday
       *[other] for { $days } days
    })
}
care-open-before = { $count ->
    [one] { $question } of an earlier week is still open ({ $days ->
        [one] since yesterday
       *[other] for { $days } days
    })
   *[other] { $count } of earlier weeks are still open (the oldest, { $question }, { $days ->
        [one] since yesterday
       *[other] for { $days } days
    })
}
care-dropped = { $count ->
    [one] 1 was dropped and does not count
   *[other] { $count } were dropped and do not count
}
digest-care = Customers: { $said }

plan-form-care = Customers’ questions
plan-care-how = For the time to answer, and when a question is due. Hours are those of { $place }; public holidays are no working days. Open questions keep the moment they are due; new ones follow this.
plan-care-hours = { $days }, { $opens } – { $closes }
plan-care-due = { $days ->
    [0] due at the end of the same working day
    [one] due at the end of the next working day
   *[other] due within { $days } working days
}
plan-ask-care-days = Working days
plan-ask-opens = Work begins
plan-ask-closes = Work ends
plan-ask-closes-hint = 00:00 is midnight.
plan-ask-due = A question is
plan-ask-forget = Days until who asked is forgotten
plan-ask-forget-hint = Counted from when the question was closed. Only its words stay.
plan-changed-care = changed how customers’ questions are answered
refusal-plan-care-days = Choose at least one working day.
refusal-plan-care-hours = Work ends after it begins. Choose a later time, or 00:00 for midnight.
refusal-plan-care-due = Between 0 and { $limit } working days.
refusal-plan-care-forget = Between 1 and { $limit } days.
