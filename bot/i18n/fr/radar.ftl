# Le radar de couverture : ce qui manque encore à un mois.

radar-form = Ce qui manque
radar-heading = Ce qui manque en { $month }
radar-title = { $name }, { $month } : { $posts ->
    [one] { $posts } publication
   *[other] { $posts } publications
}, { $findings ->
    [0] rien ne manque
    [one] { $findings } point à voir
   *[other] { $findings } points à voir
}
radar-title-over = { $name }, { $month } : { $posts ->
    [one] { $posts } publication
   *[other] { $posts } publications
}, mois terminé
radar-nothing = Rien ne manque : chaque jour de travail a du contenu, chaque publication quelqu’un qui en répond, et les règles sont suivies.
radar-over = Ce mois est terminé : ce qui lui a manqué ne se rattrape plus et n’est pas recherché.
radar-over-left = Ce mois est terminé. Ce qui reste à publier est tout ce qui se rattrape :
radar-not-understood = Je ne connais pas le mois « { $what } » ; voici le mois en cours. Essayez `/plan vérifier décembre`.
radar-whole-month = Le radar regarde des mois entiers : voici { $month } en entier.
radar-kinds = Types : { $kinds }
radar-loads = Publications par personne : { $loads }
radar-nobody = personne { $n }
radar-more = { $gap } : { $n ->
    [one] { $n } de plus
   *[other] { $n } de plus
}
radar-again = Vérifier de nouveau
radar-write = Écrire le texte…
radar-label = { $what } { $post }
radar-gap-of = { $gap } : { $platform }
radar-add-label = Ajouter une publication pour { $day }
radar-no-post = plusieurs publications

radar-gap-overdue = En retard
radar-gap-budget = Budget
radar-gap-policy = Règle
radar-gap-too_long = Trop long
radar-gap-no_text = Pas encore de texte
radar-gap-unowned = Sans responsable
radar-gap-away = Pendant une absence
radar-gap-day_full = Trop en un jour
radar-gap-holiday = Personne ne travaille
radar-gap-contest_rules = Concours sans règlement
radar-gap-contest_deadline = Concours sans date limite
radar-gap-contest_winner = Concours sans annonce du résultat
radar-gap-rhythm = Rythme non tenu
radar-gap-theme = Thème sans publication
radar-gap-empty_days = Sans contenu
radar-gap-compass_platform = Plateforme sans objectif
radar-gap-compass_objective = Sans objectif
radar-gap-load = Charge
radar-gap-mix = Variété
radar-gap-wanted = Demandes

radar-too_long = { $post } : { $count } caractères sur { $wanted }
radar-too_long-byte = { $post } : { $count } octets sur { $wanted }
radar-too_long-title = { $post } : titre, { $count } caractères sur { $wanted }
radar-overdue = { $post }
radar-no_text = { $post }
radar-unowned = { $post }
radar-away = { $post } : absence de { $who }, sans relève
radar-day_full = { $day } : { $count } publications, la limite est de { $wanted }. La dernière : { $post }
radar-holiday = { $post } : { $name }
radar-contest_rules = { $post }
radar-contest_deadline = { $post }
radar-contest_winner = { $post }
radar-rhythm = { $platform }, { $days } : { $count } sur { $wanted }
radar-theme = *{ $theme }*, { $days }
radar-empty_days = { $days } ({ $count ->
    [one] { $count } jour de travail
   *[other] { $count } jours de travail
})
radar-compass_platform = { $platform } : { $count ->
    [one] 1 publication, qu’aucun objectif ne prévoit
   *[other] { $count } publications, qu’aucun objectif ne prévoit
}
radar-compass_objective = { $count ->
    [one] 1 publication n’en sert encore aucun
   *[other] { $count } publications n’en servent encore aucun
}
radar-load = { $who } a { $count } publications, les autres { $wanted } en moyenne
radar-wanted = { $count ->
    [one] une demande, « { $text } », et aucune publication du mois n’y répond
   *[other] { $count } demandes en 30 jours, et aucune publication du mois n’y répond : « { $text } »…
}
radar-mix = { $count } publications sur { $wanted } sont du type { $kind }

radar-winner-title = Résultat : { $title }
radar-load-of = { $who }, { $month } : { $n ->
    [one] { $n } publication ouverte
   *[other] { $n } publications ouvertes
}
refusal-radar-nothing-left = Il ne reste aucune publication ouverte à confier. *Vérifier de nouveau* montre où en sont les choses.
