question-label = Posée le { $day }
question-answered = Traitée
question-open = Encore ouverte
question-give = Confier à { $who }
question-kept = Gardée : « { $what } ». Elle reste dans votre ronde jusqu’à ce que quelqu’un y réponde.
refusal-question-empty = Écrivez la question après le mot, par exemple `/checkin question Livrez-vous en Belgique ?`
