# People who move others: `/checkin voice`.

voice-kind = Kind
voice-kind-influencer = Influencer
voice-kind-partner = Partner
voice-kind-press = Press
voice-kind-customer = Faithful customer
voice-kind-advocate = Advocate
voice-name = Name
voice-addresses = Where to find them
voice-addresses-hint = One per line: “Instagram @marie”, a link, an e-mail address.
voice-step = Next step
voice-step-hint = What you do next, like “thank her for the story”. It comes in the holder's morning message from its day on.
voice-step-day = On
voice-holder = Held by
voice-cares_for = Cares for
voice-language = Language
voice-notes = Notes
voice-posts = Named in posts
voice-questions = Named in questions
voice-form-new = A voice
voice-form-careful = Only what the work needs, in words they may read: they can ask to see it. Nobody who just asked or commented once, no children, nothing about health, faith, politics, family or money.
voice-today = today
voice-step-none = none yet
voice-step-on = { $step } · { $day }
voice-step-since = { $step } · waits since { $day }
voice-next = Next step: { $step }.
voice-in-short = { $voice } { $name } ({ $kind }).
voice-more = { $count } more
voice-line-kept = kept
voice-line-changed = changed
voice-line-given = handed over
voice-line-done = done: { $words }
voice-line-moved = planned: { $words }
voice-in-posts = { $count ->
    [one] *Named in 1 post:* { $posts }
   *[other] *Named in { $count } posts:* { $posts }
}
voice-in-questions = { $count ->
    [one] *Named in 1 question:* { $questions }
   *[other] *Named in { $count } questions:* { $questions }
}
voice-on-post = { $count ->
    [one] *Names a voice:* { $voices }
   *[other] *Names voices:* { $voices }
}

voice-button-add = Keep a voice…
voice-button-done = Step done
voice-button-next = Next step…
voice-button-happened = Note what happened…
voice-button-export = Show all that is kept
voice-button-forget = Forget…

voice-happened = What happened
voice-happened-hint = One line, like “shared our story”.
voice-happened-day = When
voice-export-intro = This is all that is kept about them. Copy it if they ask to see it.

voice-said-kept = *Kept:* { $name }.
voice-said-changed = *Changed:* { $name }.
voice-said-done = *Step done.* It is in the record; what comes next?
voice-said-moved = *Next step planned.*
voice-said-given = *Handed over* to { $who }.
voice-said-happened = *Noted.*
voice-missed = I couldn't make sense of “{ $what }”.

voice-forget-title = Forget this voice?
voice-forget-text = All that is kept about { $name } is deleted, in the backups too. This can't be undone.
voice-forget-yes = Forget for good
voice-forget-no = Keep
voice-forgotten = *Forgotten:* nothing is kept about { $name } any more, and the backups are being cleared.
voice-forgotten-named = { $count ->
    [one] The name still appears in one text: { $where }. Change it there if it should go too.
   *[other] The name still appears in { $count } texts: { $where }. Change it there if it should go too.
}

voice-list-title = Voices
voice-list-empty = No voices yet. Who moves people for you? An influencer, a partner, a journalist, a faithful customer: keep the first one.
voice-list-none = No voice like that. Choose another kind, platform or order.
voice-list-range = { $first }–{ $last } of { $total }
voice-list-in-short = { $total ->
    [0] No voices.
    [one] 1 voice: { $names }
   *[other] { $total } voices: { $names }
}
voice-any-kind = Every kind
voice-any-platform = Every platform
voice-order-waiting = All, longest waiting
voice-order-name = All, by name
voice-order-waiting-mine = Mine, longest waiting
voice-order-name-mine = Mine, by name

undo-deed-voice-kept = the new voice { $what }
undo-deed-voice-changed = changes to { $what }
undo-deed-voice-done = the step of { $what } that was done
undo-deed-voice-moved = the next step of { $what }
undo-deed-voice-happened = a line in the record of { $what }

refusal-voice-not-found = There is no voice { $what } here. `/checkin voices` lists them.
refusal-voice-nameless = Give the voice a name.
refusal-voice-known = { $what } has that name already. Open it with `/checkin { $what }`, or tell the two apart: “{ $name } (press)”.
refusal-voice-several = Several have that name: { $voices }. Say which, by number.
refusal-voice-no-step = { $what } has no next step. Plan one: `/checkin { $what } next "thank her" thu`.
refusal-voice-step-day = Choose today or later, within two years.
refusal-voice-happening-empty = Write what happened after the word: `/checkin { $what } note shared our story`.
refusal-voice-happening-day = That day has not begun yet. Choose today or earlier.
refusal-voice-changed = Somebody changed { $what } meanwhile. Open it again with `/checkin { $what }`.
refusal-voice-advocate = { $what } is an advocate: only they can change or forget what is kept about them.
refusal-voice-advocate-self = Advocates say so themselves, with `/checkin advocate on`. Choose another kind.
refusal-rights-keep = Guests can read this, not add to it. Somebody on the team can: { $people }.
refusal-rights-keep-nobody = Guests can read this, not add to it. Ask { $people } to do it.
refusal-rights-change_voice = { $what } is with somebody else. Ask { $people } to change it.
refusal-rights-change_voice-nobody = { $what } is with somebody else. Ask { $people } to change it.
