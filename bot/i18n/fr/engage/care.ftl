care-title = Questions des clients · { $name }
care-nothing = Aucune question n’a été notée.
care-how = Le temps est compté en heures de travail de la stratégie. Les questions ouvertes comptent avec ce qu’elles ont déjà attendu. Les rondes ajoutent les questions qu’elles ont comptées et que personne n’a notées.
care-rate = { $received ->
    [one] { $answered } question traitée sur { $received } ({ $share })
   *[other] { $answered } questions traitées sur { $received } ({ $share })
}
care-within = { $said }, en heures de travail (n = { $n })
care-plain = toutes heures comprises : { $said }
care-half = la moitié en { $span }
care-half-open = moins de la moitié ont leur réponse : pas encore de délai habituel
care-most = neuf sur dix en { $span }
care-most-open = moins de neuf sur dix ont leur réponse pour l’instant
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
    [one] { $count } écartée, non comptée
   *[other] { $count } écartées, non comptées
}
digest-care = Clients : { $said }
