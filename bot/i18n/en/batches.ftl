# Several posts at once.

batch-title = Posts
batch-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
batch-left = Left as is: { $posts }. Possible reasons: somebody else's post, a time already past, a plan rule, or a change made since.
batch-stays = { $count ->
    [one] { $posts } will stay as it is: somebody else has it, or its time of day has passed.
   *[other] These will stay as they are: { $posts }. Somebody else has them, or their time of day has passed.
}
batch-missed = { $count ->
    [one] A plan rule blocks one of them.
   *[other] A plan rule blocks { $count } of them.
}
batch-undone = { $count ->
    [0] *Nothing could be undone.*
    [one] *Undone:* one post.
   *[other] *Undone:* { $count } posts.
}
series-said = { $count ->
    [one] *One draft is added,* for { $last }.
   *[other] *{ $count } drafts are added,* the last for { $last }. Each needs a text of its own.
}
series-has-more = { $most } at a time is the most. Add the rest when its time comes.
copy-button = Copy to…
copy-form = Copy { $post }
copy-ask = For which platforms
copy-hint = Each copy begins with the same text, and is to be rewritten for its readers.
copy-submit = Copy
copy-said = *{ $posts }: copied from { $post }.* Rewrite the text for its new readers.
draft-button = Make it a draft
post-said-drafted = *{ $post } is a draft now.* Move it to a date when there is one.
day-title = { $day } → { $to }
day-question = { $count ->
    [one] One post will move from { $day } to { $to }, at its own time of day.
   *[other] { $count } posts will move from { $day } to { $to }, each at its own time of day.
}
day-no = Don't move
day-move = { $count ->
    [one] Move 1 post
   *[other] Move { $count } posts
}
day-moved = { $count ->
    [0] *No post could be moved.*
    [one] *One post is moved to { $to }.*
   *[other] *{ $count } posts are moved to { $to }.*
}
repeat-ask = Comes back
repeat-none = Once
repeat-weekly = Every week
repeat-fortnightly = Every two weeks
repeat-monthly = Every month
repeat-working-days = Every working day
repeat-daily = Every day
repeat-typed = As you typed it
repeat-times = How many times
repeat-hint = At most { $most }. Without a number or a last day: twelve weeks. Each is a draft that needs a text of its own.
repeat-until = Until
repeat-until-hint = This day is the last one, unless the number of times is reached before.
history-drafted = made a draft

refusal-series-unreadable = “{ $what }” isn't a repetition I know. Try “every tuesday”, “every 2 weeks” or “every month”.
refusal-series-empty = Not one of these days is still to come. Choose a later end.
refusal-copy-same = { $post } is for that platform already. Choose another one.
refusal-copy-held = A plan rule blocks every copy. `/plan` shows the rules.
refusal-day-empty = No open post of that day is yours to move.

post-help-series = /post add "Tuesday tip" on instagram every tuesday 10:00 until 2027-01-31
post-help-series-says = a draft for each day; also “every 2 weeks”, “every month”, “8 times”
post-help-day = /post move all posts from friday to monday
post-help-day-says = moves a whole day, after showing what moves
post-help-copy = /post copy P12 to facebook
post-help-copy-says = a draft for another platform, to be rewritten
