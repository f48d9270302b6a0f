# A recurring series as a whole.

series-button = Change the series
series-form = Series of { $post }
series-ahead = { $count ->
    [one] One post of the series is still to come, on { $last }. What you leave empty stays; its text and title stay too.
   *[other] { $count } posts of the series are still to come, the last on { $last }. What you leave empty stays as each has it; texts and titles stay each one's own.
}
series-hint = A dash removes it.
series-labels-hint = Separated by commas; they take the place of those that are there. A dash removes them.
series-ask-clock = Time of day ({ $place })
series-see = See what changes
series-end-ask = End it from here on…
series-question = { $count ->
    [one] One post that is still to come will get { $what }.
   *[other] { $count } posts that are still to come will get { $what }.
}
series-to-theme = the theme { $theme }
series-no-theme = no theme
series-to-labels = the labels { $labels }
series-no-labels = no labels
series-to-owner = { $owner } as their owner
series-to-clock = { $clock } as their time
series-change = { $count ->
    [one] Change 1 post
   *[other] Change { $count } posts
}
series-no = Leave them
series-changed = { $count ->
    [0] *A plan rule blocks all of them,* so nothing is changed.
    [one] *One post of the series is changed.* Its text is as it was.
   *[other] *{ $count } posts of the series are changed.* Their texts are as they were.
}
series-end-question = { $count ->
    [one] { $post } will be cancelled, and the series will end before it. What is published will stay.
   *[other] { $count } posts will be cancelled, from { $post } on. What is published will stay.
}
series-end = { $count ->
    [one] Cancel 1 post
   *[other] Cancel { $count } posts
}
series-ended = { $count ->
    [one] *The series has ended:* one post is cancelled.
   *[other] *The series has ended:* { $count } posts are cancelled.
}

refusal-series-none = { $post } isn't part of a series. `/post add "Tuesday tip" on instagram every tuesday 10:00` makes one.
refusal-series-over = Nothing of the series of { $post } is still to come and yours to change.
refusal-series-same = What is still to come of the series is like that already.
refusal-series-nothing = Fill in what is to change: a theme, labels, an owner or a time.

post-help-whole = /post series P12 @amy 10:00
post-help-whole-says = changes what is still to come of a series, after showing how many; `/post series P12 end` ends it
