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
care-half-open = fewer than half are answered so far: no typical time yet
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
care-dropped = { $count ->
    [one] 1 was dropped and does not count
   *[other] { $count } were dropped and do not count
}
digest-care = Customers: { $said }
