# Mistakes and how they are put right: `/checkin oops`.

correction-post = In which post
correction-what = What was wrong
correction-noticed = Noticed
correction-noticed-day = Noticed on
correction-noticed-clock = At
correction-noticed-by = Noticed by
correction-by-customer = a customer
correction-by-us = us
correction-owner = Taken on by
correction-remedies = Done
correction-ask-remedies = What was done
correction-remedy-corrected = corrected
correction-remedy-apologised = apologised
correction-remedy-taken_down = taken down
correction-ask-followed = What helps
correction-helps = *What helps:*
correction-followed = done
correction-advice-openly = Say it openly
correction-advice-correct = Correct it
correction-advice-answer = Answer whoever asked
correction-advice-team = Tell the team
correction-answer = What was said in public
correction-answer-said = Said in public: { $answer }
correction-learned = What was learned
correction-learned-hint = The digest tells it, without names.
correction-learned-said = Learned: { $learned }
correction-ask-right = Put right?
correction-right-yes = It is put right
correction-put-right = Put right
correction-put_right-day = Put right on
correction-put_right-clock = At
correction-is-open = still open
correction-is-done = put right
correction-took = { $moment }, after { $span }
correction-in-short = { $correction } “{ $what }” in { $post }: { $state }.
correction-form-new = We made a mistake
correction-form-intro = It happens to everybody. Say it openly, correct it, answer whoever asked, tell the team.
correction-list-title = Corrections
correction-list-empty = No mistake is on record. When one happens: `/checkin oops P12 "wrong price"`.
correction-median = { $n ->
    [one] 1 put right within { $span }
   *[other] { $n } put right, half within { $span } (n = { $n })
}
correction-still-open = { $count ->
    [one] 1 still open
   *[other] { $count } still open
}
correction-none = none put right yet
correction-row-open = { $title } · { $post } · open since { $when } · { $who }
correction-morning = { $title } · mistake in { $post }, open since { $when }
correction-more = { $count ->
    [one] And one more that is open.
   *[other] And { $count } more that are open.
}
follow-up-more = And { $count } more: `/checkin voices` and `/checkin corrections` list them.
correction-row-done = { $title } · { $post } · put right { $when } · { $who }
correction-on-post = *Put right:* { $corrections }
correction-button-new = We made a mistake…
correction-button-done = Put right
correction-button-post = Open the post
correction-said-kept = *Taken on.* It comes in the morning message of whoever has it until it is put right.
correction-said-changed = *Changed.*
correction-said-done = *Put right.* Did you learn something? *Change…* keeps it.

undo-deed-correction-kept = the new correction { $what }
undo-deed-correction-changed = changes to { $what }
undo-deed-correction-done = marking { $what } as put right
undo-deed-correction-opened = the reopening of { $what }

refusal-correction-not-found = There is no correction { $what } here. `/checkin corrections` lists them.
refusal-correction-empty = Say what was wrong, in a few words.
refusal-correction-unpublished = { $post } is not out, so nobody saw the mistake: change it with `/post edit { $post }`.
refusal-correction-nothing-live = Nothing was published in the last year, so there is nothing to put right.
refusal-correction-noticed = Choose a moment within the last year, not in the future.
refusal-correction-put-right = Choose a moment after it was noticed, not in the future.
refusal-correction-changed = Somebody changed { $what } meanwhile. Open it again with `/checkin { $what }`.
refusal-rights-change_correction = { $what } is with somebody else. Ask { $people } to change it.
refusal-rights-change_correction-nobody = { $what } is with somebody else. Ask { $people } to change it.
