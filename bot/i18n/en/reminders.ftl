# What reaches people by itself: agenda, due and late posts, round, numbers, gaps, catch-up, notices.

## A post that is due

due-soon = { $post } · { $title } is due on { $platform } { $dated ->
    [yes] on
   *[no] at
 } { $when }, { $minutes ->
    [60] in 1 hour
   *[other] in { $span }
}
due-now = { $post } · { $title } is due on { $platform } now, { $when }
due-snoozed = { $post } · { $title }, as you asked: it is due on { $platform }, { $when }
due-overdue = { $post } · { $title } is late: it was due on { $platform } { $dated ->
    [yes] on
   *[no] at
 } { $when }
due-backup = { $post } · { $title } is still not published: it was due on { $platform }, { $when }, with { $owner }. You are its backup: publish it, move it or hand it over.
due-manager = { $post } · { $title } is still not published: it was due on { $platform }, { $when }, with { $owner }. You manage the strategy: publish it, move it, hand it over or cancel it.
due-lead = { $post } · { $title } is still not published: it was due on { $platform }, { $when }, with { $owner }. Publish it, move it, hand it over or cancel it.
due-asked = { $post } · { $title } has been late for five working days: it was due on { $platform }, { $when }. Drop it, move it, or keep it?
due-live = { $post } · { $title } has been live since { $when }
due-cancelled = { $post } · { $title } is cancelled; there is nothing left to do.
due-moved = { $post } · { $title } has moved: it is due { $when }.
due-undated = { $post } · { $title } has no date any more. You will hear of it when it has one.
due-handed-over = { $post } · { $title } is with { $owner } now.
due-put-off = { $post } · { $title }, next reminder: { $when }.
due-followed = { $post } · { $title } · { $platform }, { $when }
due-missing = Still missing: { $what }.
due-missing-text = the text
due-missing-image-text = the image's alternative text
due-missing-approval = the approval
due-image = Image: { $image }
due-image-text = Alternative text: { $text }
due-outsider = You get this because { $owner } is not in the strategy's channel: { $post } needs somebody else.
due-unreachable = You get this because { $owner } can't be reached here any more: { $post } needs somebody else.
due-stand-in = You get this because { $owner } is away or off today.
due-ownerless = This post has no owner yet: publish it, or hand it over.
due-nobodys = You get this because the post has no owner, and nobody looks after { $strategy } right now.
lead-away = You get this because { $manager }, who looks after { $strategy }, is away or can't be reached.
lead-none = You get this because nobody looks after { $strategy } right now.
due-late = This message is late: it should have reached you { $when }.
due-again = You may have had this already: Slack did not say whether it arrived.
due-open-label = Open { $post }

## The agenda

agenda-title = Good morning! { $day }
agenda-today = { $n ->
    [one] { $n } post today
   *[other] { $n } posts today
}
agenda-overdue = { $n ->
    [one] { $n } late
   *[other] { $n } late
}
agenda-later = { $n ->
    [one] { $n } post on the coming days off
   *[other] { $n } posts on the coming days off
}
morning-waiting = { $n ->
    [one] { $n } waits for you
   *[other] { $n } wait for you
}
morning-waits = Waits for you
morning-late = Late
morning-more-late = { $n ->
    [one] And { $n } more.
   *[other] And { $n } more.
}
morning-asked = { $n ->
    [one] { $posts } has been late for five working days. Drop it, move it, or keep it in your list?
   *[other] { $more ->
        [0] { $posts } have been late for five working days. Drop, move, or keep them in your list?
       *[other] { $posts } and { $more } more have been late for five working days. Drop, move, or keep them in your list?
    }
}
morning-sort-out = Sort out…
morning-silent = late since { $when }, with { $owner }
morning-ownerless = no owner yet
morning-measured = the numbers are in
week-gaps = *To settle this week* · { $strategy }
week-gaps-settled = *To settle this week* · { $strategy } · all done
week-gaps-more = And { $n } more.
week-gaps-button = See the gaps
week-gaps-label = See the gaps of { $strategy }
morning-tomorrow = Next: { $when } · { $title } · { $platform }
lacks-text = no text yet
lacks-picture = the image is missing
lacks-picture-text = the image's alternative text is missing
lacks-approval = not approved yet
lacks-answer = waiting for its review
lack-write = Write…
lack-picture = Complete the image…
lack-review = Ask for review…
agenda-settled = all done
agenda-paused = the calendar is on pause
agenda-settled-round = only today's round is left
agenda-at-today = today { $clock }
agenda-overdue-since = late since { $when }
agenda-off = { $when }, a day off
agenda-live = live since { $when }
agenda-moved = moved to { $when }
agenda-undated = no date any more
agenda-stands-in = you stand in for { $owner }
agenda-handed-over = now with { $owner }
agenda-more = { $n ->
    [one] And { $n } more: `/post list`.
   *[other] And { $n } more: `/post list`.
}
agenda-round = Today's round takes five minutes.
agenda-round-done = Today's round is done.
agenda-do-round = Do my round

## The round

invite-title = Time for today's round
invite-text = Five minutes for { $strategy }: answer questions and comments, then write down what you did.
invite-questions = { $n ->
    [one] { $n } question is still waiting for your answer.
   *[other] { $n } questions are still waiting for your answer.
}
invite-open = Do my round
invite-change = Change…
invite-done = Round of { $day } done at { $clock }
invite-over = Round of { $day }: nothing was noted.
invite-away = Your day off is noted; there is no round today.
round-asked = Three rounds of { $strategy } went by. Is it still useful to be asked? Until you choose, I won't ask again.
round-rhythm-daily = Every working day
round-rhythm-twice = Twice a week
round-rhythm-off = Not any more
round-said-daily = You are asked for your round every working day.
round-said-twice = You are asked for your round on { $days }.
round-said-off = You are not asked for your round any more. Turn it on again in the settings of the Home tab.

## Numbers that are missing

measure-title = { $post } · { $title } has been live on { $platform } since { $when }, and its numbers are missing
measure-why = A minute now, and the weekly digest is complete.
measure-instead = You are asked because { $owner } doesn't get this reminder.
measure-done = The numbers of { $post } · { $title } are in.

## Posts without an owner

unowned-title = { $n ->
    [one] { $n } post of { $strategy } is due within a week and has no owner
   *[other] { $n } posts of { $strategy } are due within a week and have no owner
}
unowned-settled = Every post of { $strategy } that is due within a week has an owner now.
unowned-row-settled = with { $owner }
unowned-assign-label = Hand { $post } over

## After a silence

catch-up-title = While I was away ({ $from } – { $to })
catch-up-posts = { $n ->
    [one] { $n } post came due
   *[other] { $n } posts came due
}
catch-up-late = { $n ->
    [one] { $n } post was already late
   *[other] { $n } posts were already late
}
catch-up-undated = { $n ->
    [one] { $n } post has no date
   *[other] { $n } posts have no date
}
catch-up-settled = all of it is settled
catch-up-coming = { $n ->
    [one] { $n } post is still to come
   *[other] { $n } posts are still to come
}
catch-up-steps = { $n ->
    [one] { $n } step was to be done
   *[other] { $n } steps were to be done
}
catch-up-rounds = { $n ->
    [one] { $n } round got no invitation
   *[other] { $n } rounds got no invitation
}
catch-up-measures = { $n ->
    [one] the numbers of { $n } post were not asked for
   *[other] the numbers of { $n } posts were not asked for
}
catch-up-once = { $what }. Here they are, once.
catch-up-rounds-of = Rounds that got no invitation: { $days }. What was done can still be told with `/checkin`.
catch-up-measure = the numbers are missing

## Messages that could not be delivered

notice-title = A message could not be delivered
notice-member-gone = I cannot write to { $who }: { $why }. What they owe would be missed, so hand their posts over: `/post list { $who }` shows them.
notice-why-inactive = the account is deactivated
notice-why-unknown = Slack does not know the account in this workspace
notice-why-closed = Slack does not let me open a conversation with them
notice-what-thread = Message about a post
notice-channel-archived = { $what }: not posted, { $channel } is archived. Unarchive it, or give the strategy another channel with `/parution setup`.
notice-channel-not-in = { $what }: not posted, I am not a member of { $channel }. Type `/invite @Parution` there.
notice-channel-gone = { $what }: not posted, I cannot see { $channel } any more. Invite me there, or give the strategy another channel with `/parution setup`.
notice-unreadable = { $what }: it may not have arrived in { $channel }. Slack did not confirm it, and I cannot read there. Have a look; if it is missing, `/kpi digest` posts it.
notice-expired = { $what }: not posted in time in { $channel }. `/kpi digest` shows it.
notice-other = The message “{ $what }” to { $who } was refused by Slack ({ $code }). If it happens again, run `parution doctor`.

day-line = { $day }: { $said }
day-line-rounds = { $count ->
    [one] 1 round done
   *[other] { $count } rounds done
}
day-line-added = { $count ->
    [one] 1 post added ({ $posts })
   *[other] { $count } posts added ({ $posts })
}
day-line-moved = { $count ->
    [one] 1 moved ({ $posts })
   *[other] { $count } moved ({ $posts })
}
day-line-live = { $count ->
    [one] 1 live ({ $posts })
   *[other] { $count } live ({ $posts })
}
day-line-nothing = what was done was taken back
