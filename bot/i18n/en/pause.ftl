# A pause: begun, told, gone through.

pause-button = Pause…
pause-button-go-on = Go on…
pause-change-label = Change the pause
pause-form = Pause
pause-form-intro = Everything planned is held from now on: nobody is reminded, and nothing counts as late. What is live stays. You can undo this.
pause-form-submit = Pause
pause-form-change = Change the pause
pause-ask-until = Until
pause-ask-until-hint = The first day on which posts go out again. Leave it empty to pause until you go on.
pause-ask-reason = Why
pause-ask-reason-hint = The team reads it in the morning message and with the posts. For example: flood in town.

pause-held = held by a pause until { $until }
pause-held-open = held by a pause
pause-held-over = still held after the pause
pause-said = Everything planned is { $held }.
pause-said-why = { $said } “{ $why }”
pause-said-on = { $count ->
    [0] *Paused.* Nothing is planned yet; what you plan is { $held }.
    [one] *Paused.* 1 post is { $held }.
   *[other] *Paused.* { $count } posts are { $held }.
}
pause-part = { $count ->
    [0] *On pause*, by { $who }: nothing is planned yet; what you plan is { $held }.
    [one] *On pause*, by { $who }: 1 post is { $held }.
   *[other] *On pause*, by { $who }: { $count } posts are { $held }.
}
pause-part-over = { $count ->
    [0] *The pause is over.* Nothing came due meanwhile.
    [one] *The pause is over.* 1 post came due meanwhile and waits: as planned, later, or not at all?
   *[other] *The pause is over.* { $count } posts came due meanwhile and wait: as planned, later, or not at all?
}

pause-go-on-form = Go on
pause-go-on-submit = Go on
pause-go-on-intro = The pause ends when you send this. Decide for all at once; a single post can go its own way below.
pause-go-on-nothing = The pause ends when you send this. It holds no post.
pause-ask-passed = { $count ->
    [one] The post that came due meanwhile
   *[other] The { $count } posts that came due meanwhile
}
pause-ask-ahead = { $count ->
    [one] The post still ahead
   *[other] The { $count } posts still ahead
}
pause-page = Posts, page { $page } of { $pages }
pause-row = { $post } · { $title } · { $when }
pause-keep = As planned
pause-keep-late = As planned: late until published
pause-move = { $days ->
    [one] 1 day later
   *[other] { $days } days later
}
pause-drop = Not at all: cancel
pause-like-others = Like the others
pause-said-over = *The pause is over.*
pause-said-moved = Moved ({ $count }): { $posts }.
pause-said-dropped = Cancelled ({ $count }): { $posts }.
pause-said-kept = As planned ({ $count }): { $posts }.
pause-said-held-back = { $count ->
    [one] { $posts } stays where it was: a limit or a rule of the plan holds the new day back.
   *[other] { $posts } stay where they were: a limit or a rule of the plan holds the new days back.
}
pause-and-more = { $count } more

refusal-pause-none = Nothing is on pause. `/plan pause until monday "why"` begins one.
refusal-pause-past = A pause ends after today. Until which day should posts wait?
refusal-pause-far = A pause lasts a year at most. Choose an earlier day.
refusal-pause-still-past = { $days ->
    [one] { $post } would still be in the past. Move it by at least 1 day.
   *[other] { $post } would still be in the past. Move it by at least { $days } days.
}

plan-changed-paused = paused the calendar
plan-changed-went-on = went on after the pause
undo-deed-paused = the pause
undo-deed-went-on = the end of the pause
history-went-on = went on after the pause
state-held = held
post-paused = { $state }, { $held }
radar-held = { $count ->
    [one] 1 post of this month is held by a pause.
   *[other] { $count } posts of this month are held by a pause.
}
digest-discipline-held = { $held } held by a pause
morning-paused = *Pause, { $strategy }.* { $said }
morning-held = Yours ({ $count }): { $posts }.
due-paused = { $post } · { $title } is { $held }: nothing to do for now.
