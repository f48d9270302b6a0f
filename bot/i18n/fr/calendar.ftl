# Le mois : son image, sa liste, son canevas ; et le calendrier en fichiers d’autres programmes.

month-posts = { $count ->
    [0] aucune publication
    [one] 1 publication
   *[other] { $count } publications
}
month-gaps = { $count ->
    [one] 1 jour sans contenu
   *[other] { $count } jours sans contenu
}
month-unowned = { $count ->
    [one] 1 sans responsable
   *[other] { $count } sans responsable
}
month-overdue = { $count ->
    [one] 1 en retard
   *[other] { $count } en retard
}
month-published = { $count ->
    [one] 1 publiée
   *[other] { $count } publiées
}
month-gap = sans contenu
month-more = +{ $count }

month-alt = Calendrier de { $month }, { $name } : { $counts }.
month-alt-today = Aujourd’hui : { $day }.
month-alt-gaps = Jours sans contenu : { $days }.
month-alt-special = Jours particuliers : { $days }.
month-alt-themes = Thèmes : { $themes }.
month-alt-days = Publications par jour : { $days }. La liste les donne toutes.

month-said = { $month }, { $name } :
month-modal = Calendrier
month-themes = Thèmes : { $themes }
month-zone = Jours et heures sont ceux de { $place }.
month-nobody = sans responsable
month-more-posts = { $count ->
    [one] 1 autre publication
   *[other] { $count } autres publications
}
month-not-understood = Je n’ai pas reconnu de mois dans « { $what } », voici donc le mois en cours. Essayez `/parution calendrier décembre`, `/parution calendrier prochain` ou `/parution calendrier 2026-12`.
month-picture-coming = L’image de ce mois arrive dans nos messages directs.
month-picture-guest = Les invités n’ont pas de messages directs avec une application : voici la liste, sans son image.
month-picture-scope = La liste est complète ; pour son image, un admin doit donner à l’application l’autorisation files:write.
month-picture-failed = L’image du mois n’est pas passée ({ $code }). La liste de `/parution calendrier` dit tout ; pressez [Image] pour réessayer.
month-posting = { $month } arrive dans { $channel }.

calendar-picture = Image
calendar-post = Publier dans le canal

refusal-calendar-manager = Seuls { $manager } et les admins de l’espace peuvent publier le calendrier dans le canal : il s’adresse à toute l’équipe.
refusal-calendar-scope = Je n’ai pas le droit d’envoyer des fichiers ici. Demandez à un admin d’ajouter l’autorisation files:write ; la liste n’en a pas besoin.
