question-title = *“{ $text }”* · { $question }
question-in-short = { $question }: “{ $text }”, { $state }.
question-from = from { $who }
question-asked = asked { $when }
question-seen = noted { $when }
question-state-open = open
question-state-answered = answered
question-state-dropped = dropped
question-held = with { $who }
question-due = until { $when }
question-waits = waits { $worked } of working time ({ $plain } by the clock)
question-took = took { $worked } of working time ({ $plain } by the clock)
question-answered-by = Answered by { $who }, { $when }
question-dropped-by = Dropped by { $who }, { $when }: { $why }
question-alike = { $count ->
    [one] Nearly the same was asked before: { $questions }.
   *[other] Nearly the same was asked { $count } times before: { $questions }.
}
question-alike-one = { $question } “{ $text }” ({ $state })
question-not-understood = I didn't understand “{ $what }”. Here it is as it stands.

question-button-answered = Answered…
question-button-open = Still open
question-button-give = Give to…
question-button-drop = Drop…
question-button-reopen = Reopen
question-button-forget = Forget who asked
question-button-see = See { $question }
question-button-do = Open
question-button-keep = Keep a question…
button-keep = Keep

question-said-kept = { $question } is kept.
question-said-answered = { $question } is answered.
question-said-open = { $question } stays open. It comes back when it is due.
question-said-given = { $question } is with { $who } now.
question-said-dropped = { $question } is dropped.
question-said-forgotten = Who asked { $question } is forgotten.
question-said-reopened = { $question } is open again, and its clock starts anew.

question-forget-title = Forget who asked?
question-forget-text = The name goes out of { $question }, of its history and of what can be undone. The words of the question stay: if they name somebody, change that yourself.
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
question-ask-by-hint = Only what you need to find them again: a first name or a handle. No address, no phone number, nothing about health, money or opinions. Who asked is forgotten { $days } days after the question is closed.
question-ask-day = Asked on
question-ask-clock = At
question-ask-asked-hint = In { $place } time. Leave both empty if you don't know: the clock then starts now.
question-ask-link = Link to the question
question-ask-owner = Who answers
question-ask-backup = Who does if they are away
question-ask-answer = Link to the answer
question-ask-answer-hint = If there is one. The time is now.
question-ask-to = Who answers from now on
question-ask-why = Why it needs no answer
question-ask-why-hint = A word is enough: spam, asked twice, answered by phone.
question-rule = { $days ->
    [0] To be answered by { $when }: the end of the working day.
    [one] To be answered by { $when }: the end of the next working day.
   *[other] To be answered by { $when }: { $days } working days.
}

refusal-question-empty = Write the question after the word, like `/checkin question Do you ship to Belgium?`
question-told-given = { $by } gave you { $question }: “{ $text }”
question-told-due = { $question } is due: “{ $text }”
question-told-instead = { $who } is away: can you take { $question }? “{ $text }”
question-told-late = { $question } is with { $who } and waits longer than it should: “{ $text }”
question-told-many = { $count ->
    [0] These questions have their answers: { $questions }
    [one] 1 question waits for an answer: { $questions }
   *[other] { $count } questions wait for an answer: { $questions }
}

agenda-questions = { $n ->
    [one] { $n } question to answer
   *[other] { $n } questions to answer
}
question-more = And { $count } more to answer

refusal-question-is-open = { $question } is open already: it waits for its answer.
refusal-question-is-answered = { $question } has been answered. If it waits again, reopen it first: `/checkin reopen { $question }`
refusal-question-is-dropped = { $question } has been dropped. If it waits again, reopen it first: `/checkin reopen { $question }`
refusal-question-link = That is no web address. Copy it from the browser, with https:// at its beginning.
refusal-question-why = Say in a word why { $question } needs no answer, like `/checkin drop { $question } spam`
refusal-question-asked-later = That moment is still to come. When was it asked?
refusal-question-asked-long-ago = That is more than a year ago. Choose a later day, or leave it empty.
refusal-question-day-missing = On which day?
refusal-question-hour-missing = At what time, about?
