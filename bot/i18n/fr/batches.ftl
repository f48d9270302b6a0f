# Plusieurs publications à la fois.

batch-title = Publications
batch-more = { $count ->
    [one] Et une autre.
   *[other] Et { $count } autres.
}
batch-left = Sans changement : { $posts }. Raisons possibles : publication de quelqu’un d’autre, heure déjà passée, règle du plan, ou modification faite depuis.
batch-stays = { $count ->
    [one] { $posts } restera telle quelle : quelqu’un d’autre s’en occupe, ou son heure est passée.
   *[other] Celles-ci resteront telles quelles : { $posts }. Quelqu’un d’autre s’en occupe, ou leur heure est passée.
}
batch-missed = { $count ->
    [one] Une règle du plan bloque l’une d’elles.
   *[other] Une règle du plan bloque { $count } d’entre elles.
}
batch-undone = { $count ->
    [0] *Rien n’a pu être défait.*
    [one] *C’est défait :* une publication.
   *[other] *C’est défait :* { $count } publications.
}
series-said = { $count ->
    [one] *Un brouillon est ajouté,* pour le { $last }.
   *[other] *{ $count } brouillons sont ajoutés,* le dernier pour le { $last }. Chacun a besoin de son propre texte.
}
series-has-more = Pas plus de { $most } à la fois. Ajoutez la suite le moment venu.
copy-button = Copier vers…
copy-form = Copier { $post }
copy-ask = Pour quelles plateformes
copy-hint = Chaque copie commence par le même texte, à réécrire pour son public.
copy-submit = Copier
copy-said = *{ $posts } : copie de { $post }.* Réécrivez le texte pour son nouveau public.
draft-button = En faire un brouillon
post-said-drafted = *{ $post } est maintenant un brouillon.* Déplacez-la à une date quand il y en aura une.
day-title = { $day } → { $to }
day-question = { $count ->
    [one] Une publication passera du { $day } au { $to }, à son heure.
   *[other] { $count } publications passeront du { $day } au { $to }, chacune à son heure.
}
day-no = Ne rien déplacer
day-move = { $count ->
    [one] Déplacer 1 publication
   *[other] Déplacer { $count } publications
}
day-moved = { $count ->
    [0] *Aucune publication n’a pu être déplacée.*
    [one] *Une publication est déplacée au { $to }.*
   *[other] *{ $count } publications sont déplacées au { $to }.*
}
repeat-ask = Revient
repeat-none = Une seule fois
repeat-weekly = Chaque semaine
repeat-fortnightly = Toutes les deux semaines
repeat-monthly = Chaque mois
repeat-working-days = Chaque jour ouvré
repeat-daily = Chaque jour
repeat-typed = Comme vous l’avez écrit
repeat-times = Combien de fois
repeat-hint = Au plus { $most }. Sans nombre ni dernier jour : douze semaines. Chaque fois, c’est un brouillon qui a besoin de son propre texte.
repeat-until = Jusqu’au
repeat-until-hint = Ce jour est le dernier, sauf si le nombre de fois est atteint avant.
history-drafted = devenue brouillon

refusal-series-unreadable = « { $what } » n’est pas une répétition que je connais. Essayez « chaque mardi », « toutes les 2 semaines » ou « chaque mois ».
refusal-series-empty = Aucun de ces jours n’est encore à venir. Choisissez une fin plus tardive.
refusal-copy-same = { $post } est déjà pour cette plateforme. Choisissez-en une autre.
refusal-copy-held = Une règle du plan bloque toutes les copies. `/plan` montre les règles.
refusal-day-empty = Aucune publication ouverte de ce jour n’est à vous de déplacer.

post-help-series = /post ajouter "Le conseil du mardi" sur instagram chaque mardi 10:00 jusqu’au 2027-01-31
post-help-series-says = un brouillon pour chaque jour ; aussi « toutes les 2 semaines », « chaque mois », « 8 fois »
post-help-day = /post déplacer les publications de vendredi à lundi
post-help-day-says = déplace tout un jour, après avoir montré quoi
post-help-copy = /post copier P12 vers facebook
post-help-copy-says = un brouillon pour une autre plateforme, à réécrire
