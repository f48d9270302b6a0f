# Une pause : commencée, dite, reprise.

pause-button = Mettre en pause…
pause-button-go-on = Reprendre…
pause-change-label = Modifier la pause
pause-form = Pause
pause-form-intro = Tout ce qui est prévu attend dès maintenant : aucun rappel ne part, et rien ne compte comme en retard. Ce qui est en ligne y reste. Vous pourrez défaire la pause.
pause-form-submit = Mettre en pause
pause-form-change = Modifier la pause
pause-ask-until = Jusqu’au
pause-ask-until-hint = Le premier jour où les publications reprennent. Laissez vide pour une pause sans date de fin.
pause-ask-reason = Pourquoi
pause-ask-reason-hint = L’équipe le lit le matin, avec les publications et dans le plan. Par exemple : inondation en ville.

pause-held = en pause jusqu’au { $until }
pause-held-open = en pause
pause-held-over = en attente depuis la pause, qui est finie
pause-said = Tout ce qui est prévu est { $held }.
pause-said-why = { $said } Raison : « { $why } ».
pause-said-on = { $count ->
    [0] *La pause est en place.* Rien n’est prévu ; ce qui viendra sera { $held }.
    [one] *La pause est en place.* { $count } publication est { $held }.
   *[other] *La pause est en place.* { $count } publications sont { $held }.
}
pause-part = { $count ->
    [0] *Pause* décidée par { $who } : rien n’est prévu ; ce qui viendra sera { $held }.
    [one] *Pause* décidée par { $who } : { $count } publication est { $held }.
   *[other] *Pause* décidée par { $who } : { $count } publications sont { $held }.
}
pause-part-over = { $count ->
    [0] *La pause est finie.* Rien n’est arrivé à échéance entre-temps.
    [one] *La pause est finie.* { $count } publication arrivée à échéance entre-temps attend : comme prévu, plus tard, ou pas du tout ?
   *[other] *La pause est finie.* { $count } publications arrivées à échéance entre-temps attendent : comme prévu, plus tard, ou pas du tout ?
}

pause-go-on-form = Reprendre
pause-go-on-submit = Reprendre
pause-go-on-intro = La pause finit quand vous envoyez ceci. Décidez pour toutes à la fois ; plus bas, vous pouvez choisir autre chose pour l’une d’elles.
pause-go-on-nothing = La pause finit quand vous envoyez ceci. Aucune publication n’attend.
pause-ask-passed = { $count ->
    [one] La publication arrivée à échéance entre-temps
   *[other] Les { $count } publications arrivées à échéance entre-temps
}
pause-ask-ahead = { $count ->
    [one] La publication encore à venir
   *[other] Les { $count } publications encore à venir
}
pause-page = Publications, page { $page } sur { $pages }
pause-row = { $post } · { $title } · { $when }
pause-keep = Comme prévu
pause-keep-late = Comme prévu : en retard jusqu’à sa mise en ligne
pause-move = { $days ->
    [one] { $days } jour plus tard
   *[other] { $days } jours plus tard
}
pause-drop = L’annuler
pause-like-others = Comme les autres
pause-said-over = *La pause est finie.*
pause-said-moved = { $count ->
    [one] Déplacée ({ $count }) : { $posts }.
   *[other] Déplacées ({ $count }) : { $posts }.
}
pause-said-dropped = { $count ->
    [one] Annulée ({ $count }) : { $posts }.
   *[other] Annulées ({ $count }) : { $posts }.
}
pause-said-kept = Comme prévu ({ $count }) : { $posts }.
pause-said-held-back = { $count ->
    [one] { $posts } reste où elle était : une limite ou une règle du plan refuse le nouveau jour.
   *[other] { $posts } restent où elles étaient : une limite ou une règle du plan refuse les nouveaux jours.
}
pause-and-more = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}

refusal-pause-none = Rien n’est en pause. `/plan pause jusqu’à lundi "raison"` en commence une.
refusal-pause-past = Choisissez un jour à venir : jusqu’à quand les publications doivent-elles attendre ?
refusal-pause-far = Une pause dure un an au plus. Choisissez un jour plus proche.
refusal-pause-still-past = { $days ->
    [one] { $post } serait encore dans le passé. Déplacez-la d’au moins { $days } jour.
   *[other] { $post } serait encore dans le passé. Déplacez-la d’au moins { $days } jours.
}

plan-changed-paused = a mis le calendrier en pause
plan-changed-went-on = a repris après la pause
undo-deed-paused = la pause
undo-deed-went-on = la fin de la pause
history-went-on = reprise après la pause
state-held = en pause
post-paused = { $state }, { $held }
radar-held = { $count ->
    [one] { $count } publication de ce mois est en pause.
   *[other] { $count } publications de ce mois sont en pause.
}
digest-discipline-held = { $held } en pause
morning-paused = *Pause, { $strategy }.* { $said }
morning-held = { $count ->
    [one] Une publication est à vous : { $posts }.
   *[other] { $count } publications sont à vous : { $posts }.
}
due-paused = { $post } · { $title } est { $held } : rien à faire pour l’instant.
