# Undo: what it took back, what would be next, what stays and why.

undo-title = Undo?
undo-question = *This takes back:* { $deed }. { $count ->
    [one] { $count } post is concerned
   *[other] { $count } posts are concerned
}: what was added will be cancelled, what was changed will be as it was before.
undo-question-one = The last thing you did: { $deed }.
undo-which = I'm not sure what to undo. To name a post: `/post undo P12`.
undo-round = Rounds and absences can't be undone, only changed: `/checkin` opens today's round, `/checkin away` your days away.
undo-yes = { $count ->
    [0] Undo it
    [one] Undo it
   *[other] Undo on { $count } posts
}
undo-no = Leave it
undo-left = Nothing was undone.
undo-said = *Undone:* { $deed }.
undo-again-all = As before: { $values }.
undo-again = { $name } { $now } instead of { $was }
undo-empty = (none)
undo-next = Next to undo: { $deed }.
undo-next-after = Next to undo: { $deed }; { $stay } stays as it is.
undo-next-stays = What you did before stays as it is: { $stay }. `/post undo` says why.
undo-stays = *Not undone:* { $deed }. { $why }
undo-before = Before that you did this: { $deed }. It can be undone by itself.
undo-one-before = Undo that one

## What stays of several posts, and why

undo-left-changed = { $posts } { $count ->
    [one] stays
   *[other] stay
} as is: { $who } changed { $what ->
    [counts] the numbers
   *[post] { $count ->
        [one] it
       *[other] them
    }
} since ({ $when }).
undo-left-own = { $posts } { $count ->
    [one] stays
   *[other] stay
} as is: you changed { $what ->
    [counts] the numbers
   *[post] { $count ->
        [one] it
       *[other] them
    }
} since. Undo that first, and then this.
undo-left-somehow = { $posts } { $count ->
    [one] stays as is: it was
   *[other] stay as is: they were
} changed since.
undo-left-why = { $posts } { $count ->
    [one] stays
   *[other] stay
} as is. { $why }

## What was done, as a part of a sentence

undo-quoted = “{ $text }”
undo-value = { $name } { $now }
undo-value-was = { $name } { $now } (was { $was })
undo-value-off = { $name } taken off (was { $was })
undo-deed-posts = { $posts } ({ $what })
undo-deed-many = { $count } posts ({ $what })
undo-deed-counts = the numbers of { $what }
undo-deed-target = the target of { $objective }: { $what }
undo-deed-objective = the new objective { $objective } (“{ $statement }”)
undo-deed-objective-edited = changes to { $objective }: { $what }
undo-deed-objective-closed = the end of { $objective } (“{ $statement }”)
undo-deed-objective-result = the result of { $objective }: { $what }
undo-deed-objective-reopened = the reopening of { $objective } (“{ $statement }”)
undo-deed-plan = the plan
undo-deed-platform = { $new ->
    [new] the new platform { $what } of the plan
   *[changed] changes to { $what } in the plan
}
undo-deed-platform-dropped = { $what } taken out of the plan
undo-deed-limits = { $count ->
    [0] limits of the plan
   *[other] limits of the plan: { $what }
}
undo-deed-policy = { $new ->
    [new] the new policy of the plan: { $what }
   *[changed] changes to the policy: { $what }
}
undo-deed-policies-dropped = a policy taken out of the plan: { $what }
undo-deed-theme = { $new ->
    [new] the new theme { $what }
   *[changed] changes to the theme { $what }
}
undo-deed-themes-dropped = the theme { $what } taken out of the plan
undo-deed-day = { $new ->
    [new] the new special day { $what }
   *[changed] changes to the special day { $what }
}
undo-deed-days-dropped = the special day { $what } taken out of the plan
undo-deed-tool = { $new ->
    [new] the new tool { $what }
   *[changed] changes to the tool { $what }
}
undo-deed-tools-dropped = the tool { $what } taken out of the plan
undo-deed-people = { $count ->
    [0] settings of the plan
   *[other] settings of the plan: { $what }
}
undo-deed-care = { $count ->
    [0] how customers’ questions are answered
   *[other] how customers’ questions are answered: { $what }
}
undo-field-working_days = working days
undo-field-opens = when work begins
undo-field-closes = when work ends
undo-field-due_days = when a question is due
undo-field-forget_days = when who asked is forgotten
undo-field-statement = statement
undo-field-kind = kind
undo-field-deadline = deadline
undo-field-platforms = platforms
undo-field-resources = hours or budget
undo-field-posts_a_day = posts a day
undo-field-spend_a_month = spend a month
undo-field-manager_id = manager
undo-field-country = public holidays:
undo-field-review_required = review
undo-field-review_again_after_change = review after a change
undo-field-thread_per_post = a message in the channel for each post
undo-deed-question-kept = the new question { $what }
undo-deed-question-answered = marking { $what } as answered
undo-deed-question-dropped = dropping { $what }
undo-deed-question-given = the hand-over of { $what }
undo-deed-question-open = “Still open” for { $what }
undo-deed-question-reopened = the reopening of { $what }

## Refusals

refusal-undo-gone = That can't be undone any more: ten minutes have passed. `/post list` names the posts, to change each by itself.
refusal-undo-gone-already = That is undone already.
refusal-undo-gone-others-nobody = That was somebody else's, and only they can undo it.
refusal-undo-gone-others = That was { $who }'s, and only they can undo it.
refusal-undo-stays = All of it was changed since.
refusal-undo-changed = { $who } changed { $thing } since ({ $when }). An undo would lose that: change it yourself, or ask first.
refusal-undo-changed-nobody = { $thing } was changed since ({ $when }). An undo would lose that: change it yourself.
refusal-undo-changed-own = You changed { $thing } since. Undo that first: `/post undo`.
refusal-undo-changed-somehow = { $thing } was changed since. Open it to change it.
refusal-undo-gone-channel = Only members of its private channel can undo that. Ask somebody there to invite you back.
refusal-undo-gone-archived = { $strategy } is archived: nobody is reminded of it any more, and what you did there stays as it is.
