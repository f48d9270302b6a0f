question-label = Asked on { $day }
question-answered = Answered
question-open = Still open
question-give = Give to { $who }
question-kept = Kept: “{ $what }”. It stays in your round until somebody answers it.
refusal-question-empty = Write the question after the word, like `/checkin question Do you ship to Belgium?`
