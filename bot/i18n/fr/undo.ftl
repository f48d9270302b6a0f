# Défaire : ce qui a été repris, ce qui viendrait ensuite, ce qui reste et pourquoi.

undo-title = Défaire ?
undo-question = *Ceci sera défait :* { $deed }. { $count ->
    [one] { $count } publication est concernée
   *[other] { $count } publications sont concernées
} : ce qui a été ajouté sera annulé, ce qui a été modifié redeviendra comme avant.
undo-question-one = Ce que vous avez fait en dernier : { $deed }.
undo-which = Je ne vois pas ce qu’il faut défaire. Pour nommer une publication : `/post défaire P12`.
undo-round = Les rondes et les absences ne se défont pas, elles se modifient : `/checkin` ouvre la ronde du jour, `/checkin absence` vos absences.
undo-yes = { $count ->
    [0] Défaire
    [one] Défaire
   *[other] Défaire les { $count }
}
undo-no = Laisser ainsi
undo-left = Rien n’a été défait.
undo-said = *Défait :* { $deed }.
undo-again-all = Comme avant : { $values }.
undo-again = { $name } { $now } au lieu de { $was }
undo-empty = (rien)
undo-next = Ensuite, à défaire : { $deed }.
undo-next-after = Ensuite, à défaire : { $deed } ; { $stay } reste tel quel.
undo-next-stays = Ce que vous avez fait avant reste tel quel : { $stay }. `/post défaire` dit pourquoi.
undo-stays = *Pas défait :* { $deed }. { $why }
undo-before = Avant cela, vous avez fait ceci : { $deed }. Cela se défait à part.
undo-one-before = Défaire cela

## Ce qui reste de plusieurs publications, et pourquoi

undo-left-changed = { $posts } { $count ->
    [one] reste telle quelle
   *[other] restent telles quelles
} : { $who } { $what ->
    [counts] en a changé les chiffres depuis
   *[post] { $count ->
        [one] l’a modifiée depuis
       *[other] les a modifiées depuis
    }
} ({ $when }).
undo-left-own = { $posts } { $count ->
    [one] reste telle quelle
   *[other] restent telles quelles
} : vous { $what ->
    [counts] en avez changé les chiffres depuis
   *[post] { $count ->
        [one] l’avez modifiée depuis
       *[other] les avez modifiées depuis
    }
}. Défaites d’abord cela, puis ceci.
undo-left-somehow = { $posts } { $count ->
    [one] reste telle quelle : elle a été modifiée
   *[other] restent telles quelles : elles ont été modifiées
} depuis.
undo-left-why = { $posts } { $count ->
    [one] reste telle quelle.
   *[other] restent telles quelles.
} { $why }

## Ce qui a été fait, comme partie d’une phrase

undo-quoted = « { $text } »
undo-value = { $name } { $now }
undo-value-was = { $name } { $now } (avant : { $was })
undo-value-off = sans { $name } (avant : { $was })
undo-deed-posts = { $posts } ({ $what })
undo-deed-many = { $count } publications ({ $what })
undo-deed-counts = les chiffres de { $what }
undo-deed-target = la cible de { $objective } : { $what }
undo-deed-objective = le nouvel objectif { $objective } (« { $statement } »)
undo-deed-objective-edited = le changement de { $objective } : { $what }
undo-deed-objective-closed = la fin de { $objective } (« { $statement } »)
undo-deed-objective-result = le résultat de { $objective } : { $what }
undo-deed-objective-reopened = la réouverture de { $objective } (« { $statement } »)
undo-deed-plan = le plan
undo-deed-platform = { $new ->
    [new] la nouvelle plateforme { $what } du plan
   *[changed] le changement de { $what } dans le plan
}
undo-deed-platform-dropped = le retrait de { $what } du plan
undo-deed-limits = { $count ->
    [0] les limites du plan
   *[other] les limites du plan : { $what }
}
undo-deed-policy = { $new ->
    [new] la nouvelle règle du plan : { $what }
   *[changed] le changement de la règle : { $what }
}
undo-deed-policies-dropped = le retrait d’une règle du plan : { $what }
undo-deed-theme = { $new ->
    [new] le nouveau thème { $what }
   *[changed] le changement du thème { $what }
}
undo-deed-themes-dropped = le retrait du thème { $what }
undo-deed-day = { $new ->
    [new] la nouvelle journée particulière { $what }
   *[changed] le changement de la journée { $what }
}
undo-deed-days-dropped = le retrait de la journée { $what }
undo-deed-tool = { $new ->
    [new] le nouvel outil { $what }
   *[changed] le changement de l’outil { $what }
}
undo-deed-tools-dropped = le retrait de l’outil { $what }
undo-deed-people = { $count ->
    [0] les réglages du plan
   *[other] les réglages du plan : { $what }
}
undo-deed-care = { $count ->
    [0] la réponse aux questions des clients
   *[other] la réponse aux questions des clients : { $what }
}
undo-field-working_days = jours de travail
undo-field-opens = début du travail
undo-field-closes = fin du travail
undo-field-due_days = échéance d’une question
undo-field-forget_days = oubli de qui l’a posée
undo-field-statement = phrase
undo-field-kind = type
undo-field-deadline = échéance
undo-field-platforms = plateformes
undo-field-resources = heures ou budget
undo-field-posts_a_day = publications par jour
undo-field-spend_a_month = dépense par mois
undo-field-manager_id = suivi par
undo-field-country = jours fériés :
undo-field-review_required = relecture
undo-field-review_again_after_change = relecture après une modification
undo-field-thread_per_post = un message dans le canal pour chaque publication
undo-deed-question-kept = la nouvelle question { $what }
undo-deed-question-answered = la réponse à { $what }
undo-deed-question-dropped = la mise à l’écart de { $what }
undo-deed-question-given = la personne chargée de { $what }
undo-deed-question-open = « Encore ouverte » pour { $what }
undo-deed-question-reopened = la réouverture de { $what }

## Refus

refusal-undo-gone = Cela ne se défait plus : dix minutes ont passé. `/post liste` nomme les publications, pour modifier chacune à part.
refusal-undo-gone-already = C’est déjà défait.
refusal-undo-gone-others-nobody = C’était de quelqu’un d’autre, et personne d’autre ne peut le défaire.
refusal-undo-gone-others = C’était de { $who }, et personne d’autre ne peut le défaire.
refusal-undo-stays = Tout a été changé depuis.
refusal-undo-changed = { $who } a changé { $thing } depuis ({ $when }). Le défaire l’effacerait : changez-le vous-même, ou demandez d’abord.
refusal-undo-changed-nobody = { $thing } a été changé depuis ({ $when }). Le défaire l’effacerait : changez-le vous-même.
refusal-undo-changed-own = Vous avez changé { $thing } depuis. Défaites d’abord cela : `/post défaire`.
refusal-undo-changed-somehow = { $thing } a été changé depuis. Ouvrez-le pour le modifier.
refusal-undo-gone-channel = Seules les personnes du canal privé peuvent défaire cela. Demandez à l’une d’elles de vous y inviter.
refusal-undo-gone-archived = La stratégie { $strategy } est archivée : elle ne rappelle plus rien à personne, et ce que vous y avez fait reste tel quel.
