care-title = Questions des clients · { $name }
care-nothing = Aucune question notée.
care-how = Heures de travail de la stratégie ; les questions ouvertes comptent avec ce qu’elles ont déjà attendu. Une ronde ajoute ce qu’elle a compté et que personne n’a gardé.
care-rate = { $received ->
    [one] { $answered } question traitée sur { $received } ({ $share })
   *[other] { $answered } questions traitées sur { $received } ({ $share })
}
care-within = { $said }, heures de travail (n = { $n })
care-plain = à l’horloge : { $said }
care-half = la moitié en { $span }
care-half-open = moins de la moitié ont leur réponse, donc pas de médiane
care-most = neuf sur dix en { $span }
care-most-open = neuf sur dix n’ont pas encore leur réponse
care-open = { $count ->
    [one] { $question } est encore ouverte ({ $days ->
        [0] depuis aujourd’hui
        [one] depuis hier
       *[other] depuis { $days } jours
    })
   *[other] { $count } sont encore ouvertes, la plus ancienne { $question } ({ $days ->
        [0] depuis aujourd’hui
        [one] depuis hier
       *[other] depuis { $days } jours
    })
}
care-dropped = { $count ->
    [one] { $count } écartée, laissée de côté
   *[other] { $count } écartées, laissées de côté
}
digest-care = Clients : { $said }
