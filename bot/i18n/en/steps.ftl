# The checklists of kinds of posts.

step-rules = Publish the rules
step-start = Open the contest
step-reminder = Reminder post
step-draw = Draw the winner
step-winner = Winner post
step-venue = Settle place and programme
step-photos = Take photos, with consent
step-thanks = Thank-you post
step-terms = Write the terms
step-stock = Check prices and stock
step-last-days = Last-days post
step-end = Take the offer down
step-proofread = Have the article proofread
step-teaser = Teaser
step-on = { $step } on { $platform }
step-title = { $step }: { $title }
step-row = *To do:* { $step } · { $when }
step-undated = no day yet
step-finish = Done
step-make = Create the post
step-more = { $count ->
    [one] And one more step.
   *[other] And { $count } more steps.
}
steps-done = Done: { $steps }
step-is-post = { $step } is { $post }
step-was-done = { $step } ({ $by })
step-said-done = *{ $post }, done:* { $step }.
steps-hurried = { $count ->
    [one] *A step should have been done by now,* so it is for today: { $steps }.
   *[other] *{ $count } steps should have been done by now,* so they are for today: { $steps }.
}
step-said-made = *{ $post } is added,* a step of { $parent }. It needs a text of its own.
history-step-done = step done
history-step-made = step made into a post
due-missing-step = a step: { $step }

refusal-step-gone = That step of { $post } is not there any more. Open { $post } to see its steps.
refusal-step-makes-nothing = That step of { $post } isn't a post; mark it as done.

## The agenda's

agenda-steps = { $n ->
    [one] { $n } step to do
   *[other] { $n } steps to do
}
day-step = { $step } · { $post } · { $title }
day-step-to-do = *To do:* { $step }
day-step-since = since { $day }
day-step-done = Done: { $step } ({ $by })
day-step-made = { $step } is { $post } now

## Who does which

steps-share = Who does what…
steps-form = Steps of { $post }
steps-share-hint = Each comes in the morning message of whoever is named, on its day. Empty: whoever has the post.
steps-said-shared = *The steps of { $post } are shared out.*
history-steps-assigned = steps shared out
refusal-steps-none = { $post } has no step that waits. A post of the kind contest, event, promotion or blog brings its own.
post-help-steps = /post steps P12 @dan
post-help-steps-says = who does which step of a contest, an event…; each comes in their morning message on its day

## The posts that they made, when the first one moves or is cancelled

made-stay-moved = { $count ->
    [one] *A post of its steps keeps its date:*
   *[other] *{ $count } posts of its steps keep their dates:*
}
made-stay-cancelled = { $count ->
    [one] *A post of its steps is still planned:*
   *[other] *{ $count } posts of its steps are still planned:*
}
made-move = { $count ->
    [one] Move it too
   *[other] Move them too
}
made-cancel = { $count ->
    [one] Cancel it too
   *[other] Cancel them too
}
made-moved = { $count ->
    [0] *No post of the steps of { $post } could be moved.*
    [one] *One post is moved along with { $post }.*
   *[other] *{ $count } posts are moved along with { $post }.*
}
made-cancelled = { $count ->
    [0] *No post of the steps of { $post } could be cancelled.*
    [one] *One post is cancelled along with { $post }.*
   *[other] *{ $count } posts are cancelled along with { $post }.*
}
refusal-made-gone = The posts of the steps of { $post } were moved or cancelled since. Open { $post } to see its steps.
