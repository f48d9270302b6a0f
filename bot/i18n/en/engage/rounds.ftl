# The daily engagement round.

round-title = Engagement round
round-intro = *{ $day }* · five minutes, only one number is needed. Leave empty what you don't know.
round-not-understood = I couldn't make sense of “{ $what }”. The rest is filled in below: check it and send.
round-received = Questions received
round-answered = The day's questions answered
round-answered_older = Older questions answered
round-answered-more = { $received ->
    [0] No questions came in that day.
    [one] Only one question came in that day.
   *[other] Only { $received } questions came in that day.
} Put answers to older questions in the field below: { $older }.
round-replied = Comments replied to
round-minutes = Minutes spent
round-unanswered = Oldest question still without an answer
round-unanswered-hint = It comes back tomorrow, so nobody forgets it.
round-voices = People worth noticing
round-voices-hint = Somebody who moves people: a fan, a journalist, a colleague who shares.
round-button-post = A post from it…
round-post-notes = { $known ->
    [no] What customers want, heard on { $day }: “{ $text }”
   *[other] What customers want, heard by { $who } on { $day }: “{ $text }”
}
refusal-round-not-found = What that round learned was changed since, so there is nothing to make a post of. `/checkin` shows today’s.
round-learned = What did you learn about what customers want?
round-learned-hint = One sentence is plenty.
round-plan = The plan
round-plan-yes = I had a look at the plan
round-submit = Done
round-done-answered = *Done: { $count } answered.*
round-done-older = *Done: { $answered } of the day's questions answered, { $older } older.*
round-done-plain = *Done.*
round-done-open = { $count ->
    [one] 1 question still open (back tomorrow).
   *[other] { $count } questions still open (back tomorrow).
}
round-done-unanswered = { $count ->
    [one] 1 question has no answer yet: `/checkin question …` brings it back tomorrow.
   *[other] { $count } questions have no answer yet: `/checkin question …` brings one back tomorrow.
}
round-done-unanswered-and-kept = { $unanswered ->
    [one] 1 question of the day has no answer yet
   *[other] { $unanswered } questions of the day have no answer yet
}; { $kept ->
    [one] 1 question is kept and comes back tomorrow.
   *[other] { $kept } questions are kept and come back tomorrow.
}
round-done-nothing-open = Nothing left open.
round-late = Entered after { $day } had ended.
round-help-title = *`/checkin`* is the daily engagement round.
round-help =
    `/checkin` opens the form · `/checkin answered 12 received 14 minutes 15 replied 8` in one line
    `/checkin received 5 answered 4, 2 older`: four of the day's five, and two from earlier days
    `/checkin status` the team's week · `/checkin question Do you ship to Belgium?` keeps a question
    `/checkin questions` lists those that wait · `/checkin answered Q3 link` · `/checkin Q3 to @bob` · `/checkin drop Q3 spam`
    `/checkin voice "Marie Café" influencer on instagram @marie` keeps somebody who moves people · `/checkin voices` lists them
    `/checkin oops P12 "wrong price"` puts a mistake right, openly · `/checkin corrections` lists them
    `/checkin advocate on`: share kits for you, off at any time · `/checkin settings`: when questions are due
    `/checkin away 24/12..2/1` or `/checkin away tomorrow` · `/checkin back`
    `/checkin twice a week`, `/checkin every day` or `/checkin no more rounds`: how often you are asked

status-title = Rounds · { $week }
status-empty = No round was due yet this week.
status-done = done: { $who }
status-open = not yet: { $who }
status-off = off: { $who }
status-sums = Questions: { $counts }
status-sum-received = { $n } received
status-sum-answered = { $n } answered
status-sum-older = { $n ->
    [one] { $n } older one answered
   *[other] { $n } older ones answered
}
status-questions = { $count ->
    [one] *1 question waits for an answer*
   *[other] *{ $count } questions wait for an answer*
}

refusal-round-not-theirs = You are not among those who do the round of this strategy, so you are not asked. `/parution setup` in its channel shows who is.
refusal-round-too-early = That day has not begun yet. `/checkin` opens today's round.
refusal-round-too-late = That round is more than a month old, so it can't be changed any more.
refusal-round-number = { $what } can't be right. Numbers go from 0 to 100,000, minutes up to 1,440.
refusal-round-answered-more = { $answered } answered out of { $received } received doesn't add up. Answers to earlier questions are counted separately: `/checkin received { $received } answered { $received }, { $older } older`
round-questions = Your open questions: tick what is answered
round-questions-more = And { $count } more: /checkin questions
round-checklist = Steps of posts for today: tick what is done
round-checklist-more = And { $count } more, in the agenda and on their posts.
round-steps = Voices whose next step is due: tick what is done
round-steps-more = And { $count } more: /checkin voices
round-fresh = *Live in the last 48 hours: are there comments to answer?*
round-fresh-more = And { $count } more.
round-question-waits = { $question }, { $days ->
    [0] today
    [one] 1 day
   *[other] { $days } days
}
