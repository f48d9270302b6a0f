# The Home tab and the settings.

home-strategy = *{ $name }* · { $channel }
home-welcome = Welcome
home-first-steps = Three things to do first:
home-guest = What concerns you is in the channels you share with the team: `/post list` there shows their calendar.
home-questions = { $count ->
    [one] *1 question waits for you*, since { $day }: “{ $text }” ({ $question })
   *[other] *{ $count } questions wait for you*, the oldest since { $day }: “{ $text }” ({ $question })
}
home-questions-more = { $count ->
    [one] And { $count } more: `/checkin questions` in the strategy's channel.
   *[other] And { $count } more: `/checkin questions` in the strategy's channel.
}
home-questions-show = My questions
home-round-open = *Today's round* takes five minutes.
home-round-done = *Today's round* is done. You can still change it until the day ends.
home-team = The team's week
home-elsewhere = My posts in other strategies
home-elsewhere-more = { $count ->
    [one] And { $count } more: `/post list` in the strategy's channel.
   *[other] And { $count } more: `/post list` in the strategy's channel.
}
home-month = { $planned ->
    [one] *This month*: { $live } live, 1 still planned.
   *[other] *This month*: { $live } live, { $planned } still planned.
}
home-month-show = Month
home-zone = Your times are those of { $place }; your morning message comes at { $at }.
home-settings = Notifications…
home-away = Days away…

settings-title = Notifications
settings-wanted = What I want to be told
settings-wanted-lines = In my morning message
settings-agenda-at = Morning message at
settings-check-in-at = Invitation to the round at
settings-round = My round
settings-round-of = My round · { $strategy }
settings-round-daily = Every working day
settings-round-twice = Twice a week
settings-round-off = Not at all
settings-round-open = Is it still useful?
settings-round-more = { $n ->
    [one] You do { $n } more round: `/checkin twice a week` in its channel changes it.
   *[other] You do { $n } more rounds: `/checkin twice a week` in their channels changes them.
}
settings-working-days = My working days
settings-zone = Times are those of { $place }, as set in your Slack profile.
settings-saved = Saved. Your morning message comes at { $at }, the invitation to the round at { $round }.
settings-off = Turned off: { $kinds }.
settings-morning-off = The list of your day no longer comes. What waits for you, colleagues' late posts and the reminder an hour before a post still do.

refusal-no-working-day = Choose at least one working day: without one, no morning message would ever come.

# Setting up, help, what the bot says when it is met for the first time.

setup-title = Strategy
setup-intro = The weekly digest and the team's calendar will live in { $channel }. You can change all of this later with `/parution setup`.
setup-name = Name of the strategy (a brand, a shop, a campaign)
setup-zone = Time zone of the strategy
setup-language = Language of the channel
setup-manager = Who looks after the strategy
setup-round = Who does the daily engagement round
setup-digest-day = Day of the weekly digest
setup-digest-at = Time of the weekly digest
setup-done = *{ $name }* is ready in { $channel }.
    The digest comes every { $day } at { $at } ({ $place }). What would you like to do next?
setup-introduction =
    Hello! { $who } asked me to keep the content calendar of *{ $name }* here. Every { $day } at { $at } ({ $place }), this channel gets a short digest of what worked.
setup-introduction-how = `/post` plans a post · `/checkin` is the daily round · `/kpi` shows the numbers · `/parution setup` changes the settings. You publish, I never do.

setup-intro-elsewhere = The weekly digest and the team's calendar will live in one channel. You can change all of this later with `/parution setup`.
setup-seen-public = Who will see it: everybody in this workspace. Guests see it only in { $channel }.
setup-seen-private = Who will see it: only the members of { $channel }, because it is private. Whoever looks after it, and everybody who is given a post, must be in that channel.
setup-seen-untold = Who will see it: whoever uses me in { $channel }, is named in the strategy, or has one of its posts. Slack doesn't tell me who is in this channel.
setup-seen-elsewhere = Who will see it: everybody in this workspace if the channel is public, only its members if it is private.
setup-channel = Channel of the strategy
setup-channel-hint = I have to be in it: type /invite @Parution there first.

welcome-title = Hello, and welcome to Parution
welcome-what = I keep your team's content calendar: who publishes what, where and when, and what worked. You publish, I never do. Three steps to begin:
welcome-step-strategy = *1. Create the strategy* in the channel that should get the weekly digest.
welcome-step-objective = *2. Set the objective*: platforms, figures and effort follow from it.
welcome-step-import = *3. Import the calendar* you have, as a file: nothing is written before you say so.
welcome-text = Hello, and welcome to Parution. You begin in three steps: create the strategy in a channel, set its objective, import the calendar.
welcome-sample-hint = Not yet? See what a day looks like, with sample data, in this message only.
welcome-sample = Show me with sample data

sample-text = Sample data: nothing of it is kept, and nobody else sees it.
sample-hint = In the real messages every post has its buttons: publish, move, hand over.
sample-back = Back to the three steps
sample-morning = Every morning, to each person
sample-soon = An hour before a post is due
sample-radar = What the days ahead still lack
sample-name = Sample Brand
sample-contest = Spring contest
sample-contest-text = Show us your window sill in bloom! Rules and prizes behind the link; open until Sunday.
sample-offer = Offer of the week
sample-offer-text = Two for the price of one and a half, until Saturday.
sample-recipe = New recipe
sample-recipe-text = Lemon, thyme, ten minutes: Friday's cake as we bake it.

help-title = *Parution keeps the calendar. You publish, it never does.*
help-not-understood = I don't know “{ $what }”. Here is what I understand:
help-post = *`/post`* the content calendar
    `/post add "Spring contest" on instagram due tue 10:00` · `/post list week` · `/post done P12 https://…`
help-checkin = *`/checkin`* the daily engagement round, five minutes
    `/checkin answered 12 received 14 minutes 15` · `/checkin away 24/12..2/1` · `/checkin status`
help-kpi = *`/kpi`* the numbers
    `/kpi log P12 reach 1200 reactions 30 comments 4` · `/kpi digest` · `/kpi target engagement rate 2.5%`
help-parution = *`/parution`* everything under one name
    `/parution post list` · `/parution setup` · `/parution help`
help-both-languages = French words work too, at all times: `/post ajouter`, `/checkin absence`, `/kpi bilan`.

chat-hello = Hello! I answer commands here too, without the slash: try `post list` or `help`. You can send a calendar here, as a CSV file.

refusal-no-strategy-guest = There is no strategy in this channel. Guests find it in the channel that gets the weekly digest.
refusal-no-strategy = There is no strategy here yet. If your team has one, use me in its channel. Otherwise, type `/parution setup` in the channel that should get the weekly digest: it takes a minute.
refusal-setup-not-in-channel = I can't write in this channel yet ({ $code }). Type `/invite @Parution` there, then save again: the form keeps what you entered.
refusal-setup-later = Slack does not take messages just now, so nothing was kept yet. Go back and save again in a minute.
refusal-setup-archived = This channel is archived, so nobody would read the digest. Open another channel and type `/parution setup` there.
refusal-channel-taken = This channel already belongs to *{ $name }*. Use another channel, or change that one with `/parution setup`.
refusal-strategy-name = The name needs 1 to { $limit } characters.
refusal-strategy-rights = Only { $manager }, who looks after this strategy, or a workspace admin can change it. Ask them.
refusal-strategy-rights-nobody = Nobody looks after this strategy right now. Ask { $manager } to change it.
refusal-zone-unknown = I don't know the time zone “{ $what }”. Choose one of the list.
refusal-guest = Guests can read this channel's calendar, but not change its settings. Ask a member of the team.

you-typed = You typed:
modal-answer-title = Parution
modal-notice-title = Not done yet
button-add-post = Add a post…
button-my-round = Do my round…
button-setup = Create the strategy…
button-import = Import a calendar…
chat-form = A form opens only from a command. Type `{ $command }` here, with the slash.
