# Les erreurs et leur réparation : `/checkin oups`.

correction-post = Dans quelle publication
correction-what = Ce qui n’allait pas
correction-noticed = Remarquée
correction-noticed-day = Remarquée le
correction-noticed-clock = À
correction-noticed-by = Remarquée par
correction-by-customer = un client
correction-by-us = nous
correction-owner = Prise en main par
correction-remedies = Ce qui a été fait
correction-ask-remedies = Ce qui a été fait
correction-remedy-corrected = publication corrigée
correction-remedy-apologised = excuses présentées
correction-remedy-taken_down = publication retirée
correction-ask-followed = Ce qui aide
correction-helps = *Ce qui aide :*
correction-followed = fait
correction-advice-openly = Le dire ouvertement
correction-advice-correct = Corriger
correction-advice-answer = Répondre aux personnes qui ont demandé
correction-advice-team = Prévenir l’équipe
correction-answer = Ce qui a été dit en public
correction-answer-said = Dit en public : { $answer }
correction-learned = Ce qu’on en retient
correction-learned-hint = Le bilan le dit, sans nommer personne.
correction-learned-said = Retenu : { $learned }
correction-ask-right = Réparée ?
correction-right-yes = C’est réparé
correction-put-right = Réparée
correction-put_right-day = Réparée le
correction-put_right-clock = À
correction-is-open = encore ouverte
correction-is-done = réparée
correction-took = { $moment }, après { $span }
correction-in-short = { $correction } « { $what } » dans { $post } : { $state }.
correction-form-new = Une erreur de notre part
correction-form-intro = Cela arrive à tout le monde. Ce qui aide : le dire ouvertement, corriger, répondre aux personnes qui ont demandé, prévenir l’équipe.
correction-list-title = Corrections
correction-list-empty = Aucune erreur n’est notée. S’il en arrive une, notez-la : `/checkin oups P12 "mauvais prix"`.
correction-median = { $n ->
    [one] 1 réparée en { $span }
   *[other] { $n } réparées, la moitié en { $span } au plus (n = { $n })
}
correction-still-open = { $count ->
    [one] 1 encore ouverte
   *[other] { $count } encore ouvertes
}
correction-none = aucune réparée pour l’instant
correction-row-open = { $title } · { $post } · ouverte depuis le { $when } · { $who }
correction-morning = { $title } · erreur dans { $post }, à réparer depuis le { $when }
correction-more = { $count ->
    [one] Et { $count } autre à réparer.
   *[other] Et { $count } autres à réparer.
}
follow-up-more = Et { $count } de plus : `/checkin les voix` et `/checkin corrections` en donnent la liste.
correction-row-done = { $title } · { $post } · réparée le { $when } · { $who }
correction-on-post = *Erreurs réparées :* { $corrections }
correction-button-new = Une erreur à réparer…
correction-button-done = C’est réparé
correction-button-post = Voir la publication
correction-said-kept = *C’est noté.* L’erreur figure dans le message du matin de qui s’en occupe, jusqu’à ce qu’elle soit réparée.
correction-said-changed = *Modifiée.*
correction-said-done = *C’est réparé.* Qu’en retenez-vous ? Notez-le avec *Modifier…*.

undo-deed-correction-kept = la nouvelle correction { $what }
undo-deed-correction-changed = le changement de { $what }
undo-deed-correction-done = la réparation de { $what }
undo-deed-correction-opened = la réouverture de { $what }

refusal-correction-not-found = Il n’y a pas de correction { $what } ici. `/checkin corrections` les liste.
refusal-correction-empty = Dites en quelques mots ce qui n’allait pas.
refusal-correction-unpublished = { $post } n’est pas en ligne, personne n’a donc vu l’erreur : corrigez la publication avec `/post modifier { $post }`.
refusal-correction-nothing-live = Rien n’a été publié depuis un an, il n’y a donc rien à réparer.
refusal-correction-noticed = Choisissez un moment déjà passé, il y a moins d’un an.
refusal-correction-put-right = Choisissez un moment déjà passé, après celui où l’erreur a été remarquée.
refusal-correction-changed = Quelqu’un a changé { $what } entre-temps. Affichez-la de nouveau avec `/checkin { $what }`.
refusal-rights-change_correction = Quelqu’un d’autre s’occupe de { $what }. Demandez à { $people } de la modifier.
refusal-rights-change_correction-nobody = Quelqu’un d’autre s’occupe de { $what }. Demandez à { $people } de la modifier.
