# Step 1: what the strategy is for.

objective-help =
    `/objective` shows the objectives · `/objective engagement "More participants this spring" until 2027-05-31` begins a new one
    `/objective edit O1` · `/objective close O1 We reached 4.1%, contests did it`
    `/objective undo` undoes what you did last, for up to ten minutes
help-objective = *`/objective`* what the strategy is for
    `/objective engagement "More participants this spring"` · `/objective close O1 …`

objective-heading = Objectives
objective-title = { $count ->
    [0] *{ $name }* has no open objective. Everything follows from one: platforms, KPIs, effort.
    [one] *{ $name }* has 1 objective.
   *[other] *{ $name }* has { $count } objectives.
}
objective-new = Set an objective…
objective-all = All objectives
objective-close = Close…
objective-reopen = Reopen
objective-edit-result = Edit the result…
objective-which-edit = Several objectives are open. Which one do you want to change?
objective-which-close = Several objectives are open. Which one do you want to close?
objective-which-reopen = Several objectives are closed. Which one do you want to reopen?
objective-none-open = No objective is open.
objective-none-closed = No objective is closed.
objective-instead = These are closed:
objective-until = until { $day }
objective-hours = { $hours } h a week
objective-budget = budget { $budget }
objective-targets = Targets a week: { $targets }
objective-closed = Closed on { $day }: { $result }
objective-closed-by = Closed on { $day } by { $who }: { $result }
objective-saved = *Saved.* Posts serve it from now on, and the digest measures against it.
objective-saved-closed = *Saved.* The objective stays closed.
objective-closed-said = *Closed.* The result stays on record.
objective-reopened-said = *{ $objective } is open again.*
objective-undone = *{ $objective } is as it was before.*
objective-undone-new = *Undone:* { $objective } no longer exists.

objective-form = Objective
objective-no-deadline = I couldn't make out a deadline in *{ $what }*. The words are still in the sentence; choose the day below.
objective-step-one = Step 1 of 2 · what for, and with what
objective-step-two = Step 2 of 2 · where, and how you will see it
objective-kind = What kind of objective is it?
objective-statement = In one sentence: what should be true by then?
objective-statement-hint = Like “More participants in our contests this spring”.
objective-deadline = By when
objective-hours-field = Hours a week it may take
objective-budget-field = Budget over its whole life ({ $currency })
objective-platforms = Platforms
objective-platforms-hint = To consider first for this kind: { $platforms }. Fewer, done well, beat all of them. There is no general evidence for a best one: your own numbers will tell.
objective-target = Target a week: { $kpi }
objective-target-percent = Target a week, in percent: { $kpi }
objective-target-hours = Target a week, in hours: { $kpi }
objective-other-kpi = Another KPI
objective-other-value = Its target a week
objective-other-hint = Rates in percent: 2.5 means 2.5%. Times in hours: 1.5 means 1 h 30.
objective-other-unsaid = Say which KPI this target is for, or leave both empty.
objective-other-unvalued = Say what this KPI should reach, or leave both empty.
objective-effort = { $posts ->
    [0] { $hours } h a week is enough for the daily round, not for posts. Plan more time, or fewer rounds.
    [one] { $hours } h a week leaves room for about 1 post a week, after the daily rounds (an hour and a half a post; change it as you learn).
   *[other] { $hours } h a week leaves room for about { $posts } posts a week, after the daily rounds (an hour and a half a post; change it as you learn).
}
objective-close-title = Close the objective
objective-result-title = Result
objective-result-instead = What you save takes the place of this result.
objective-numbers = { $has_day ->
    [true] Since { $day }
   *[false] So far
}: { $posts ->
    [0] no post that serves it was published
    [one] { $posts } post that serves it, { $known } with numbers
   *[other] { $posts } posts that serve it, { $known } with numbers
}
objective-number = { $kpi } { $value }
objective-number-average = { $value } a week
objective-number-target-most = target { $target } at most a week
objective-number-target = target { $target } a week
objective-number-weeks = { $judged ->
    [one] reached in { $met } of { $judged } week
   *[other] reached in { $met } of { $judged } weeks
}
objective-number-hidden = { $kpi }: too few posts for a rate, { $n } measured; it takes { $fewest }
objective-number-none = { $kpi }: no numbers
objective-number-spent = spent { $spent }
objective-number-budget = spent { $spent } (budget { $budget })
objective-number-unspent = spent: nothing was written down (budget { $budget })
objective-result = How did it go? With the numbers.

objective-awareness-long = Awareness: be known
objective-engagement-long = Engagement: talk with people
objective-traffic-long = Traffic: bring people to the site
objective-sales-long = Sales
objective-recruiting-long = Recruiting
objective-care-long = Customer care: answer well
objective-awareness-why = *Awareness* shows in reach and in how often people pass things on, not in followers.
objective-engagement-why = *Engagement* shows in the rate by reach, in comments and in participants, not in followers.
objective-traffic-why = *Traffic* shows in clicks, and in how many who see a post click.
objective-sales-why = *Sales* show in conversions and in what one costs.
objective-recruiting-why = *Recruiting* shows in applications, and in colleagues who share.
objective-care-why = *Customer care* shows in how many questions get an answer, and how soon.

refusal-objective-not-found = There is no objective { $what }. `/objective` shows them with their numbers.
refusal-objective-statement = Say in 1 to { $limit } characters what should be true by then.
refusal-objective-deadline = That day is over. Choose one ahead, or leave it empty.
refusal-objective-resources = Hours a week and budget are numbers from 0 on. Leave empty what you don't know.
refusal-objective-closed-since = It was closed meanwhile. Open it again to see with which result.
refusal-objective-undo-gone = There is nothing of yours to undo: you changed no such objective in the last ten minutes. `/objective` shows them.
refusal-objective-undo-served = { $objective } can't be undone any more: posts serve it by now. Edit it, or close it: `/objective close { $objective }`.
refusal-objective-many = At most { $limit } open objectives: close one first.
