question-title = *“{ $text }”* · { $question }
question-in-short = { $question }: “{ $text }”, { $state }.
question-from = from { $who }
question-asked = asked { $when }
question-seen = noted { $when }
question-state-open = open
question-state-answered = answered
question-state-dropped = dropped
question-held = with { $who }
question-due = due { $when }
question-waits = waiting for { $worked } of working time ({ $plain } by the clock)
question-waits-same = waiting for { $span }
question-took-same = took { $span }
question-took = took { $worked } of working time ({ $plain } by the clock)
question-answered-by = Answered by { $who }, { $when }
question-dropped-by = Dropped by { $who }, { $when }: { $why }
question-alike = { $count ->
    [one] Nearly the same was asked before: { $questions }.
   *[other] Nearly the same was asked { $count } times before: { $questions }.
}
question-alike-one = { $question } “{ $text }” ({ $state })
question-not-understood = I couldn't make sense of “{ $what }”. Here is the question as it stands.

question-button-answered = Answered…
question-button-open = Still open
question-button-give = Give to…
question-button-drop = Drop…
question-button-reopen = Reopen
question-button-forget = Forget who asked
question-button-post = A post for all…
question-post-notes = { $known ->
    [no] A customer asked ({ $question }): “{ $text }”
   *[other] A customer asked, heard by { $who } ({ $question }): “{ $text }”
}
question-button-see = See { $question }
question-button-do = Open
question-button-keep = Keep a question…
button-keep = Keep

question-said-kept = { $question } is kept.
question-said-answered = { $question } is answered.
question-said-open = { $question } stays open. It comes back when it is due.
question-said-given = { $question } is with { $who } now.
question-said-dropped = { $question } is dropped.
question-said-forgotten = Forgotten: who asked { $question }.
question-said-reopened = { $question } is open again. The time to answer it starts now.

question-forget-title = Forget who asked?
question-forget-text = The name is removed from { $question }, from its history, from what can be undone and from the backups. The question itself stays word for word, with any name in it.
question-forget-yes = Forget

question-list-mine = { $count ->
    [0] No question waits for you.
    [one] 1 question waits for you
   *[other] { $count } questions wait for you
}
question-list-all = { $count ->
    [0] No question waits.
    [one] 1 question waits
   *[other] { $count } questions wait
}
question-list-see-mine = Mine
question-list-see-all = Everybody's
question-list-more = Next
question-list-back = Previous

question-form-keep = Keep a question
question-form-answer = { $question } is answered
question-form-give = Give { $question }
question-form-drop = Drop { $question }
question-seen-public = Everybody on the team of *{ $name }* can read what you keep here.
question-seen-private = Only those in the private channel of *{ $name }* can read what you keep here.
question-consent = These words come from another conversation
question-consent-yes = Those who see this strategy may read them
question-ask-text = What the customer asked
question-ask-platform = Where
question-ask-by = Who asked
question-ask-by-hint = Only what you need to find them again: a first name or a handle. No address, no phone number, nothing about health, money or opinions. Who asked is forgotten { $days ->
    [one] 1 day
   *[other] { $days } days
} after the question is answered or dropped.
question-ask-day = Asked on
question-ask-clock = At
question-ask-asked-hint = In { $place } time. Leave both empty if you don't know: the time to answer then starts now.
question-ask-link = Link to the question
question-ask-owner = Who answers
question-ask-backup = Who answers if they are away
question-ask-answer = Link to the answer
question-ask-answer-hint = If there is one. It counts as answered now.
question-ask-to = Who answers from now on
question-ask-why = Why it needs no answer
question-ask-why-hint = A word is enough: spam, asked twice, answered by phone.
question-rule = { $days ->
    [0] To be answered by { $when }: the end of the working day.
    [one] To be answered by { $when }: the end of the next working day.
   *[other] To be answered by { $when }: within { $days } working days.
}

refusal-question-empty = Write the question after the word, like `/checkin question Do you ship to Belgium?`
question-told = { $why } “{ $text }”
question-told-given = { $by } gave you { $question }.
question-told-again = { $by } reopened { $question }: it needs an answer again.
question-told-due = { $question } is due for an answer.
question-told-instead = { $who } is away or can't be reached. Can you answer { $question }?
question-told-late = { $question }, with { $who }, was due and has no answer yet. Answer it or give it to somebody.
question-told-one = “{ $text }”
question-told-more = { $count } more
question-told-many = { $count ->
    [0] These questions no longer wait for an answer: { $questions }
    [one] 1 question waits for an answer: { $questions }
   *[other] { $count } questions wait for an answer: { $questions }
}

question-was-due = was to be answered by { $when }
question-silent = was to be answered by { $when }, with { $owner }
question-more = And { $count } more to answer.

refusal-question-is-open = { $question } is open already: it is waiting for an answer.
refusal-question-is-answered = { $question } is answered already. If it needs another answer, reopen it first: `/checkin reopen { $question }`
refusal-question-is-dropped = { $question } is dropped already. If it needs an answer after all, reopen it first: `/checkin reopen { $question }`
refusal-question-link = That is not a web address. Copy it from the browser: it starts with https://.
refusal-question-why = Say in a word why { $question } needs no answer, like `/checkin drop { $question } spam`
refusal-question-asked-later = That moment is still to come. Choose when it was asked.
refusal-question-asked-long-ago = That is more than a year ago. Choose a later day, or leave it empty.
refusal-question-day-missing = On which day?
refusal-question-hour-missing = At about what time?
refusal-question-consent = Tick the box first: others will read these words.
