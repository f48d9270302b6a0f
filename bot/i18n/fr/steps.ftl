# Les listes d’étapes des types de publications.

step-rules = Publier le règlement
step-start = Ouvrir le concours
step-reminder = Publication de rappel
step-draw = Tirer au sort
step-winner = Publication du gagnant
step-venue = Fixer le lieu et le programme
step-photos = Prendre des photos, avec accord
step-thanks = Publication de remerciement
step-terms = Écrire les conditions
step-stock = Vérifier les prix et le stock
step-last-days = Publication des derniers jours
step-end = Retirer l’offre
step-proofread = Faire relire l’article
step-teaser = Accroche
step-on = { $step } sur { $platform }
step-title = { $step } : { $title }
step-row = *À faire :* { $step } · { $when }
step-undated = pas encore de jour
step-finish = C’est fait
step-make = Créer la publication
step-more = { $count ->
    [one] Et { $count } autre étape.
   *[other] Et { $count } autres étapes.
}
steps-done = Fait : { $steps }
step-is-post = { $step } : { $post }
step-was-done = { $step } ({ $by })
step-said-done = *{ $post }, c’est fait :* { $step }.
steps-hurried = { $count ->
    [one] *Une étape devrait déjà être faite,* elle est donc pour aujourd’hui : { $steps }.
   *[other] *{ $count } étapes devraient déjà être faites,* elles sont donc pour aujourd’hui : { $steps }.
}
step-said-made = *{ $post } est ajoutée,* étape de { $parent }. Il lui faut un texte à elle.
history-step-done = étape faite
history-step-made = étape devenue publication
due-missing-step = une étape : { $step }

refusal-step-gone = Cette étape de { $post } n’existe plus. Ouvrez { $post } pour voir ses étapes.
refusal-step-makes-nothing = Cette étape de { $post } n’est pas une publication ; cochez-la comme faite.

## Celles de l’agenda

agenda-steps = { $n ->
    [one] { $n } étape à faire
   *[other] { $n } étapes à faire
}
day-step = { $step } · { $post } · { $title }
day-step-to-do = *À faire :* { $step }
day-step-since = depuis le { $day }
day-step-done = Fait : { $step } ({ $by })
day-step-made = { $step } : c’est { $post } désormais

## Qui fait quoi

steps-share = Qui fait quoi…
steps-form = Étapes de { $post }
steps-share-hint = Chacune arrive le jour dit, dans le message du matin de la personne nommée. Vide : qui a la publication.
steps-said-shared = *Les étapes de { $post } sont réparties.*
history-steps-assigned = étapes réparties
refusal-steps-none = { $post } n’a aucune étape en attente. Un concours, un événement, une promotion ou un article apporte les siennes.
post-help-steps = /post étapes P12 @dan
post-help-steps-says = qui fait quelle étape d’un concours, d’un événement… ; chacune arrive dans son message du matin le jour dit

## Les publications qu’elles ont données, quand la première est déplacée ou annulée

made-stay-moved = { $count ->
    [one] *Une publication issue de ses étapes garde sa date :*
   *[other] *{ $count } publications issues de ses étapes gardent leur date :*
}
made-stay-cancelled = { $count ->
    [one] *Une publication issue de ses étapes reste prévue :*
   *[other] *{ $count } publications issues de ses étapes restent prévues :*
}
made-move = { $count ->
    [one] La déplacer aussi
   *[other] Les déplacer aussi
}
made-cancel = { $count ->
    [one] L’annuler aussi
   *[other] Les annuler aussi
}
made-moved = { $count ->
    [0] *Aucune publication issue des étapes de { $post } n’a pu être déplacée.*
    [one] *Une publication est déplacée avec { $post }.*
   *[other] *{ $count } publications sont déplacées avec { $post }.*
}
made-cancelled = { $count ->
    [0] *Aucune publication issue des étapes de { $post } n’a pu être annulée.*
    [one] *Une publication est annulée avec { $post }.*
   *[other] *{ $count } publications sont annulées avec { $post }.*
}
refusal-made-gone = Les publications issues des étapes de { $post } ont été déplacées ou annulées depuis. Ouvrez { $post } pour voir ses étapes.
