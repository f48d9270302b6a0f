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
    [one] 1 overdue
   *[other] { $count } overdue
}
month-published = { $count ->
    [one] 1 published
   *[other] { $count } published
}
month-gap = no content
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
month-not-understood = I did not understand “{ $what }” as a month, so here is this one. Try `/parution calendar december`, `/parution calendar next` or `/parution calendar 2026-12`.
month-picture-coming = The picture of this month is on its way into our direct message.
month-picture-guest = Guests have no direct message with an app, so here is the list without its picture.
month-picture-scope = The list is whole; for its picture an admin has to give the app the scope files:write.
month-picture-failed = The picture of the month did not get through ({ $code }). The list of `/parution calendar` has all of it; press [Picture] there to try again.
month-posting = { $month } is on its way into { $channel }.

calendar-picture = Picture
calendar-post = Post it in the channel

refusal-calendar-manager = Only { $manager } and workspace admins can post the calendar in the channel: it speaks to the whole team.
refusal-calendar-scope = I may not send files here. Ask an admin to add the scope files:write to the app; the list needs none.
