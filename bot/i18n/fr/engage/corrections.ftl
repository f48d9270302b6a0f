# Les erreurs et leur réparation : `/checkin oups`.

correction-post = Dans quelle publication
correction-what = Ce qui n’allait pas
correction-noticed = Remarqué
correction-noticed-day = Remarqué le
correction-noticed-clock = À
correction-noticed-by = Remarqué par
correction-by-customer = un client
correction-by-us = nous
correction-owner = Pris en main par
correction-remedies = Fait
correction-ask-remedies = Ce qui a été fait
correction-remedy-corrected = corrigé
correction-remedy-apologised = excuses présentées
correction-remedy-taken_down = retiré
correction-ask-followed = Ce qui aide
correction-helps = *Ce qui aide :*
correction-followed = fait
correction-advice-openly = Le dire ouvertement
correction-advice-correct = Corriger
correction-advice-answer = Répondre à qui a demandé
correction-advice-team = Prévenir l’équipe
correction-answer = Ce qui a été dit en public
correction-answer-said = Dit en public : { $answer }
correction-learned = Ce qu’on en retient
correction-learned-hint = Le bilan le raconte, sans noms.
correction-learned-said = Retenu : { $learned }
correction-ask-right = Réparé ?
correction-right-yes = C’est réparé
correction-put-right = Réparé
correction-put_right-day = Réparé le
correction-put_right-clock = À
correction-is-open = encore ouvert
correction-is-done = réparé
correction-took = { $moment }, après { $span }
correction-in-short = { $correction } « { $what } » dans { $post } : { $state }.
correction-form-new = Une erreur de notre part
correction-form-intro = Cela arrive à tout le monde. Le dire ouvertement, corriger, répondre à qui a demandé, prévenir l’équipe.
correction-list-title = Corrections
correction-list-empty = Aucune erreur n’est notée. S’il en arrive une : `/checkin oups P12 "mauvais prix"`.
correction-median = la moitié réparée en { $span } (n = { $n })
correction-still-open = { $count ->
    [one] 1 encore ouverte
   *[other] { $count } encore ouvertes
}
correction-none = aucune réparée pour l’instant
correction-row-open = { $title } · { $post } · ouverte depuis { $when } · { $who }
correction-morning = { $title } · erreur dans { $post }, à réparer depuis { $when }
correction-row-done = { $title } · { $post } · réparée { $when } · { $who }
correction-on-post = *Réparé :* { $corrections }
correction-button-new = Une erreur à réparer…
correction-button-done = Réparé
correction-button-post = Voir la publication
correction-said-kept = *Pris en main.* L’erreur figure dans le matin de qui s’en occupe jusqu’à ce qu’elle soit réparée.
correction-said-changed = *Modifiée.*
correction-said-done = *Réparée.* En retenez-vous quelque chose ? *Modifier…* le garde.

undo-deed-correction-kept = la nouvelle correction { $what }
undo-deed-correction-changed = des changements à { $what }
undo-deed-correction-done = la fin de { $what }
undo-deed-correction-opened = la réouverture de { $what }

refusal-correction-not-found = Il n’y a pas de correction { $what } ici. `/checkin corrections` les liste.
refusal-correction-empty = Dites en quelques mots ce qui n’allait pas.
refusal-correction-unpublished = { $post } n’est pas en ligne, personne n’a donc vu l’erreur : changez-la avec `/post modifier { $post }`.
refusal-correction-nothing-live = Rien n’a été publié depuis un an, il n’y a donc rien à réparer.
refusal-correction-noticed = L’erreur a été remarquée dans le passé, depuis moins d’un an.
refusal-correction-put-right = L’erreur a été réparée après avoir été remarquée, et pas dans le futur.
refusal-correction-changed = Quelqu’un a changé { $what } entre-temps. Rouvrez-la avec `/checkin { $what }`.
refusal-rights-change_correction = Quelqu’un d’autre s’occupe de { $what }. Demandez à { $people }.
refusal-rights-change_correction-nobody = Quelqu’un d’autre s’occupe de { $what }. Demandez à { $people }.
