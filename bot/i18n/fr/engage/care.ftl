care-title = Questions des clients · { $name }
care-nothing = Aucune question n’a été notée.
care-how = Le temps est compté en heures de travail de la stratégie. Les questions ouvertes comptent avec ce qu’elles ont déjà attendu. Les rondes ajoutent les questions qu’elles ont comptées et que personne n’a notées.
care-rate = { $answered ->
    [one] { $answered } question traitée sur { $received } ({ $share })
   *[other] { $answered } questions traitées sur { $received } ({ $share })
}
care-within = { $said }, en heures de travail (n = { $n })
care-plain = toutes heures comprises : { $said }
care-half = la moitié en { $span }
care-half-open = { $n ->
    [one] celle qui a été notée attend encore : pas de délai habituel à donner
   *[other] sur les { $n } notées, moins de la moitié ont leur réponse : pas encore de délai habituel
}
care-one = traitée en { $span }
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
care-open-before = { $count ->
    [one] { $question }, d’une semaine passée, est encore ouverte ({ $days ->
        [one] depuis hier
       *[other] depuis { $days } jours
    })
   *[other] { $count } de semaines passées sont encore ouvertes (la plus ancienne, { $question }, { $days ->
        [one] depuis hier
       *[other] depuis { $days } jours
    })
}
care-dropped = { $count ->
    [one] { $count } écartée, non comptée
   *[other] { $count } écartées, non comptées
}
digest-care = Clients : { $said }

plan-form-care = Questions des clients
plan-care-how = Pour le délai de réponse et l’échéance d’une question. Les heures sont celles de { $place } ; les jours fériés ne sont pas travaillés. Les questions ouvertes gardent leur échéance, les nouvelles suivent ces réglages.
plan-care-hours = { $days }, { $opens } – { $closes }
plan-care-due = { $days ->
    [0] à traiter le jour même
    [1] à traiter le jour de travail suivant
   *[other] à traiter en { $days } jours de travail
}
plan-ask-care-days = Jours de travail
plan-ask-opens = Début du travail
plan-ask-closes = Fin du travail
plan-ask-closes-hint = 00:00, c’est minuit.
plan-ask-due = Une question est
plan-ask-forget = Jours avant d’oublier qui l’a posée
plan-ask-forget-hint = Comptés depuis la clôture de la question. Ses mots restent.
plan-changed-care = a changé la réponse aux questions des clients
refusal-plan-care-days = Choisissez au moins un jour de travail.
refusal-plan-care-hours = La fin du travail vient après son début. Choisissez une heure plus tardive, ou 00:00 pour minuit.
refusal-plan-care-due = Entre 0 et { $limit } jours de travail.
refusal-plan-care-forget = Entre 1 et { $limit } jours.
