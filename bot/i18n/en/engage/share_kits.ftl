# Share kits, and the colleagues who agreed to share: `/checkin advocate`.

kit-title = Share kit
kit-form-intro = { $count ->
    [one] It goes to 1 colleague who agreed to share, in their working hours.
   *[other] It goes to { $count } colleagues who agreed to share, in their working hours.
} Questions to start from, never a ready text: everybody says it their own way.
kit-angle = Angle { $n }
kit-facts = A fact or two
kit-facts-hint = Like “30 candles, until Sunday”.
kit-link = Link
kit-button-new = Share kit…
kit-button-shared = Shared…
kit-button-not-now = Not this time
kit-button-fewer = Fewer of these…
kit-sent = { $count ->
    [one] *Sent:* it goes to 1 colleague.
   *[other] *Sent:* it goes to { $count } colleagues.
} Nobody sees who shares and who does not.
kit-sent-later = { $count ->
    [one] 1 of them gets it when they work again, or next week.
   *[other] { $count } of them get it when they work again, or next week.
}
kit-said = Our post is live: { $title }
kit-said-how = Tell it your way, if you like.
kit-said-facts = Facts: { $facts }
kit-thanks = Thank you for sharing.
kit-alike = A colleague wrote nearly the same. It works best in your own words.
kit-not-now = Not this time: that is fine.
kit-shared-intro = All of it is optional. Only the number is told, never who.
kit-shared-link = Where you shared it
kit-shared-words = In your own words
kit-words-hint = Only to notice when two say the same.
post-shared = { $count ->
    [0] None of us has shared it yet
    [one] Shared by 1 of us
   *[other] Shared by { $count } of us
}

angle-surprised = What surprised you about it?
angle-who_made = Which of us made it?
angle-changes = What does it change for a customer?
angle-would_win = What would you try first if you won?
angle-why_here = Why do you work here?
angle-first_day = What do you remember of your first day?
angle-who_fits = Who would you like to work with?
angle-look_forward = What do you look forward to?
angle-who_meet = Who can you meet there?
angle-remember = What will you remember of it?
angle-own_favourite = Which is your own favourite, and why?
angle-who_for = Which of your friends needs this?
angle-learned = What did you learn from it?
angle-how_long = How long did we work on it?
angle-own_answer = What is your own answer?
angle-who_ask = Who would you ask?

advocate-title = Sharing
advocate-is = { $count ->
    [one] You agreed to share: at most 1 kit a week, in your working hours. Nobody sees when you don't.
   *[other] You agreed to share: at most { $count } kits a week, in your working hours. Nobody sees when you don't.
}
advocate-is-not = You get no share kits. With `/checkin advocate on` you get questions to start from and a link, at most { $count } a week, in your working hours. Nobody sees when you don't share.
advocate-said-on = *Noted.*
advocate-said-off = *Off.* What was kept about you as an advocate is gone.
advocate-button-on = I agree to share
advocate-button-off = No more kits
advocate-ask-most = How many a week, at most
advocate-most = { $count ->
    [one] 1 a week
   *[other] { $count } a week
}
advocate-none = None from now on

undo-deed-advocate = your agreement to share
undo-deed-no-advocate = the end of your agreement to share
undo-deed-kit-made = the share kit { $what }
undo-deed-kit-shared = your answer to { $what }
undo-deed-kit-declined = your answer to { $what }

refusal-share-kit-not-found = That share kit is gone: there is nothing left to do.
refusal-advocate-number = From 1 to { $most } a week. `/checkin advocate off` stops them.
refusal-kit-unpublished = { $post } is not out yet. Share it once it is.
refusal-kit-known = { $post } has its share kit already: each post gets one.
refusal-kit-nobody = Nobody else agreed to share yet. Colleagues say so with `/checkin advocate on`.
refusal-kit-full = Everybody who agreed has as many kits as they want for now. Ask again next week.
refusal-kit-angles = Give at least { $fewest } angles to start from.
refusal-kit-link = Add the link to share: it starts with https://.
refusal-kit-address = That is not a web address. Leave it empty, or paste it with https:// at its start.
refusal-kit-not-asked = That share kit was for others. `/checkin advocate on` gets you the next one.
