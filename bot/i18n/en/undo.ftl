# Undo: what it took back, what would be next, what stays and why.

undo-title = Undo?
undo-question = *This takes back:* { $deed }. { $count ->
    [one] { $count } post is concerned
   *[other] { $count } posts are concerned
}: what was added is cancelled, what was changed goes back to what it was.
undo-yes = Undo on { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
undo-no = Leave it
undo-left = Nothing was undone.
undo-said = *Undone:* { $deed }.
undo-next = Next to undo: { $deed }.
undo-stays = *Not undone:* { $deed }. { $why }
undo-before = Before that you did this: { $deed }. It can be undone by itself.
undo-one-before = Undo that one

## What was done, as a part of a sentence

undo-deed-posts = { $posts } ({ $what })
undo-deed-many = { $count } posts ({ $what })
undo-deed-counts = the numbers of { $what }
undo-deed-target = a target of { $what }
undo-deed-objective = the new objective { $what }
undo-deed-objective-edited = changes to { $what }
undo-deed-objective-closed = the end of { $what }
undo-deed-objective-result = the result of { $what }
undo-deed-objective-reopened = { $what } open again
undo-deed-plan = the plan
undo-deed-platform = a platform in the plan
undo-deed-platform-dropped = a platform taken out of the plan
undo-deed-limits = limits and budgets of the plan
undo-deed-policy = a policy of the plan
undo-deed-policies-dropped = a policy taken out of the plan
undo-deed-theme = a theme of the plan
undo-deed-themes-dropped = a theme taken out of the plan
undo-deed-day = a special day of the plan
undo-deed-days-dropped = a special day taken out of the plan
undo-deed-tool = a tool of the plan
undo-deed-tools-dropped = a tool taken out of the plan
undo-deed-people = manager or review

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
