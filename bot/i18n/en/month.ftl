# The month: its picture, its list, its canvas; and the calendar as files of other programs.

month-posts = { $count ->
    [0] no posts
    [one] 1 post
   *[other] { $count } posts
}
month-gaps = { $count ->
    [one] 1 day without content
   *[other] { $count } days without content
}
month-unowned = { $count ->
    [one] 1 without an owner
   *[other] { $count } without an owner
}
month-overdue = { $count ->
    [one] 1 late
   *[other] { $count } late
}
month-published = { $count ->
    [one] 1 published
   *[other] { $count } published
}
month-gap = no content
month-special = { $name } ({ $sort })
month-more = +{ $count }

month-alt = Calendar of { $month }, { $name }: { $counts }.
month-alt-today = Today is { $day }.
month-alt-gaps = Days without content: { $days }.
month-alt-special = Special days: { $days }.
month-alt-themes = Themes: { $themes }.
month-alt-days = Posts per day: { $days }. The list has each of them.

month-said = { $month }, { $name }:
month-modal = Calendar
month-themes = Themes: { $themes }
month-zone = Days and times are those of { $place }.
month-nobody = no owner
month-more-posts = { $count ->
    [one] 1 more post
   *[other] { $count } more posts
}
month-not-understood = I couldn't make sense of “{ $what }” as a month, so here is this one. Try `/plan calendar december`, `/plan calendar next` or `/plan calendar 2026-12`.
month-picture-coming = The picture of this month is on its way into our direct message.
month-picture-guest = Guests have no direct message with an app, so here is the list without its picture.
month-picture-scope = The list is whole; for its picture an admin has to give the app the scope files:write.
month-posting = { $month } is on its way into { $channel }.

calendar-picture = Picture
calendar-post = Post it in the channel

refusal-calendar-manager = Only { $manager } and workspace admins can post the calendar in the channel: it addresses the whole team.
refusal-calendar-manager-nobody = A calendar posted in the channel addresses the whole team. Ask { $manager } to post it.
refusal-calendar-scope = I may not send files here. Ask an admin to add the scope files:write to the app; the list needs none.

ics-name = { $name }: content calendar
ics-snapshot = A snapshot of { $moment }: what changes later is not in it. The posts themselves live in Parution.

calendar-ics = Calendar file (.ics)

files-failed = The file did not get through ({ $code }). Ask for it again in a minute; nothing else is lost.

export-layout-buffer = Buffer
export-layout-hootsuite = Hootsuite
export-layout-sprout = Sprout Social
export-bulk = *{ $tool }*: { $rows ->
    [one] 1 post
   *[other] { $rows } posts
} in { $files ->
    [one] 1 file, which comes in our direct message.
   *[other] { $files } files, one per platform, which come in our direct message.
}
export-bulk-nothing = No post qualifies for a *{ $tool }* file: it takes those that are still to come, with a text, and approved where the plan asks for review.
export-hint-buffer = In Buffer: Settings, then the channel, then “Bulk upload”, one file per channel. Times are those of { $place }; Buffer reads them in the channel's own zone.
export-hint-hootsuite = In Hootsuite: Composer, then “Bulk schedule”, one file per profile; choose the date format { $dates }. Times are those of { $place }. Layouts differ between accounts: compare with Hootsuite's sample file, and write yours into the note of the tool, as in `dd/mm/yyyy hh:mm, message, link`.
export-hint-sprout = In Sprout: Publishing, then “Bulk scheduling”, one file per profile; choose the date format { $dates }. Times are those of { $place }.
export-out-title = Left out, and why
export-out-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
export-out-line = { $post } { $title } · { $platform }: { $reason }
export-out-undated = no date
export-out-past = its moment has gone, or comes too soon for the tool
export-out-no-text = no text yet
export-out-not-approved = not approved yet
export-out-too-near = less than ten minutes after { $what }
export-out-repeated = the same text as { $what }, which the tool takes once
export-ics = { $count ->
    [0] No post has a date yet; the file that comes in our direct message is empty.
    [one] 1 post as a calendar file is on its way into our direct message.
   *[other] { $count } posts as a calendar file are on their way into our direct message.
}
export-ics-message = The calendar of { $name }: { $count ->
    [0] no post with a date.
    [one] 1 post.
   *[other] { $count } posts.
}
export-ics-snapshot = It is a snapshot for Outlook, Google Calendar or Apple Calendar: it does not follow later changes. A newer file updates the same events, and marks what was cancelled.

import-dates = Days like 12/01/2026 can be read two ways; I read them as { $dates }. If that is wrong, leave it and write them as 2026-12-01.
import-dates-day-first = dd/mm/yyyy
import-dates-month-first = mm/dd/yyyy
import-bad-objective = “{ $what }” isn't an objective of this strategy
import-bad-json = “{ $what }” can't be read; leave the cell as the export wrote it, or write links
import-bad-recurring = “{ $what }” repeats; I take single events. Every occurrence needs its own text
field-objective_id = objective
field-campaign = campaign
field-is_partnership = paid partnership
field-attachments = attachments
field-checklist = checklist
field-copied_from = copied from
field-parent_id = part of
field-series_id = series
field-echo_reason = why it may repeat another post
field-compass_answer = why this platform
field-override = why a limit is overridden
field-published_by = published by
field-source_uid = calendar event
refusal-file-no-platform = Nothing in “{ $what }” says which platform its posts are for. Name the file after it, as in “buffer-instagram.csv”, or add a column “platform”, and send it again.
refusal-file-broken-ics = That calendar file (.ics) can't be read. Export it again from your calendar, then send that.

cli-export-layout = what the files are for (default: csv); the tools get a folder, FILE, with a file per platform
cli-export-month = only the posts of that month
cli-exported = { $path }: { $rows ->
    [one] 1 post
   *[other] { $rows } posts
}
refusal-month-unreadable = “{ $what }” isn't a month. Write it as 2026-11, or as november.
refusal-export-folder = { $what } is a file, and this export needs a folder: it makes one file per platform.

calendar-canvas = Canvas in the channel
canvas-begun = A canvas in { $channel } follows this month and the next from now on; it is written again whenever a post changes. Press the button again to stop.
canvas-stopped = The canvas in { $channel } follows the month no longer. It stays as it is; delete it there if you like.
canvas-foot = Parution keeps this page: what is written here by hand goes with the next change. Posts are changed with /post.
refusal-canvas-scope = I may not write canvases here. Ask an admin to add the scope canvases:write to the app; the list and the picture need none.
refusal-canvas-failed = Slack did not make the canvas ({ $code }). The list and the picture show the same month.
