# The Home tab and the settings.

home-strategy = *{ $name }* · { $channel }
home-welcome = Welcome
home-first-steps = Three things to do first:
home-guest = What concerns you is in the channels you share with the team: `/post list` there shows their calendar.
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
home-zone = Your times are those of { $place }; your agenda comes at { $at }.
home-settings = Notifications…
home-away = Days away…

settings-title = Notifications
settings-kinds = What I want to be told
settings-agenda-at = Morning agenda at
settings-check-in-at = Invitation to the round at
settings-working-days = My working days
settings-zone = Times are those of { $place }, as set in your Slack profile.
settings-saved = Saved. Your agenda comes at { $at }, the invitation to the round at { $round }.
settings-off = Turned off: { $kinds }.

refusal-no-working-day = Choose at least one working day: without one, no agenda would ever come.
