away-title = Days away
away-intro = While you are away you get no reminders; posts that come due go to your backup, or to whoever looks after the strategy.
away-first = First day away
away-last = Last day away
away-known = Already noted: { $spans }.
away-saved = Noted, away: { $spans }. Enjoy.
away-posts = { $count ->
    [one] One post comes due meanwhile; your backup, or whoever looks after the strategy, will be reminded: { $posts }.
   *[other] { $count } posts come due meanwhile; your backup, or whoever looks after the strategy, will be reminded: { $posts }.
}
away-reviews = { $count ->
    [one] One post waits for your review: { $posts }. If it still does once you are away, whoever asked is told, and somebody else who may approve it is asked.
   *[other] { $count } posts wait for your review: { $posts }. If they still do once you are away, whoever asked is told, and somebody else who may approve them is asked.
}
away-span = { $first } – { $last }
away-back = I'm back
away-ended = Welcome back. Your reminders start again now.
refusal-away-order = The last day comes before the first. Swap them.
refusal-away-over = Those days are over already. Choose today or later.
refusal-away-long = An absence of more than a year: ask an admin to pass your posts on instead.
