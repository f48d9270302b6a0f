# What others did to my posts.

reminder-change = What others change, if urgent
reminder-change-line = What others change, in the morning
changes-title = { $count ->
    [one] What changed on a post that concerns you
   *[other] What changed on { $count } posts that concern you
}
changes-got-title = { $count ->
    [one] 1 post is yours now
   *[other] { $count } posts are yours now
}
morning-changed = Changed by others
changes-more = { $count ->
    [one] and 1 more post
   *[other] and { $count } more posts
}
change-named = { $name }: { $said }
change-got = it is yours now: { $platform }, { $when }, from { $by }
change-lost = { $by } gave it to { $owner }
change-unowned = { $by } left it without an owner
change-moved = { $by } moved it from { $from } to { $when }
change-dated = { $by } gave it a day: { $when }
change-undated = { $by } removed its day
change-rewritten = { $by } changed { $fields }
change-its-text = its text
change-cancelled = { $by } cancelled it
change-cancelled-why = { $by } cancelled it: “{ $why }”
change-reopened = { $by } reopened it: { $platform }, { $when }
change-approved = { $by } approved it: { $platform }, { $when }
change-sent-back = { $by } asked for a change: { $platform }, { $when }
change-noted = { $by } noted: “{ $notes }”
change-published = { $by } published it
change-published-at = { $by } published it: { $link }
change-objective = { $by } made it serve “{ $objective }”
change-aimless = { $by } removed its objective
change-platform = { $by } put it on { $platform } instead of { $from }; its text may need another look
change-undone = { $said } (undone since)

live-edited = { $by } changed { $fields } at { $clock }
live-approved = { $by } approved it at { $clock }
live-changes-asked = { $by } asked for a change at { $clock }
live-cancelled = { $by } cancelled it at { $clock }
live-published = { $by } published it at { $clock }
live-moved = { $by } moved it at { $clock }
live-assigned = { $by } handed it over at { $clock }
live-reopened = { $by } reopened it at { $clock }
