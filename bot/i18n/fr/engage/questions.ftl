question-title = *« { $text } »* · { $question }
question-in-short = { $question } : « { $text } », { $state }.
question-from = par { $who }
question-asked = posée { $when }
question-seen = notée { $when }
question-state-open = ouverte
question-state-answered = traitée
question-state-dropped = écartée
question-held = confiée à { $who }
question-due = à traiter d’ici au { $when }
question-waits = attend depuis { $plain } ({ $worked } en temps de travail)
question-waits-same = attend depuis { $span }
question-took-same = traitée en { $span }
question-took = traitée en { $plain } ({ $worked } en temps de travail)
question-answered-by = Réponse de { $who }, { $when }
question-dropped-by = Écartée par { $who }, { $when } : { $why }
question-alike = { $count ->
    [one] Presque la même question a déjà été posée : { $questions }.
   *[other] Presque la même question a déjà été posée { $count } fois : { $questions }.
}
question-alike-one = { $question } « { $text } » ({ $state })
question-not-understood = Je n’ai pas compris « { $what } ». Voici la question telle qu’elle est.

question-button-answered = Traitée…
question-button-open = Encore ouverte
question-button-give = Confier…
question-button-drop = Écarter…
question-button-reopen = Rouvrir
question-button-forget = Oublier qui l’a posée
question-button-post = Une publication…
question-post-notes = { $known ->
    [no] Question de la clientèle ({ $question }) : « { $text } »
   *[other] Question de la clientèle, entendue par { $who } ({ $question }) : « { $text } »
}
question-button-see = Voir { $question }
question-button-do = Ouvrir
question-button-keep = Noter une question…
button-keep = Noter

question-said-kept = { $question } est notée.
question-said-answered = { $question } a sa réponse.
question-said-open = { $question } reste ouverte. Elle revient à son échéance.
question-said-given = { $question } est maintenant confiée à { $who }.
question-said-dropped = { $question } est écartée.
question-said-forgotten = Le nom de qui a posé { $question } est oublié.
question-said-reopened = { $question } est rouverte, et son attente repart de zéro.

question-forget-title = Oublier qui l’a posée ?
question-forget-text = Le nom disparaît de { $question }, de son historique, de ce qui peut être défait et des sauvegardes. Le texte de la question reste tel quel.
question-forget-yes = Oublier

question-list-mine = { $count ->
    [0] Aucune question ne vous attend.
    [one] { $count } question vous attend
   *[other] { $count } questions vous attendent
}
question-list-all = { $count ->
    [0] Aucune question n’attend.
    [one] { $count } question attend
   *[other] { $count } questions attendent
}
question-list-see-mine = Les miennes
question-list-see-all = Celles de l’équipe
question-list-more = Suivantes
question-list-back = Précédentes

question-form-keep = Noter une question
question-form-answer = Réponse à { $question }
question-form-give = Confier { $question }
question-form-drop = Écarter { $question }
question-seen-public = Toute l’équipe de *{ $name }* peut lire ce que vous notez ici.
question-seen-private = Seules les personnes du canal privé de *{ $name }* peuvent lire ce que vous notez ici.
question-consent = Ces mots viennent d’une autre conversation
question-consent-yes = Les personnes qui voient cette stratégie peuvent les lire
question-ask-text = Ce que demande le client
question-ask-platform = Où
question-ask-by = Qui l’a posée
question-ask-by-hint = Juste de quoi retrouver la personne : un prénom ou un pseudo. Ni adresse, ni téléphone, rien sur sa santé, son argent ou ses opinions. Ce nom est oublié { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } après que la question est traitée ou écartée.
question-ask-day = Posée le
question-ask-clock = À
question-ask-asked-hint = Heure : { $place }. Si vous ne savez pas, laissez les deux vides : l’attente se compte à partir de maintenant.
question-ask-link = Lien vers la question
question-ask-owner = Qui répond
question-ask-backup = Qui répond en cas d’absence
question-ask-answer = Lien vers la réponse
question-ask-answer-hint = S’il y en a un. La réponse est datée de maintenant.
question-ask-to = Qui répond désormais
question-ask-why = Pourquoi ne pas y répondre
question-ask-why-hint = Un mot suffit : spam, posée deux fois, réponse par téléphone.
question-rule = { $days ->
    [0] Réponse attendue d’ici { $when } : la fin de la journée de travail.
    [one] Réponse attendue d’ici { $when } : la fin du prochain jour de travail.
   *[other] Réponse attendue d’ici { $when } : { $days } jours de travail.
}

refusal-question-empty = Écrivez la question après le mot, par exemple `/checkin question Livrez-vous en Belgique ?`
question-told = { $why } « { $text } »
question-told-given = { $by } vous a confié { $question }.
question-told-again = { $by } a rouvert { $question } : elle attend de nouveau une réponse.
question-told-due = { $question } attend sa réponse aujourd’hui.
question-told-instead = { $who } n’est pas disponible. Pouvez-vous répondre à { $question } ?
question-told-late = { $question }, confiée à { $who }, attend sa réponse plus longtemps que prévu. Répondez-y ou confiez-la.
question-told-one = « { $text } »
question-told-more = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
question-told-many = { $count ->
    [0] Ces questions n’attendent plus de réponse : { $questions }
    [one] { $count } question attend une réponse : { $questions }
   *[other] { $count } questions attendent une réponse : { $questions }
}

question-was-due = devait être traitée avant le { $when }
question-silent = devait être traitée avant le { $when }, confiée à { $owner }
question-more = Et { $count } de plus à traiter

refusal-question-is-open = { $question } est déjà ouverte : elle attend sa réponse.
refusal-question-is-answered = { $question } a reçu sa réponse. Si elle attend de nouveau, rouvrez-la d’abord : `/checkin rouvrir { $question }`
refusal-question-is-dropped = { $question } a été écartée. Si elle attend de nouveau, rouvrez-la d’abord : `/checkin rouvrir { $question }`
refusal-question-link = Ce n’est pas une adresse web. Copiez-la depuis le navigateur, avec https:// au début.
refusal-question-why = Dites d’un mot pourquoi { $question } se passe de réponse, par exemple `/checkin écarter { $question } spam`
refusal-question-asked-later = Ce moment est encore à venir. Quand a-t-elle été posée ?
refusal-question-asked-long-ago = C’était il y a plus d’un an. Choisissez un jour plus récent, ou laissez vide.
refusal-question-day-missing = Quel jour ?
refusal-question-hour-missing = Vers quelle heure ?
refusal-question-consent = Cochez d’abord la case : d’autres liront ces mots.
