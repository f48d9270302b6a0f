# How days, moments and spans are written. `pattern-…` are Unicode date patterns (UTS 35).

# `$order`: the month first, or the day; `$hours`: a clock of 12 or of 24.

pattern-day = { $order ->
    [month] EEEE, MMMM d
   *[day] EEEE d MMMM
}
pattern-day-only = { $order ->
    [month] MMMM d
   *[day] d MMMM
}
pattern-day-short = { $order ->
    [month] EEE, MMM d
   *[day] EEE d MMM
}
pattern-day-short-only = { $order ->
    [month] MMM d
   *[day] d MMM
}
pattern-clock = { $hours ->
    [12] h:mm a
   *[24] HH:mm
}
pattern-year = { $order ->
    [month] { $day }, { $year }
   *[day] { $day } { $year }
}
pattern-moment = { $order ->
    [month] { $day }, { $clock }
   *[day] { $day } { $clock }
}
moment-elsewhere = { $here } ({ $there } in { $place })

duration-none = less than a minute
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes }
duration-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
duration-days-hours = { $days ->
    [one] { $days } day { $hours } h
   *[other] { $days } days { $hours } h
}

week-in-month = Week { $number } · { $first }–{ $last }
week-across = Week { $number } · { $first } – { $last }

today = today
tomorrow = tomorrow
yesterday = yesterday
now = now
nobody = nobody
somebody = somebody
some-admin = a workspace admin
unknown = unknown
none = none
yes = yes
no = no
everyone = everyone

## Platforms

platform-facebook = Facebook
platform-instagram = Instagram
platform-linkedin = LinkedIn
platform-x = X
platform-youtube = YouTube
platform-tiktok = TikTok
platform-mastodon = Mastodon
platform-threads = Threads
platform-pinterest = Pinterest
platform-bluesky = Bluesky
platform-google_business = Google Business
platform-blog = Blog

## Kinds of posts

kind-promotion = promotion
kind-contest = contest
kind-blog = blog article
kind-story = story
kind-question = question
kind-event = event
kind-recruiting = recruiting
kind-news = news

## States of posts

state-idea = idea
state-draft = draft
state-in_review = in review
state-approved = approved
state-published = published
state-cancelled = cancelled
state-overdue = late

## Kinds of reminders

reminder-agenda = Morning message
reminder-due = Posts that come due
reminder-overdue = Late posts
reminder-check-in = Daily round
reminder-review = Posts to review
reminder-measure = Numbers to add
reminder-unowned = Posts without an owner
reminder-radar = Gaps of the next month, on the 25th
reminder-radar-line = Gaps of the week, in its first morning
reminder-digest = Weekly digest
reminder-catch-up = Catch-up after a silence
reminder-share-kit = Share kits, if I agreed to share
reminder-notice = Messages that could not be delivered
reminder-question = Customers' questions
reminder-question-again = Colleagues’ questions that wait longer than planned
reminder-escalation = Colleagues' posts that are late
reminder-review-again = Reviews still waiting
reminder-late = Posts late for five working days
reminder-round-asked = Whether the round is still useful
reminder-day-line = The day, in the digest’s thread

## Objectives

objective-awareness = awareness
objective-engagement = engagement
objective-traffic = traffic
objective-sales = sales
objective-recruiting = recruiting
objective-care = customer care

## Measures

kpi-engagement_rate_by_reach = engagement rate by reach
kpi-engagement_rate_by_impressions = engagement rate by impressions
kpi-amplification = shares per post
kpi-conversation = comments per post
kpi-applause = reactions per post
kpi-click_through_rate = click-through rate
kpi-engagements = engagements
kpi-reach = reach
kpi-impressions = impressions
kpi-clicks = clicks
kpi-participation = participants per contest
kpi-response_rate = response rate
kpi-time_to_answer = time to answer
kpi-unanswered = questions still open
kpi-conversions = conversions
kpi-applications = applications
kpi-advocate_shares = advocate shares
kpi-cost_per_click = cost per click
kpi-cost_per_conversion = cost per conversion
kpi-cost_per_application = cost per application

count-impressions = impressions
count-reach = reach
count-engagements = engagements
count-reactions = reactions
count-comments = comments
count-shares = shares
count-saves = saves
count-clicks = clicks
count-video_views = video views
count-participants = participants
count-applications = applications
count-conversions = conversions
count-spend = spend

## Buttons everyone uses (an ellipsis opens a form)

button-add = Add
button-add-more = Add…
button-approve = Approve
button-back = Back
button-cancel = Cancel
button-change = Change…
button-close = Close
button-confirm = Confirm
button-delete = Delete
button-edit = Edit…
button-drop = Drop…
button-hand-over = Hand over…
button-help = Help
button-move = Move…
button-next = Next
button-numbers = Add numbers…
button-open = Open
button-open-again = Open the form again
button-previous = Previous
button-published = Published…
button-refresh = Refresh
button-save = Save
button-send = Send
button-snooze = Snooze 1 h
button-undo = Undo

## Refusals that any feature may meet

refusal-not-understood = I couldn't make sense of “{ $what }”. Type `help` after the command for examples.
refusal-conflict = Somebody changed this while you were at it, so I kept their version. Open it again and repeat your change.
refusal-too-long = { $what } is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
} where { $limit } fit. Shorten it and send it again.
refusal-empty = { $what } is empty. Fill it in and send it again.
refusal-not-allowed = Only { $who } can do that. Ask them to do it.
refusal-stranger = I do not know { $who } in this workspace. Choose somebody from the list.
refusal-not-reachable = { $who } cannot get messages from me (a guest, a bot, or a deactivated account). Choose somebody else.
refusal-outsider = { $who } isn't in this strategy's private channel, so they can't see it. Invite them there first, or choose somebody who is.
refusal-link-unreadable = “{ $what }” is not a web address I can keep. It has to start with http:// or https://.
refusal-post-not-found = There is no post { $what }. `/post list all` shows every post with its number.
refusal-strategy-not-found = There is no strategy { $what }. Use the command in the channel of a strategy, or choose yours in the bot's Home tab.
refusal-member-not-found = I do not know { $what } in this workspace. Choose somebody from the list.
refusal-measurement-not-found = There are no numbers { $what } any more. Add them again.
refusal-check-in-not-found = There is no round { $what }. `/checkin` opens today's.
refusal-question-not-found = There is no question { $what }. `/checkin questions` shows those that are open.
refusal-delivery-not-found = That message is no longer kept. `/post list` shows where things stand.
refusal-note-not-found = That is too long ago to be continued. Start it again.
refusal-week-unreadable = “{ $what }” is not a week I can read. Write the year and the week, like 2026-W48, or “last week”.
refusal-post-state = { $post } is { $state ->
    [idea] an idea
    [draft] a draft
    [in_review] in review
    [approved] approved
    [published] published
    [cancelled] cancelled
   *[other] { $state }
}, so it cannot become { $wanted ->
    [idea] an idea
    [draft] a draft
    [in_review] a post in review
    [approved] an approved post
    [published] a published post
    [cancelled] a cancelled post
   *[other] { $wanted }
}. Open it to see what it allows now.

bug-apology = That did not work, and it is our fault. Nothing you typed is lost. Reference { $reference }.

# Who may do what.

refusal-rights-read = That belongs to another channel.
refusal-rights-add_idea = That is not possible with this account.
refusal-rights-add_post = Guests may add ideas: `/post idea …`. Somebody on the team turns them into posts: { $people }.
refusal-rights-add_post-nobody = Guests may add ideas: `/post idea …`. Ask { $people } to turn one into a post.
refusal-rights-change_post = Somebody else has { $post }. Ask { $people } to change it, or leave an idea with `/post idea …`.
refusal-rights-change_post-nobody = Somebody else has { $post }. Ask { $people } to change it, or leave an idea with `/post idea …`.
refusal-rights-approve = { $post } can't be approved by you. Ask { $people }.
refusal-rights-approve-nobody = { $post } can't be approved by you, and no reviewer is named. Ask for review with `/post review { $post } @name`, or ask a workspace admin.
refusal-not-set-up = This calendar has no channel yet, and nobody who looks after it. Type `/parution setup` in the channel that should get the weekly digest: the posts come with it.
refusal-rights-import = Importing changes everybody's calendar. Ask { $people } to do it.
refusal-rights-import-nobody = Importing changes everybody's calendar. Ask { $people } to do it.
refusal-rights-measure = Guests read the numbers. Somebody on the team writes them down: { $people }.
refusal-rights-measure-nobody = Guests read the numbers. Give yours to somebody on the team, or to { $people }.
refusal-rights-change_plan = The plan is looked after by { $people }. Ask them, or a workspace admin.
refusal-rights-override = Only { $people } or a workspace admin can override that: ask one of them.
refusal-rights-override-nobody = Nobody looks after this plan right now. Ask { $people } to override the rule.
refusal-rights-change_question = Somebody else has { $what }. Tell { $people } what you know.
refusal-rights-change_question-nobody = Somebody else has { $what }. Tell { $people } what you know.
refusal-rights-change_plan-nobody = Nobody looks after this plan right now. Ask { $people } to change it, or to name somebody with `/plan people`.
