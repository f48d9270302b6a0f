# Bringing a calendar in, sending it out.

import-title = *{ $name }*: { $new ->
    [one] 1 new post
   *[other] { $new } new posts
}, { $changed } to be changed, { $same } already here, { $refused } to be left out.
import-recognised = Columns I know: { $columns }.
import-unused = Columns I leave alone: { $columns }.
import-without-time = { $count ->
    [one] 1 row has a day and no time: due at { $clock }.
   *[other] { $count } rows have a day and no time: due at { $clock }.
}
import-past = { $count ->
    [one] Line { $lines } lies in the past and comes in as late. If it went live, write “published” into its column “state”.
   *[other] { $count } rows lie in the past and come in as late. What went live needs “published” in a column “state”. Lines { $lines }
}
import-measured = { $count ->
    [one] 1 row brings numbers; an empty cell stays unknown.
   *[other] { $count } rows bring numbers; an empty cell stays unknown.
}
import-new = New
import-changed = To be changed
import-refused = To be left out, and why
import-more = … and { $count } more
import-line-new = line { $line } · { $title } · { $platform } · { $when }
import-line-changed = line { $line } · { $post } { $title }: { $names }
import-line-refused = line { $line }, column { $column }: { $reason }
import-no-date = no date
import-nothing = There is nothing to import from this file as it is.
import-ask-title = Import this?
import-ask = { $new } will be added and { $changed } changed. What the file leaves empty will stay as it is.
import-yes = Import
import-confirm = { $count ->
    [one] Import 1 post
   *[other] Import { $count } posts
}
import-drop = Leave it
import-until = This waits until tomorrow. Nothing is written before you press.
import-done = *{ $name }* is in: { $added } added, { $changed } changed, { $same } already here.
import-progress = *{ $name }* is being imported: { $done } of { $total } lines.
import-progress-hint = This message changes when it is done. You can go on working meanwhile.
refusal-import-running = “{ $what }” is being imported already. Its message shows the progress, and changes when it is done.
import-undo-until = You can undo all of it for ten minutes: new posts will be cancelled, changed ones put back as they were.
import-undone = { $count ->
    [0] *Nothing could be undone:* all of it was changed since.
    [one] *The import is undone:* one post. The same file can be sent again.
   *[other] *The import is undone:* { $count } posts. The same file can be sent again.
}
import-held-drafts = { $count ->
    [one] 1 row breaks a strict rule; it comes in as a draft, to be fixed from its card or the radar
   *[other] { $count } rows break a strict rule; they come in as drafts, to be fixed from their cards or the radar
}
import-held-out = { $count ->
    [one] A plan rule blocks 1 row, which stays out
   *[other] A plan rule blocks { $count } rows, which stay out
}
import-held-who = { $who } can override the rule with a reason, and so can workspace admins.
import-held-nobody = Ask { $who } to override the rule, with a reason.
import-held-you = You can override the rule with a reason.
import-line-held = line { $line } · { $title }: { $why }
import-long = { $count ->
    [one] 1 text is longer than its platform takes; it comes in as it is, and the radar keeps it in sight
   *[other] { $count } texts are longer than their platforms take; they come in as they are, and the radar keeps them in sight
}
import-line-long = line { $line } · { $title } · { $platform }: { $what ->
    [title] title, { $used } of { $limit } characters
    [byte] { $used } of { $limit } bytes
   *[character] { $used } of { $limit } characters
}
import-unapproved = { $count ->
    [one] Line { $lines } is marked approved, but you can't approve it: it comes in for review where its platform asks for that, else as a draft. A post that is here already keeps its state.
   *[other] { $count } lines are marked approved, but you can't approve them: they come in for review where their platform asks for that, else as drafts. Posts that are here already keep their state. Lines { $lines }
}
import-reread = { $count ->
    [one] { $posts } was approved and changes, so it has to be approved again.
   *[other] { $count } approved posts change, so they have to be approved again: { $posts }
}
import-steps = { $count ->
    [one] 1 new post has steps to do: on its card and, on their day, in the morning message.
   *[other] { $count } new posts have steps to do: on their cards and, on their day, in the morning message.
}
import-steps-gone = { $count ->
    [one] The day of 1 step is over; it waits on its card.
   *[other] The days of { $count } steps are over; they wait on their cards.
}
import-steps-hurried = { $count ->
    [one] 1 step should have been done by now; it is for today.
   *[other] { $count } steps should have been done by now; they are for today.
}
import-without = { $count ->
    [one] Import 1, without those that break a rule
   *[other] Import { $count }, without those that break a rule
}
import-override = { $count ->
    [one] Import 1, with a reason…
   *[other] Import all { $count }, with a reason…
}
import-override-form = Import
import-override-hint = It stays with every post that it lets pass.
import-dropped = Left as it was. Nothing was written.
import-show = Show my posts
import-help-title = Bring a calendar in
import-help =
    Send a CSV or .ics file in our direct message: ours, or one of Buffer, Hootsuite or Sprout Social. I show what I would do, and write nothing before you say so.
    One row is one post; a platform and a title (or a text) are enough. The same file twice changes nothing.
import-help-columns = Columns by name, in any order: title, text, platform, kind, due (2026-12-01 10:00) or date and hour, owner, link, labels, notes, reach, reactions, comments, shares, clicks…
export-help =
    To export it, `/post export csv` is our own layout, which comes back in whole. For other programs: `/post export buffer`, `/post export hootsuite`, `/post export sprout`, and `/post export ics` (iCalendar) for any calendar.
    A month, a week or a platform narrows it: `/post export buffer december`. I say what does not fit, and why.
export-button = Send the calendar (CSV)
export-message = The calendar of { $name }, as it is now. You can change it and send it here again.
export-done = The calendar is in our direct message, as a file.

import-bad-count = “{ $what }” is not a count
import-bad-money = “{ $what }” is not an amount
import-bad-yes-no = “{ $what }” is neither yes nor no
import-bad-platform = “{ $what }” is not a platform I know
import-bad-no-platform = it names no platform; add it, or name the file after one, as in “instagram.ics”
import-bad-state = “{ $what }” is not a state
import-bad-moment = “{ $what }” is not a moment; write 2026-12-01 10:00
import-bad-day = “{ $what }” is not a day; write 2026-12-01
import-bad-clock = “{ $what }” is not a time; write 10:00
import-bad-zone = “{ $what }” is not a time zone
import-bad-member = I don't know anybody called “{ $what }” here
import-bad-absent = { $what } is a guest, a bot or a deactivated account; name somebody else
import-bad-outsider = { $what } isn't in this strategy's private channel, so they can't see it; invite them there first, or name somebody who is
import-bad-no-title = neither a title nor a text
import-bad-too-long = too long: “{ $what }”
import-bad-not-yet = it has numbers, but its moment { $what } is still to come
import-bad-no-moment = it was published, but no column says when
import-bad-doubtful = it may be { $what }; add a column “number” with { $what } to say so, or change its title
import-bad-another = { $post } is another post here; leave that cell empty to bring the row in as a new one, or rename { $post } with `/post edit { $post }` first
import-bad-repeated = “{ $what }” is in the file twice
import-bad-stays = { $what } can't change to that from its present state; leave this cell empty to change the rest
import-bad-stays-idea = { $what } is an idea; make it a draft first, and leave this cell empty here
import-bad-stays-published = { $what } is published, and no file takes that back; leave this cell empty to change the rest
import-bad-stays-cancelled = { $post } is cancelled; `/post reopen { $post }` first
import-bad-stays-judged = { $what } has been sent to review since; only who may approve it sends it back. Leave this cell empty to change the rest

field-title = title
field-platform = platform
field-kind = kind
field-state = state
field-due = due moment
field-owner_id = owner
field-backup_id = backup
field-reviewer_id = reviewer
field-text = text
field-image = image
field-image_text = alternative text
field-theme = theme
field-labels = labels
field-notes = notes
field-link = link
field-published_at = publishing moment
field-platform_post_id = platform's id
field-is_paid = paid
field-spend = spend
field-id = number
field-day = day
field-clock = time
field-due_zone = time zone
field-recurring = recurrence
field-counts = numbers
field-calendar_id = calendar

refusal-file-too-large = The file is larger than { $limit } MB. Split it and send the parts one by one.
refusal-file-too-long = The file has more than { $limit } rows. Split it and send the parts one by one.
refusal-file-not-text = That is not a text file. In your spreadsheet choose “Save as → CSV”, then send that.
refusal-file-other = “{ $what }” is { $sort ->
    [pdf] a PDF
    [document] a text document
    [spreadsheet] a spreadsheet
    [slides] a presentation
    [archive] an archive
    [sound] a sound file
   *[other] a kind of file I can't read
}. { $sort ->
    [spreadsheet] To import it as a calendar, choose “Save as → CSV” in your spreadsheet and send that.
   *[other] I read calendars (CSV or .ics).
} To attach it to a post, send it again with the post's number, like “P38”.
refusal-file-no-post = I don't know which post “{ $what }” belongs to: no open post is yours to change. Add the post first (`/post add`), then send the file with its number, like “P38”.
file-which-post = { $count ->
    [one] Which post does “{ $what }” belong to?
   *[other] Which post do these { $count } files belong to?
}
file-choose-post = Choose the post
file-which-hint = Next time, write the number beside the file, like “{ $post }”; and after a colon what it shows: “{ $post }: Amy holding a cup”.
refusal-export-unknown = I don't know “{ $what }”, so nothing was sent. `/post export buffer december` names a program (`csv`, `buffer`, `hootsuite`, `sprout`, `ics`) and, if you like, a month, a week or a platform.
refusal-file-empty = There is nothing in this file: it is empty. Save it again in the program it comes from, then send it once more.
refusal-file-no-header = I found no line of column names that I know. The first line needs at least “title” and “platform”; `/post import` shows all names.
refusal-file-broken = Line { $line } can't be read as CSV. A quotation mark is probably missing there.
refusal-file-one-at-a-time = One file at a time, please. Send them again, one by one.
refusal-file-scope = I may not read files here. Ask an admin to add the scope files:read to the app, or use `parution import FILE` on the machine it runs on.
refusal-file-gone = That file can't be fetched from Slack any more. Send it again.
refusal-import-gone = That import is done, left as it was, or too old. Send the file again to see what it would change.
refusal-export-scope = I may not send files here ({ $code }). Ask an admin to add the scope files:write to the app, or use `parution export` on the machine it runs on.
refusal-export-guest = Guests have no direct message with an app, so a file has no way to reach you. Ask a member of the team for it; `/plan calendar` shows the month here.
refusal-export-later = Slack does not take the file just now. Try again in a minute; if it is in our direct message already, all is well.
