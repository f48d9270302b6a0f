# The coverage radar: what a month still lacks.

radar-form = Gaps of the month
radar-heading = Gaps of { $month }
radar-title = { $name }, { $month }: { $posts ->
    [one] 1 post
   *[other] { $posts } posts
}, { $findings ->
    [0] nothing missing
    [one] 1 thing to look at
   *[other] { $findings } things to look at
}
radar-title-over = { $name }, { $month }: { $posts ->
    [one] 1 post
   *[other] { $posts } posts
}, the month is over
radar-nothing = Nothing is missing: every working day has content, every post an owner, every rule is kept.
radar-over = This month is over: what it lacked can't be fixed any more, and is not looked for.
radar-over-left = This month is over. What is still to go out is all that can be fixed:
radar-not-understood = I don't know the month “{ $what }”, so here is the present one. Try `/plan check december`.
radar-whole-month = The radar looks at whole months, so here is all of { $month }.
radar-kinds = Kinds: { $kinds }
radar-loads = Posts per person: { $loads }
radar-nobody = nobody { $n }
radar-more = { $gap }: { $n ->
    [one] 1 more
   *[other] { $n } more
}
radar-again = Check again
radar-write = Write the text…
radar-label = { $what } { $post }
radar-gap-of = { $gap }: { $platform }
radar-add-label = Add a post for { $day }
radar-no-post = several posts

radar-gap-overdue = Late
radar-gap-budget = Budget
radar-gap-policy = Policy
radar-gap-too_long = Too long
radar-gap-no_text = No text yet
radar-gap-unowned = No owner
radar-gap-away = Owner away
radar-gap-day_full = Too many on a day
radar-gap-holiday = Nobody works
radar-gap-contest_rules = Contest without rules
radar-gap-contest_deadline = Contest without deadline
radar-gap-contest_winner = Contest without winner post
radar-gap-rhythm = Rhythm missed
radar-gap-theme = Theme without posts
radar-gap-empty_days = No content
radar-gap-compass_platform = Platform without objective
radar-gap-compass_objective = No objective
radar-gap-load = Load
radar-gap-mix = Mix of kinds
radar-gap-wanted = Asked for

radar-too_long = { $post }: { $count } of { $wanted } characters
radar-too_long-byte = { $post }: { $count } of { $wanted } bytes
radar-too_long-title = { $post }: title, { $count } of { $wanted } characters
radar-overdue = { $post }
radar-no_text = { $post }
radar-unowned = { $post }
radar-away = { $post }: { $who } is away, and no backup is there
radar-day_full = { $day }: { $count } posts, the limit is { $wanted }. The latest: { $post }
radar-holiday = { $post }: { $name }
radar-contest_rules = { $post }
radar-contest_deadline = { $post }
radar-contest_winner = { $post }
radar-rhythm = { $platform }, { $days }: { $count } of { $wanted }
radar-theme = *{ $theme }*, { $days }
radar-empty_days = { $days } ({ $count ->
    [one] 1 working day
   *[other] { $count } working days
})
radar-compass_platform = { $platform }: { $count ->
    [one] 1 post, and no objective asked for it
   *[other] { $count } posts, and no objective asked for them
}
radar-compass_objective = { $count ->
    [one] 1 post serves none yet
   *[other] { $count } posts serve none yet
}
radar-load = { $who } has { $count } posts, the others { $wanted } on average
radar-wanted = { $count ->
    [one] a customer asked “{ $text }”, and no post of the month answers it
   *[other] customers asked for { $count } things in the last 30 days, and no post of the month answers any: “{ $text }” …
}
radar-mix = { $count } of { $wanted } posts are of the kind { $kind }

radar-winner-title = Winner: { $title }
radar-load-of = { $who }, { $month }: { $n ->
    [one] 1 open post
   *[other] { $n } open posts
}
refusal-radar-nothing-left = There is no open post left to hand over. *Check again* shows how things stand now.
