# /kpi: the numbers of now, logging counts, targets, what did best.

kpi-now-title = { $week } so far · { $name }
kpi-week-title = { $week } · { $name }
kpi-now-text = { $title }: { $posts ->
    [0] nothing published yet
    [one] { $posts } post published, { $engagements ->
        [one] { $engagements } engagement
       *[other] { $engagements } engagements
    }
   *[other] { $posts } posts published, { $engagements ->
        [one] { $engagements } engagement
       *[other] { $engagements } engagements
    }
}
kpi-now-unmeasured = { $title }: { $posts ->
    [one] { $posts } post published, no numbers yet
   *[other] { $posts } posts published, no numbers yet
}
kpi-platform-title = { $week } · { $name } · { $platform }
kpi-nothing-yet = Nothing was published yet.
kpi-no-numbers = Numbers are missing for { $count ->
    [one] one post:
   *[other] { $count } posts:
}
kpi-lacking = { $count ->
    [one] One post lacks a number that a target needs:
   *[other] { $count } posts lack a number that a target needs:
}
kpi-lacking-post = { $post } · { $counts }
kpi-all-in = Every post of the last weeks has its numbers.
kpi-missing-post = *{ $post }* · { $platform } · { $at }
kpi-missing-more = … and { $more } more.
kpi-button-last-week = Last week's digest
kpi-button-best = What did best
kpi-button-now = Numbers of now

## Logging

kpi-log-title = Numbers of { $post }
kpi-log-about = *{ $post }* · { $platform } · { $at }
kpi-log-hint = As the platform shows them now. Leave empty what you do not know: empty is unknown, 0 is zero.
kpi-log-earlier = Added { $at }: { $counts }
kpi-log-not-heard = I couldn't make sense of “{ $what }”. The rest is in the form.
kpi-log-engagements-hint = The platform's own total, if it gives one. Otherwise it is summed from the parts.
kpi-log-spend-hint = In { $currency }, the currency of the plan.
kpi-count = { $name } { $value }
kpi-count-changed = { $name } { $now } (was { $before })
kpi-unknown = unknown
kpi-logged = Numbers of *{ $post }* saved: { $changes }
kpi-logged-text = Numbers of { $post } saved: { $changes }
kpi-logged-same = The numbers of *{ $post }* are these already: { $changes }
kpi-logged-rate = Engagement by reach: { $rate } ({ $engagements } of { $reach })
kpi-advice-reach = Reach is higher than impressions. Some platforms count it so; if not, change it.
kpi-advice-clicks = There are more clicks than impressions. If that is a slip, change it.
kpi-advice-engagements = There are more engagements than impressions. If that is a slip, change it.
kpi-taken-back = Undone: the last numbers of { $post } are removed. { $counts }
kpi-stands = What counts now: { $counts }
kpi-nothing-stands = No numbers are known.
kpi-button-change = Change…
kpi-error-number = A whole number, 0 or more, or nothing
kpi-error-money = An amount, 0 or more, or nothing
kpi-error-huge = Above a trillion: check it

## Targets

kpi-target-set = Target: { $kpi } { $target } a week. It is in the first line of the digest.
kpi-target-set-most = Target: { $kpi } at most { $target }, every week. It is in the first line of the digest.
kpi-target-objective = Better results
kpi-target-how = Write a KPI and what it should reach in a week, like `/kpi target engagement rate 2.5%` or `/kpi target engagements 500`.
kpi-target-known = KPIs: { $kpis }.
kpi-target-missing-value = What should { $kpi } reach in a week? Write it like `/kpi target { $example }`.
kpi-target-missing-most = { $kpi }: how much at most in a week? Write it like `/kpi target { $example }`.
kpi-target-rate-or-count = { $rate } of those reached? Then write `/kpi target { $kpi } { $rate }`. Interactions are counted whole, like `/kpi target engagements 500`.
kpi-target-rate-example = { $kpi } 2.5%
kpi-target-time-example = { $kpi } 2 h
kpi-target-few-example = { $kpi } 3
kpi-target-plain-example = { $kpi } 500

## What did best

kpi-best-title = What did best in the last half year · { $name }
kpi-best-text = { $title }: { $count ->
    [0] no comparison yet
    [one] { $count } post compared with its kind
   *[other] { $count } posts compared with their kind
}
kpi-best-top = Did best
kpi-best-bottom = Did least
kpi-best-compared = { $compared } of { $of } posts could be compared with the median of their platform and kind. n is the number of those others.
kpi-best-kinds-none = Between kinds of posts there is no difference that could not be chance.

## Importing, help

kpi-import = Send me the platform's export (CSV) in a direct message. I show what it would change, and write only when you confirm.
kpi-help-title = `/kpi`: what the posts achieved
kpi-help = `/kpi`: the numbers of now
    `/kpi log P12 reach 1200 likes 30`: keep a post's counts (`/kpi log P12` opens the form)
    `/kpi digest last week`: a week's digest
    `/kpi target engagement rate 2.5%`: what a KPI should reach in a week
    `/kpi best instagram`: what did best, and least
    `/kpi care`: how customers' questions were answered, by week
    `/kpi import`: how to bring in a platform's export
kpi-which-post = Which post? Write its number, like `/kpi log P12 reach 1200`.

## Sequels

kpi-sequel-title = Sequel to { $title }
kpi-sequel-intro = { $post } did well. What is the new angle? The same again rarely does as well.

## Refusals

refusal-kpi-not-published = { $post } is not published yet, so it has no numbers. `/post done { $post }` with the link says that it is live.
refusal-kpi-count-negative = A count cannot be below zero. Leave out what you do not know.
refusal-kpi-count-huge = One of these counts is above a trillion. Check it and send it again.
refusal-kpi-undo-too-late = That was more than ten minutes ago. `/kpi log` with the right numbers puts new ones in their place.
refusal-kpi-target-unlikely = A target has to be above zero, and a rate at most 100%. Write it like `/kpi target engagement rate 2.5%`.
refusal-digest-manager = Only { $manager } can post the digest in the channel: it speaks for the whole team. Ask them, or read it here with `/kpi digest`.
refusal-digest-manager-nobody = The digest in the channel speaks for the whole team. Ask { $manager } to post it, or read it here with `/kpi digest`.
refusal-digest-unfinished = Week { $week } is not over yet. The channel gets its digest when it is.
