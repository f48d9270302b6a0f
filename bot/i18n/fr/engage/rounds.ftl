# La ronde du jour.

round-title = Ronde du jour
round-intro = *{ $day }* · cinq minutes, un seul chiffre est nécessaire. Laissez vide ce que vous ne savez pas.
round-not-understood = Je n’ai pas compris « { $what } ». Le reste est rempli ci-dessous : vérifiez et envoyez.
round-received = Questions reçues
round-answered = Questions du jour traitées
round-answered_older = Questions plus anciennes traitées
round-answered-more = { $received ->
    [0] Aucune question reçue ce jour-là.
    [one] Une seule question reçue ce jour-là.
   *[other] Seulement { $received } questions reçues ce jour-là.
} Les réponses à des questions plus anciennes vont dans le champ suivant : { $older }.
round-replied = Réponses aux commentaires
round-minutes = Minutes passées
round-unanswered = La plus ancienne question sans réponse
round-unanswered-hint = Elle revient demain, pour que personne ne l’oublie.
round-voices = Personnes à remarquer
round-voices-hint = Quelqu’un qui entraîne les autres : un fan, une journaliste, un collègue qui partage.
round-button-post = En faire une idée…
round-post-notes = { $known ->
    [no] Ce que veut la clientèle, entendu le { $day } : « { $text } »
   *[other] Ce que veut la clientèle, entendu par { $who } le { $day } : « { $text } »
}
refusal-round-not-found = Ce que cette ronde avait noté a changé depuis : rien à en faire. `/checkin` montre celle du jour.
round-learned = Qu’avez-vous appris sur ce que veulent les clients ?
round-learned-hint = Une phrase suffit.
round-plan = Le plan
round-plan-yes = J’ai jeté un œil au plan
round-submit = Terminé
round-done-answered = { $count ->
    [one] *C’est fait : { $count } réponse.*
   *[other] *C’est fait : { $count } réponses.*
}
round-done-older = *C’est fait : { $answered ->
    [one] { $answered } question du jour traitée
   *[other] { $answered } questions du jour traitées
}, { $older ->
    [one] { $older } plus ancienne
   *[other] { $older } plus anciennes
}.*
round-done-plain = *C’est fait.*
round-done-open = { $count ->
    [one] Encore 1 question ouverte (elle revient demain).
   *[other] Encore { $count } questions ouvertes (elles reviennent demain).
}
round-done-unanswered = { $count ->
    [one] 1 question reste sans réponse : `/checkin question …` la ramène demain.
   *[other] { $count } questions restent sans réponse : `/checkin question …` en ramène une demain.
}
round-done-unanswered-and-kept = { $unanswered ->
    [one] { $unanswered } question du jour reste sans réponse
   *[other] { $unanswered } questions du jour restent sans réponse
} ; { $kept ->
    [one] { $kept } question est gardée et revient demain.
   *[other] { $kept } questions sont gardées et reviennent demain.
}
round-done-nothing-open = Rien ne reste ouvert.
round-late = Saisi après la fin du { $day }.
round-help-title = *`/checkin`* est la ronde du jour.
round-help =
    `/checkin` ouvre le formulaire · `/checkin répondu 12 reçues 14 minutes 15 commentaires 8` en une ligne
    `/checkin reçues 5 répondu 4, 2 plus anciennes` : quatre des cinq du jour, et deux d’avant
    `/checkin état` la semaine de l’équipe · `/checkin question Livrez-vous en Belgique ?` note une question
    `/checkin questions` liste celles qui attendent · `/checkin répondu Q3 https://…` · `/checkin Q3 à @bob` · `/checkin écarter Q3 spam`
    `/checkin voix "Marie Café" influenceuse sur instagram @marie` ajoute quelqu’un qui entraîne les autres · `/checkin les voix` en donne la liste
    `/checkin oups P12 "mauvais prix"` note une erreur à réparer, ouvertement · `/checkin corrections` en donne la liste
    `/checkin ambassadeur oui` : des kits de partage pour vous, à arrêter quand vous voulez · `/checkin réglages` : l’échéance des questions
    `/checkin absence 24/12..2/1` ou `/checkin absence demain` · `/checkin retour`
    `/checkin deux fois par semaine`, `/checkin chaque jour` ou `/checkin plus de ronde` : quand la ronde vous est proposée

status-title = Rondes · { $week }
status-empty = Aucune ronde n’était attendue cette semaine.
status-done = faite : { $who }
status-open = pas encore : { $who }
status-off = absence : { $who }
status-sums = Questions : { $counts }
status-sum-received = { $n ->
    [one] { $n } reçue
   *[other] { $n } reçues
}
status-sum-answered = { $n ->
    [one] { $n } traitée
   *[other] { $n } traitées
}
status-sum-older = { $n ->
    [one] { $n } plus ancienne traitée
   *[other] { $n } plus anciennes traitées
}
status-questions = { $count ->
    [one] *1 question attend une réponse*
   *[other] *{ $count } questions attendent une réponse*
}

refusal-round-not-theirs = Vous ne faites pas partie de la ronde de cette stratégie, elle ne vous est donc pas proposée. `/parution configurer` dans son canal montre qui la fait.
refusal-round-too-early = Ce jour n’a pas encore commencé. `/checkin` ouvre la ronde d’aujourd’hui.
refusal-round-too-late = Cette ronde date de plus d’un mois, elle ne se change plus.
refusal-round-number = { $what } ne peut pas être juste. Les nombres vont de 0 à 100 000, les minutes jusqu’à 1 440.
refusal-round-answered-more = { $answered ->
    [one] { $answered } réponse
   *[other] { $answered } réponses
} pour { $received ->
    [0] aucune question reçue
    [one] { $received } question reçue
   *[other] { $received } questions reçues
} : le compte n’y est pas. Les réponses à des questions d’avant se comptent à part : `/checkin reçues { $received } répondu { $received }, { $older } plus anciennes`
round-questions = Vos questions ouvertes : cochez celles qui ont leur réponse
round-questions-more = Et { $count } de plus : /checkin questions
round-checklist = Étapes du jour : cochez ce qui est fait
round-checklist-more = Et { $count } de plus, dans l’agenda et sur leurs publications.
round-steps = Voix à suivre : cochez les étapes faites
round-steps-more = Et { $count } de plus : /checkin les voix
round-fresh = *En ligne depuis moins de 48 heures : des commentaires à lire ?*
round-fresh-more = Et { $count } de plus.
round-question-waits = { $question }, { $days ->
    [0] aujourd’hui
    [one] depuis { $days } jour
   *[other] depuis { $days } jours
}
