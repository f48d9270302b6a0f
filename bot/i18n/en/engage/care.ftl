care-title = Customers' questions · { $name }
care-nothing = No question was noted.
care-how = Working hours of the strategy; open questions count with what they have waited so far. A round adds what it counted and nobody kept.
care-rate = { $received ->
    [one] { $answered } of { $received } question answered ({ $share })
   *[other] { $answered } of { $received } questions answered ({ $share })
}
care-within = { $said }, working hours (n = { $n })
care-plain = by the clock: { $said }
care-half = half within { $span }
care-half-open = fewer than half are answered so far, so there is no median
care-most = nine of ten within { $span }
care-most-open = nine of ten are not answered yet
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
care-dropped = { $count ->
    [one] 1 was dropped and is left out
   *[other] { $count } were dropped and are left out
}
digest-care = Customers: { $said }
