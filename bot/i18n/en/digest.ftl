# The weekly digest. $posts, $platform, $kind, $value … are words already, in the reader's language.

digest-title = { $week } · { $name }
digest-empty-overdue = { $count ->
    [one] One older post is still late.
   *[other] { $count } older posts are still late.
}
digest-empty = { $week } · { $name }: nothing was published or planned.

## The three lines

digest-target-met = Target reached: { $kpi } { $value } (target { $target }), { $rest }
digest-target-below = Target: { $kpi } { $value } (target { $target }), { $rest }
digest-target-value = { $kpi } { $value } (target { $target })
digest-target-of = { $line } · { $id } { $objective }
digest-target-hidden = Target: { $kpi } { $target }. Too few posts for a rate: { $n } measured in the last { $weeks ->
    [4] four
   *[other] { $weeks }
} weeks; it takes { $fewest }
digest-target-unknown = Target: { $kpi } { $target }. No numbers yet ({ $known })
digest-target-not-yet = Target: { $kpi } { $target }. Not known yet: { $known }
digest-target-nothing = Target: { $kpi } { $target }. Nothing to measure: { $known }
digest-four-weeks = last { $weeks ->
    [4] four
   *[other] { $weeks }
} weeks
digest-pace-on = on pace ({ $of ->
    [time] { $share } of the week is over
   *[posts] { $share } of the week's posts are out or have come due
})
digest-pace-behind = { $posts ->
    [one] about one post's worth behind
   *[other] about { $posts } posts' worth behind
} ({ $of ->
    [time] { $share } of the week is over
   *[posts] { $share } of the week's posts are out or have come due
})
digest-pace-behind-plain = { $short } behind ({ $of ->
    [time] { $share } of the week is over
   *[posts] { $share } of the week's posts are out or have come due
})
digest-pace-short = { $posts ->
    [one] about one post's worth short
   *[other] about { $posts } posts' worth short
}
digest-pace-short-plain = { $short } short
digest-pace-nearly = short by less than a post's worth
digest-target-none = No target is set. `/kpi target engagement rate 2.5%` sets one
digest-known-posts = { $of ->
    [one] { $n } of { $of } post measured
   *[other] { $n } of { $of } posts measured
}
digest-known-counts = { $of ->
    [one] { $counts } known of { $n } of { $of } post
   *[other] { $counts } known of { $n } of { $of } posts
}
digest-known-no-post = no post was published
digest-known-no-contest = no contest was published
digest-known-no-kit = no share kit was made
digest-known-kits = { $n ->
    [one] from one post with a share kit
   *[other] from { $n } posts with a share kit
}
digest-known-no-question = no question was kept
digest-known-times = { $n ->
    [one] of one question, in working hours
   *[other] half of { $n } questions, in working hours
 }
digest-known-half-open = { $n ->
    [one] the one question is not answered yet
   *[other] fewer than half of the { $n } questions are answered
 }
digest-known-any-age = whenever they were asked
digest-known-no-round = no round was done
digest-known-contests = { $of ->
    [one] { $n } of { $of } contest measured
   *[other] { $n } of { $of } contests measured
}
digest-known-done = { $n ->
    [one] from the one round that was done
   *[other] from the { $n } rounds that were done
}
digest-known-kept = { $n ->
    [one] from one question that was kept
   *[other] from { $n } questions that were kept
}
digest-known-kept-and = { $kept }, and { $rounds }
digest-known-done-partly = from { $n } of the { $of } rounds that were done
digest-against = Engagements: { $now }, { $change } on the week before ({ $before })
digest-against-new = Engagements: { $now }, new: the week before had none
digest-against-none = Engagements: none, like the week before
digest-against-before-unknown = Engagements: { $now }. The numbers of the week before are unknown
digest-against-unknown = Engagements: no numbers yet ({ $before } the week before)
digest-against-nothing = Engagements: none, nothing was published ({ $before } the week before)
digest-against-nothing-again = Engagements: none, nothing was published, as in the week before
digest-so-far = Engagements so far: { $now } ({ $before } in the whole week before)
digest-against-partly = Engagements: { $now } ({ $before } the week before)
digest-partly = only { $now } of { $posts } posts measured
digest-partly-before = the week before: { $now } of { $posts } measured

digest-decide-missed = { $planned ->
    [one] To decide: the one planned post did not go out. Who has time this week?
   *[other] To decide: { $missed } of { $planned } planned posts did not go out. Who has time this week?
}
digest-decide-missed-and-round = { $planned ->
    [one] To decide: the one planned post did not go out, and nobody did a round. Who has time this week?
   *[other] To decide: { $missed } of { $planned } planned posts did not go out, and nobody did a round. Who has time this week?
}
digest-decide-overdue = { $count ->
    [one] To decide: one older post is still late. Publish it, move it, or cancel it?
   *[other] To decide: { $count } older posts are still late. Publish them, move them, or cancel them?
}
digest-decide-owners = { $count ->
    [one] To decide: who takes the post of week { $week } that has no owner?
   *[other] To decide: who takes the { $count } posts of week { $week } that have no owner?
}
digest-decide-texts = { $count ->
    [one] To decide: who writes the post of week { $week } that has no text yet?
   *[other] To decide: who writes the { $count } posts of week { $week } that have no text yet?
}
digest-decide-gaps = To decide: { $unowned ->
    [one] one post of week { $week } has no owner
   *[other] { $unowned } posts of week { $week } have no owner
}, { $textless ->
    [one] one has no text yet
   *[other] { $textless } have no text yet
}. Who takes what?
digest-decide-round = To decide: nobody did a round in week { $week }. Who has five minutes a day?
digest-decide-questions = { $count ->
    [one] To decide: “{ $question }” has waited since { $since }. Who answers?
   *[other] To decide: { $count } questions have waited for days, “{ $question }” since { $since }. Who answers?
}
digest-decide-missing = { $count ->
    [one] To decide: who adds the numbers of { $count } post?
   *[other] To decide: who adds the numbers of { $count } posts?
}
digest-decide-missing-older = To decide: who adds the numbers of { $count } posts? { $older ->
    [one] One is of an earlier week
   *[other] { $older } are of earlier weeks
}
digest-decide-missing-before = { $count ->
    [one] To decide: who adds the numbers of { $count } post of an earlier week?
   *[other] To decide: who adds the numbers of { $count } posts of earlier weeks?
}
digest-decide-pace = To decide: { $where }. What do we do differently this week?
digest-decide-pace-sequel = To decide: { $where }. { $sequel }: plan a sequel?
digest-decide-empty = To decide: nothing is planned for week { $week } yet. What goes out first?
digest-decide-empty-sequel = To decide: nothing is planned for week { $week } yet. { $sequel }: begin with a sequel?
digest-decide-sequel = To decide: { $sequel }. Plan a sequel?
digest-sequel = { $post } had { $value }, the median of { $peers } is { $median } (n = { $n })
digest-decide-kind = To decide: on { $platform }, posts of the kind “{ $kind }” do better than the others (median { $median }, n = { $n }, against { $other }, n = { $others }). Plan another, after { $post }?
digest-decide-none = Nothing to decide: every post of week { $week } has an owner and a text, the numbers are in, and no question has been waiting for days
digest-decided-later = Not now, says { $who }

## Chart and table

digest-chart = Engagements by day of publishing
digest-chart-this = Week { $number }
digest-chart-alt = Bar chart. Engagements by day of publishing, week { $week } and in brackets week { $before }: { $days }.
digest-chart-alt-day = { $day } { $now } ({ $before })
digest-chart-unknown = No numbers yet for { $days }: the chart shows nothing there, which is not zero.
digest-no-numbers = no numbers
digest-column-platform = Platform
digest-column-posts = Posts
digest-column-reach = Reach
digest-column-engagements = Engagements
digest-column-rate = Rate by reach
digest-column-change = Change
digest-all = All
digest-too-few = too few
digest-too-few-note = A rate is shown from { $fewest } measured posts on; with fewer, the first line pools four weeks. Change: engagements against the week before.
digest-new = new
digest-part = { $value } ({ $n } of { $of })
digest-row = { $platform }: { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
}, reach { $reach }, engagements { $engagements }, rate { $rate }, change { $change }

## The rest

digest-worked = Worked
digest-failed = Did less well
digest-standing = { $post }: { $value }, median { $median } (n = { $n }, { $peers })
digest-peers-kind = { $kind } on { $platform }
digest-peers-platform = all kinds on { $platform }
digest-basis-engagement_rate_by_reach = { $value } engagement by reach
digest-basis-engagement_rate_by_impressions = { $value } engagement by impressions
digest-basis-engagements = { $n ->
    [one] { $value } engagement
   *[other] { $value } engagements
}
digest-no-standing = No comparison yet: it takes { $fewest } other measured posts of the same platform.
digest-finding-better = On { $platform }, posts of the kind “{ $kind }” do better than the others: median { $median } (n = { $n }) against { $other } (n = { $others })
digest-finding-worse = On { $platform }, posts of the kind “{ $kind }” do worse than the others: median { $median } (n = { $n }) against { $other } (n = { $others })
digest-discipline = On schedule: { $on } of { $planned } on time, { $late } late, { $missed } missed
digest-discipline-waiting = { $waiting } still to come
digest-discipline-older = { $older ->
    [one] one older post still late
   *[other] { $older } older posts still late
}
digest-discipline-none = On schedule: nothing was planned
digest-round = Rounds: { $done } of { $days } done
digest-round-unasked = { $count } more that nobody was asked for
digest-round-questions = { $answered } of { $received ->
    [one] { $received } question
   *[other] { $received } questions
} answered
digest-round-older = { $older ->
    [one] { $older } older one too
   *[other] { $older } older ones too
}
digest-round-mixed = { $rounds ->
    [one] one round mixed in older questions ({ $answered } answered, { $received } received) and is left out of the rates
   *[other] { $rounds } rounds mixed in older questions ({ $answered } answered, { $received } received) and are left out of the rates
}
digest-round-minutes = { $spent } spent
digest-round-none = Rounds: nobody is on the round yet
digest-coming = { $posts ->
    [0] Week { $week }: no posts planned
    [one] Week { $week }: { $posts } post
   *[other] Week { $week }: { $posts } posts
}
digest-coming-unowned = { $unowned } without owner
digest-coming-textless = { $textless } without text yet
digest-missing = Numbers missing for { $posts }
digest-missing-before = Of earlier weeks: { $posts }
digest-lacking = What a target needs is missing: { $posts }
digest-lacking-of = { $post } ({ $counts })
digest-missing-of = { $posts } ({ $who })
digest-missing-more = { $posts } and { $more } more
digest-nobody = no owner
digest-summed = Where a platform gives no total, engagements are the sum of { $parts }.
digest-late = Numbers added after this was sent are in ({ $at }).

## The thread

digest-thread-title = { $week }: the details
digest-thread-text = { $week }: { $posts ->
    [0] no posts went out
    [one] { $posts } post with its numbers
   *[other] { $posts } posts with their numbers
}, and how each figure was made
digest-thread-more = { $more ->
    [one] { $more } more post is in the digest of the command line.
   *[other] { $more } more posts are in the digest of the command line.
}
digest-column-post = Post
digest-heard = What people told us
digest-heard-voices = { $day } · worth noticing: { $text }
digest-heard-learned = { $day } · learned: { $text }
digest-corrections = Mistakes: { $said }
digest-corrected = { $n ->
    [one] 1 put right within { $span }
   *[other] { $n } put right, half within { $span } (n = { $n })
}
digest-uncorrected = { $count ->
    [one] 1 still open
   *[other] { $count } still open
}
digest-heard-mistake = learned from a mistake: { $text }
digest-heard-more = { $more ->
    [one] One more was written down in the rounds.
   *[other] { $more } more were written down in the rounds.
}
digest-how = How the figures are made
digest-how-rate = { $kpi }: { $above } ÷ { $below } = { $value } ({ $known })
digest-how-sum = { $kpi }: { $value } ({ $known })
digest-how-hidden = { $kpi }: { $above } ÷ { $below }, not shown as a rate below { $fewest } posts ({ $known })
digest-how-unknown = { $kpi }: unknown ({ $known })
digest-how-older = { $older ->
    [one] Of the rounds, the response rate counts questions answered the day they came in; one answered later is not in it.
   *[other] Of the rounds, the response rate counts questions answered the day they came in; { $older } answered later are not in it.
}
digest-own-totals = { $count ->
    [one] The engagements of { $posts } are the platform's own total, which can count more than the sum of the columns.
   *[other] The engagements of { $posts } are the platform's own totals, which can count more than the sum of the columns.
}
digest-how-pooled = Rates pool all posts: the sums are divided, never the rates averaged. An unknown number is left out, not counted as zero. The posts are those published in the week, in the time zone of { $place }.
digest-how-peers = Worked, or did less well: the post beat, or was beaten by, at least three quarters of the other posts of its platform and kind in the last { $weeks } weeks; of all kinds where those are fewer than { $fewest }.
digest-how-kinds = Kinds of posts are compared by rank (Mann–Whitney, corrected by Holm) and only stated below { $alpha }.

## Buttons and their answers

digest-button-ask = Ask again
digest-button-gaps = See the gaps
digest-button-write = Write…
digest-button-sort = Sort out…
digest-button-week = See the week
digest-button-answer = Answer…
digest-button-questions = All questions
digest-button-add-numbers = Add numbers…
digest-button-sequel = Plan a sequel…
digest-button-later = Not now
digest-button-details = Details
digest-button-post = Post it in the channel
digest-asked = { $count ->
    [0] Nobody to ask: no numbers are missing any more.
    [one] Asked { $who }: their next morning message lists the posts.
   *[other] Asked { $who }: their next morning messages list the posts.
}
digest-asked-already = { $who } was asked today already. The numbers: { $posts }.
digest-asked-nobody = Nobody could be asked about { $posts }: whoever has them can't get my messages. Add the numbers yourself: `/kpi` lists them.
digest-gaps-title = Week { $week }: posts without owner or text
digest-gaps-none = Every post of week { $week } has its owner and its text.
digest-gaps-nothing = No posts are planned for week { $week }.
digest-gap = { $post } · { $platform } · { $due } · { $lacks }
digest-gap-owner = no owner
digest-gap-text = no text yet
digest-posted = The digest of week { $week } goes to { $channel }.
digest-posted-already = The digest of week { $week } is in { $channel } already; it shows the newest numbers.
