# Posts: cards, lists, forms and what is said after each action.

post-named = { $post } · { $title } ({ $platform })
post-in-short = { $name }: { $state }, { $when }.
post-undated = no date yet
post-unowned = nobody yet
post-late = { $state }, late by { $span }
post-no-text = No text yet.
post-text-cut = { $rest ->
    [one] One more character does not fit here.
   *[other] { $rest } more characters do not fit here.
} `/post export` gives you the whole text.
post-image = Image: { $image }
post-image-text = Alternative text: { $text }
post-image-mute = The image has no alternative text yet.
post-theme = Theme: { $theme }
post-labels = Labels: { $labels }
post-notes = Notes (never published): { $notes }
post-same-link = The same link is on { $posts }. Is one of them wrong?
post-numbers = Numbers of { $moment }: { $counts }

post-field-state = State
post-field-due = Due
post-field-live = Published
post-field-platform = Platform
post-field-owner = Owner
post-field-length = Length
post-field-objective = Serves
post-field-link = Link

post-length = { $used } of { $limit } characters, { $left } left
post-length-over = { $used } of { $limit } { $unit ->
    [byte] bytes
   *[character] characters
}, { $left } too many
post-length-title = Title: { $said }
post-length-free = { $used ->
    [one] { $used } character
   *[other] { $used } characters
}

## Buttons

post-button-reopen = Reopen
post-button-cancel = Cancel the post…
post-button-mine = My posts
post-button-all = All posts
post-button-unowned = Without an owner
post-later = Remind me later…
post-later-1h = In 1 hour
post-later-3h = In 3 hours
post-later-morning = Tomorrow at { $clock }

post-cancel-title = Cancel this post?
post-cancel-text = { $post } ({ $title }) will leave the calendar, and nobody will be reminded of it any more. You can undo this for ten minutes and reopen it at any time.
post-cancel-yes = Cancel the post
post-cancel-short = Drop the post
post-cancel-no = Keep it
post-drop-title = Drop { $post }?
post-drop-text = Nobody will be reminded of { $post } ({ $title }) any more. You can undo this for ten minutes, and take it up again at any time.
post-drop-way = What to do with it
post-drop-cancel = Cancel it
post-drop-idea = Back to the ideas, without a day
post-drop-reason = Why
post-said-idea-again = { $post } is back among the ideas.
late-title = Late posts
late-intro = { $n ->
    [one] { $n } post is late. Mark it as published, move it or drop it.
   *[other] { $n } posts are late, the newest first. Mark each as published, move it or drop it.
}
late-none = Nothing of yours is late.
late-with = with { $owner }
late-older = That message is of { $day }. This is what is late now.
late-said-kept = *{ $post } stays in your list.* It is not asked about again.
button-keep-late = Keep

## What was just done

post-said-added = *{ $post } is added.*
post-said-saved = *{ $post } is saved.*
post-said-live = *{ $post } has been live since { $moment }.*
post-said-live-kept = *{ $post } has been live since { $moment }*, and that stays: { $typed } is not taken. To change it, undo, then say again when it went live.
post-said-first-platform = No platform was named, so it is for { $platform }, the first one of the plan. Edit it to choose another.
post-said-live-already = *{ $post } is live already.*
post-said-moved = *{ $post } is moved to { $when }.*
post-said-assigned = *{ $post } is { $member }'s now.*
post-said-cancelled = *{ $post } is cancelled.* Nobody is reminded of it any more.
post-said-reopened = *{ $post } is open again.*
post-said-kept = *{ $post } stays as it is.*
post-said-snoozed = *{ $post }, next reminder:* { $moment }.
post-said-undone = *Undone on { $post }:* { $what }.
post-said-state = *{ $post } is { $state } now.*

## History

history-none = Nothing has happened to it yet.
history-older = { $count ->
    [one] and one earlier change
   *[other] and { $count } earlier changes
}
history-with = { $what }: { $note }
history-moved-from = { $what }, was { $moment }
history-assigned-to = { $what } to { $member }
history-added = added
history-edited = edited
history-moved = moved
history-assigned = handed over
history-published = published
history-cancelled = cancelled
post-said-asked = *{ $post } answers this.* Asked for { $count ->
    [one] once
   *[other] { $count } times
} so far.
post-asked-for = Customers asked for it { $count ->
    [one] once
   *[other] { $count } times
}
history-asked = asked for again
history-reopened = reopened
history-snoozed = put off
history-undone = undone
history-imported = imported
history-in_review = review asked for
history-approved = approved
history-changed = changed

## Lists

post-list-modal = Posts
post-list-mine = My posts
post-list-all = All posts
post-list-overdue = Late posts
post-list-unowned = Posts without an owner
post-list-ideas = Ideas
post-list-owner = of { $member }
post-list-days = { $first } to { $last }
post-list-range = { $first }–{ $last } of { $total }
post-list-first = { $list }: { $posts }
post-list-none = none
post-list-in-short = { $title } ({ $range })
post-list-empty = No post matches. Add one, or look at all of them.
post-list-missed = I left out what I couldn't make sense of: { $what }.
post-list-which = “{ $what }” can be { $people }. Write the whole name to see theirs.

post-overview-title = My posts
post-overview-late = *Late* · { $count ->
    [one] one post
   *[other] { $count } posts
}
post-overview-today = *Today* · { $count ->
    [one] one post
   *[other] { $count } posts
}
post-overview-next = *Next* · { $count ->
    [one] one post
   *[other] { $count } posts
}
post-overview-undated = *Without a date* · { $count ->
    [one] one post
   *[other] { $count } posts
}
post-overview-more = and { $rest } more
post-overview-empty = You have no open post. Add one, or see what the others are working on.
post-overview-empty-here = You have no open post in this strategy. Add one, or see what the others are working on.
post-overview-short = My posts: { $late } late, { $today } today, { $total } open in all.
post-overview-others = { $count ->
    [one] One open post is somebody else's
   *[other] { $count } open posts are other people's
}
post-overview-others-late = { $count ->
    [one] *one of them is late*
   *[other] *{ $count } of them are late*
}
post-overview-reviews = *To review* · { $count ->
    [one] one post
   *[other] { $count } posts
}
post-overview-unowned = { $count ->
    [one] one post has no owner
   *[other] { $count } posts have no owner
}

## Forms

post-form-add = New post
post-form-idea = New idea
post-form-edit = Edit { $post }
post-form-move = Move { $post }
post-form-assign = Hand over { $post }
post-form-done = { $post } is live
post-form-done-which = A post is live
post-submit-move = Move
post-submit-assign = Hand over
post-submit-done = Published
post-form-opened = The form is filled in with what I understood.
post-form-missed = I couldn't make sense of “{ $what }”. The rest is in the form: check it and send it.
post-form-lacking = Still missing: { $fields }. The rest is in the form: complete it and send it.
post-form-incomplete = Something is still missing. The rest is in the form: complete it and send it.
post-form-theme = Saved with the form: theme “{ $theme }”.
post-form-labels = Saved with the form, as labels: { $labels }.
post-form-typed = You typed:
post-form-long = The text has { $length } characters and a form holds { $limit }: it stays as it is. To change it, import the calendar with the new text.
post-form-field-long = *{ $field }*: { $length } characters, and a field holds { $limit }. It stays as it is; to change it, import the calendar with the new one.
post-form-faster = *Somebody was faster.* Nothing you entered is lost: this is the current version.
post-form-yours = Below is what you entered. Send it again to replace the current version, or close the form to keep it as it is.

post-ask-title = Title
post-ask-platform = Platform
post-ask-text = Text
post-ask-text-hint = As it will be copied and published. It may follow later.
post-ask-text-left = { $left ->
    [one] One character left on this platform.
   *[other] { $left } characters left on this platform.
}
post-ask-text-over = { $unit ->
    [byte] { $over ->
        [one] One byte too many for this platform.
       *[other] { $over } bytes too many for this platform.
    } One emoji can take thirty.
   *[character] { $over ->
        [one] One character too many for this platform.
       *[other] { $over } characters too many for this platform.
    }
}
post-ask-kind = Kind
post-ask-owner = Owner
post-ask-image = Link to the image
post-ask-image-hint = http:// or https://, for example in your shared drive.
post-ask-image-text = Alternative text of the image
post-ask-notes = Notes
post-ask-link = Link to the published post
post-ask-link-hint = Copy it from the platform. It starts with http:// or https://.
post-ask-reason = No link? Say briefly why
post-ask-reason-hint = For example: a story that has ended.
post-ask-day = Date
post-ask-clock = Time
post-ask-live-day = Published on
post-ask-live-clock = Published at
post-ask-zone = Your time, { $place }
post-ask-which = Which post
post-move-now = So far: { $when }
post-assign-hint = A member who reads my messages: no guest, no bot.

## Help

post-help-title = What /post can do
post-help-missed = I couldn't make sense of { $what }. These work:
post-help-both = English and French words both work, at all times. A word alone, like `/post add`, opens a form.
post-help-add = /post add "Spring contest" on instagram by @amy tue 10:00 kind contest
post-help-add-says = adds a post; what is missing is asked in a form. A contest, an event, a promotion or an article brings its dated steps
post-help-list = /post list all instagram this week
post-help-list-says = also: mine, late, month, a person; `/post` alone shows your own
post-help-show = /post show P12
post-help-show-says = the card: the text to copy, what is left of the platform's limit, the same text elsewhere, steps and history
post-help-edit = /post edit P12
post-help-edit-says = the text, and notes, which are never published; labels, spend, campaign and files with their alternative texts are under “Details…” on the card
post-help-move = /post move P12 friday 16:00
post-help-move-says = your time; `by 2 days`, `2 days earlier`; alone it opens a form
post-help-assign = /post assign P12 @bob
post-help-assign-says = hands it over
post-help-done = /post done P12 https://…
post-help-done-says = it is live, and this is its link
post-help-cancel = /post cancel P12
post-help-cancel-says = takes it out of the calendar; `/post reopen P12` brings it back
post-help-undo = /post undo
post-help-undo-says = undoes what you did last, for up to ten minutes, then what you did before: posts, series, imports, plan, objectives, numbers. `/post undo P12` names the post
post-help-idea = /post idea "Behind the scenes" on tiktok
post-help-idea-says = kept without a date
post-help-import = /post import
post-help-import-says = a calendar from a file: CSV or .ics, ours or from Buffer, Hootsuite or Sprout Social
post-help-export = /post export buffer december
post-help-export-says = the calendar for another program: `csv` (our own, it comes back in whole), `buffer`, `hootsuite`, `sprout` or `ics` (iCalendar); a month, a week or a platform narrows it

## Refusals

refusal-post-number-missing = Which post? Add its number, like P12. `/post list` shows the numbers.
refusal-cancel-number-missing = Which post do you want to cancel? Add its number, like `/post cancel P12`. To undo what you did last: `/post undo`.
refusal-post-title-empty = A post needs a title. Give it one and send it again.
refusal-post-title-long = The title has { $length } characters where { $limit } fit. Shorten it and send it again.
refusal-post-in-the-past = That moment has gone by. Choose one that is still to come.
refusal-post-published-later = That moment is still to come. Choose when it went live, or now.
refusal-post-image-unreadable = “{ $what }” is not a web address. The link to the image has to start with http:// or https://.
refusal-post-link-missing = Paste the link of the published post, or say briefly why it has none.
refusal-post-already-published = { $post } is published already, with its link. Open it to see or change the link.
refusal-post-cancelled = { $post } is cancelled. Reopen it first, then edit it.
refusal-post-not-open = { $post } is { $state ->
    [published] published
   *[other] cancelled
} already, so there is nothing to do here. `/post show { $post }` shows what it allows now.
refusal-post-undated = { $post } has no date, so I do not remind anybody of it. Move it to a date first.
refusal-post-changed = Somebody changed { $post } after you opened it. Open it again to see the current version.
refusal-post-undo-gone = There is nothing of yours to undo on { $post }: you changed nothing there in the last ten minutes. Open it to change it.
refusal-post-undo-gone-already = What you did to { $post } is undone already, and nothing else of yours there is from the last ten minutes. Open it to change it.
refusal-post-undo-gone-others-nobody = There is nothing of yours to undo on { $post }: the last change is somebody else's. Open it to change it.
refusal-post-undo-gone-others = There is nothing of yours to undo on { $post }: the last change is { $who }'s, and only they can undo it. Open it to change it.
refusal-undo-nothing = There is nothing of yours to undo: you changed no post, plan, objective or number in the last ten minutes. Rounds and absences are changed with `/checkin`. `/post show P12` has a post's history, and `/post edit P12` changes it.
refusal-moment-day-missing = Choose the date too.
refusal-moment-clock-missing = Choose the time too.
