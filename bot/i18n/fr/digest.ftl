# Le bilan de la semaine. $posts, $platform, $kind, $value … sont déjà des mots, dans la langue de qui lit.

digest-title = { $week } · { $name }
digest-empty-overdue = { $count ->
    [one] { $count } publication plus ancienne reste en retard.
   *[other] { $count } publications plus anciennes restent en retard.
}
digest-empty = { $week } · { $name } : rien n’a été publié ni prévu.

## Les trois lignes

digest-target-met = Cible atteinte : { $kpi } { $value } (cible : { $target }), { $rest }
digest-target-below = Cible : { $kpi } { $value } (cible : { $target }), { $rest }
digest-target-value = { $kpi } { $value } (cible : { $target })
digest-target-of = { $line } · { $id } { $objective }
digest-target-hidden = Cible : { $kpi } { $target }. Trop peu de publications pour un taux : { $n ->
    [one] { $n } chiffrée
   *[other] { $n } chiffrées
} en { $weeks ->
    [4] quatre
   *[other] { $weeks }
} semaines, il en faut { $fewest }
digest-target-unknown = Cible : { $kpi } { $target }. Pas encore de chiffres ({ $known })
digest-target-not-yet = Cible : { $kpi } { $target }. Pas encore connu : { $known }
digest-target-nothing = Cible : { $kpi } { $target }. Rien à mesurer : { $known }
digest-four-weeks = sur les { $weeks ->
    [4] quatre
   *[other] { $weeks }
} dernières semaines
digest-pace-on = dans le rythme ({ $of ->
    [time] { $share } de la semaine sont passés
   *[posts] { $share } des publications de la semaine sont en ligne ou arrivées à échéance
})
digest-pace-behind = en retard de l’équivalent d’environ { $posts ->
    [one] { $posts } publication
   *[other] { $posts } publications
} ({ $of ->
    [time] { $share } de la semaine sont passés
   *[posts] { $share } des publications de la semaine sont en ligne ou arrivées à échéance
})
digest-pace-behind-plain = en retard de { $short } ({ $of ->
    [time] { $share } de la semaine sont passés
   *[posts] { $share } des publications de la semaine sont en ligne ou arrivées à échéance
})
digest-pace-short = il manque { $posts ->
    [one] l’équivalent d’environ { $posts } publication
   *[other] l’équivalent d’environ { $posts } publications
}
digest-pace-short-plain = il manque { $short }
digest-pace-nearly = il manque moins que l’équivalent d’une publication
digest-target-none = Aucune cible n’est fixée. `/kpi cible taux d’engagement 2,5 %` en fixe une
digest-known-posts = { $n ->
    [one] { $n } publication chiffrée sur { $of }
   *[other] { $n } publications chiffrées sur { $of }
}
digest-known-counts = { $counts } de { $n ->
    [one] { $n } publication
   *[other] { $n } publications
} sur { $of }
digest-known-no-post = rien n’a été publié
digest-known-no-contest = aucun concours n’a été publié
digest-known-no-kit = aucun kit de partage n’a été fait
digest-known-kits = { $n ->
    [one] d’après une publication avec un kit de partage
   *[other] d’après { $n } publications avec un kit de partage
}
digest-known-no-question = aucune question n’a été notée
digest-known-times = { $n ->
    [one] d’après une seule question, en heures de travail
   *[other] la moitié des { $n } questions, en heures de travail
 }
digest-known-half-open = { $n ->
    [one] la seule question n’a pas encore de réponse
   *[other] moins de la moitié des { $n } questions ont une réponse
 }
digest-known-any-age = quel que soit leur âge
digest-known-no-round = aucune ronde n’a eu lieu
digest-known-contests = { $n ->
    [one] { $n } concours chiffré sur { $of }
   *[other] { $n } concours chiffrés sur { $of }
}
digest-known-done = { $n ->
    [one] d’après la seule ronde faite
   *[other] d’après les { $n } rondes faites
}
digest-known-kept = { $n ->
    [one] d’après une question notée
   *[other] d’après { $n } questions notées
}
digest-known-kept-and = { $kept }, et { $rounds }
digest-known-done-partly = d’après { $n } des { $of } rondes faites
digest-against = Interactions : { $now }, { $change } sur la semaine d’avant ({ $before })
digest-against-new = Interactions : { $now }, du nouveau : aucune la semaine d’avant
digest-against-none = Interactions : aucune, comme la semaine d’avant
digest-against-before-unknown = Interactions : { $now }. Les chiffres de la semaine d’avant sont inconnus
digest-against-unknown = Interactions : pas encore de chiffres ({ $before } la semaine d’avant)
digest-against-nothing = Interactions : aucune, rien n’a été publié ({ $before } la semaine d’avant)
digest-against-nothing-again = Interactions : aucune, rien n’a été publié, comme la semaine d’avant
digest-so-far = Interactions jusqu’ici : { $now } ({ $before } sur toute la semaine d’avant)
digest-against-partly = Interactions : { $now } ({ $before } la semaine d’avant)
digest-partly = { $now ->
    [one] { $now } publication chiffrée sur { $posts } seulement
   *[other] { $now } publications chiffrées sur { $posts } seulement
}
digest-partly-before = { $now } sur { $posts } la semaine d’avant

digest-decide-missed = { $planned ->
    [one] À décider : la seule publication prévue n’a pas été publiée. Qui a du temps cette semaine ?
   *[other] À décider : { $missed ->
        [one] { $missed } publication prévue sur { $planned } n’a pas été publiée
       *[other] { $missed } publications prévues sur { $planned } n’ont pas été publiées
    }. Qui a du temps cette semaine ?
}
digest-decide-missed-and-round = { $planned ->
    [one] À décider : la seule publication prévue n’a pas été publiée, et il n’y a eu aucune ronde. Qui a du temps cette semaine ?
   *[other] À décider : { $missed ->
        [one] { $missed } publication prévue sur { $planned } n’a pas été publiée
       *[other] { $missed } publications prévues sur { $planned } n’ont pas été publiées
    }, et il n’y a eu aucune ronde. Qui a du temps cette semaine ?
}
digest-decide-overdue = { $count ->
    [one] À décider : { $count } publication plus ancienne reste en retard. La publier, la déplacer ou l’annuler ?
   *[other] À décider : { $count } publications plus anciennes restent en retard. Les publier, les déplacer ou les annuler ?
}
digest-decide-owners = { $count ->
    [one] À décider : qui prend la publication de la semaine { $week } sans responsable ?
   *[other] À décider : qui prend les { $count } publications de la semaine { $week } sans responsable ?
}
digest-decide-texts = { $count ->
    [one] À décider : qui écrit la publication de la semaine { $week } encore sans texte ?
   *[other] À décider : qui écrit les { $count } publications de la semaine { $week } encore sans texte ?
}
digest-decide-gaps = À décider : { $unowned ->
    [one] { $unowned } publication de la semaine { $week } n’a pas de responsable
   *[other] { $unowned } publications de la semaine { $week } n’ont pas de responsable
}, { $textless ->
    [one] { $textless } n’a pas encore de texte
   *[other] { $textless } n’ont pas encore de texte
}. Qui prend quoi ?
digest-decide-round = À décider : aucune ronde n’a eu lieu en semaine { $week }. Qui a cinq minutes par jour ?
digest-decide-questions = { $count ->
    [one] À décider : « { $question } », posée le { $since }, attend une réponse. Qui s’en charge ?
   *[other] À décider : { $count } questions attendent depuis plusieurs jours, dont « { $question } », posée le { $since } : qui répond ?
}
digest-decide-missing = { $count ->
    [one] À décider : qui note les chiffres de { $count } publication ?
   *[other] À décider : qui note les chiffres de { $count } publications ?
}
digest-decide-missing-older = À décider : qui note les chiffres de { $count } publications ? { $older ->
    [one] { $older } date d’une semaine d’avant
   *[other] { $older } datent de semaines d’avant
}
digest-decide-missing-before = { $count ->
    [one] À décider : qui note les chiffres de { $count } publication d’une semaine d’avant ?
   *[other] À décider : qui note les chiffres de { $count } publications de semaines d’avant ?
}
digest-decide-pace = À décider : { $where }. Que faisons-nous autrement cette semaine ?
digest-decide-pace-sequel = À décider : { $where }. { $sequel } : prévoir une suite ?
digest-decide-empty = À décider : rien n’est encore prévu pour la semaine { $week }. Par quoi commencer ?
digest-decide-empty-sequel = À décider : rien n’est encore prévu pour la semaine { $week }. { $sequel } : commencer par une suite ?
digest-decide-sequel = À décider : { $sequel }. Prévoir une suite ?
digest-sequel = { $post } a obtenu { $value }, la médiane est de { $median } ({ $peers }, n = { $n })
digest-decide-kind = À décider : sur { $platform }, les publications du type « { $kind } » font mieux que les autres (médiane { $median }, n = { $n }, contre { $other }, n = { $others }). En prévoir une autre, dans la suite de { $post } ?
digest-decide-none = Rien à décider : les publications de la semaine { $week } ont leur responsable et leur texte, les chiffres sont là, et aucune question n’attend depuis plusieurs jours
digest-decided-later = Pas maintenant, dit { $who }

## Graphique et tableau

digest-chart = Interactions par jour de publication
digest-chart-this = Semaine { $number }
digest-chart-alt = Diagramme en barres. Interactions par jour de publication, semaine { $week } et entre parenthèses semaine { $before } : { $days }.
digest-chart-alt-day = { $day } { $now } ({ $before })
digest-chart-unknown = Pas encore de chiffres pour { $days } : le graphique n’y montre rien, ce qui ne veut pas dire zéro.
digest-no-numbers = sans chiffres
digest-column-platform = Plateforme
digest-column-posts = Publications
digest-column-reach = Portée
digest-column-engagements = Interactions
digest-column-rate = Taux / portée
digest-column-change = Évolution
digest-all = Ensemble
digest-too-few = trop peu
digest-too-few-note = Un taux s’affiche à partir de { $fewest } publications chiffrées ; en dessous, la première ligne réunit quatre semaines. Évolution : interactions par rapport à la semaine d’avant.
digest-new = nouveau
digest-part = { $value } ({ $n } sur { $of })
digest-row = { $platform } : { $posts ->
    [one] { $posts } publication
   *[other] { $posts } publications
}, portée { $reach }, interactions { $engagements }, taux { $rate }, évolution { $change }

## Le reste

digest-worked = A bien marché
digest-failed = A moins bien marché
digest-standing = { $post } : { $value }, médiane { $median } (n = { $n }, { $peers })
digest-peers-kind = { $platform }, { $kind }
digest-peers-platform = { $platform }, tous types
digest-basis-engagement_rate_by_reach = { $value } d’engagement selon la portée
digest-basis-engagement_rate_by_impressions = { $value } d’engagement selon les impressions
digest-basis-engagements = { $n ->
    [one] { $value } interaction
   *[other] { $value } interactions
}
digest-no-standing = Pas encore de comparaison : il faut { $fewest } autres publications chiffrées de la même plateforme.
digest-finding-better = Sur { $platform }, les publications du type « { $kind } » font mieux que les autres : médiane { $median } (n = { $n }) contre { $other } (n = { $others })
digest-finding-worse = Sur { $platform }, les publications du type « { $kind } » font moins bien que les autres : médiane { $median } (n = { $n }) contre { $other } (n = { $others })
digest-discipline = Régularité : { $on } à l’heure sur { $planned }, { $late } en retard, { $missed } { $missed ->
    [one] manquée
   *[other] manquées
}
digest-discipline-waiting = { $waiting } à venir
digest-discipline-older = { $older ->
    [one] { $older } plus ancienne toujours en retard
   *[other] { $older } plus anciennes toujours en retard
}
digest-discipline-none = Régularité : rien n’était prévu
digest-round = Rondes : { $done ->
    [one] { $done } faite
   *[other] { $done } faites
} sur { $days }
digest-round-unasked = { $count ->
    [one] { $count } de plus, non demandée
   *[other] { $count } de plus, non demandées
}
digest-round-questions = réponse à { $answered } { $answered ->
    [one] question
   *[other] questions
} sur { $received }
digest-round-older = et à { $older ->
    [one] { $older } plus ancienne
   *[other] { $older } plus anciennes
}
digest-round-mixed = { $rounds ->
    [one] une ronde mêle d’anciennes questions aux siennes ({ $answered } traitées, { $received } reçues) et n’entre dans aucun taux
   *[other] { $rounds } rondes mêlent d’anciennes questions aux leurs ({ $answered } traitées, { $received } reçues) et n’entrent dans aucun taux
}
digest-round-minutes = { $spent } passées
digest-round-none = Rondes : personne n’en est encore chargé
digest-coming = { $posts ->
    [0] Semaine { $week } : aucune publication prévue
    [one] Semaine { $week } : { $posts } publication
   *[other] Semaine { $week } : { $posts } publications
}
digest-coming-unowned = { $unowned } sans responsable
digest-coming-textless = { $textless } encore sans texte
digest-missing = Il manque les chiffres de { $posts }
digest-missing-before = Des semaines d’avant : { $posts }
digest-lacking = Il manque ce qu’une cible demande : { $posts }
digest-lacking-of = { $post } ({ $counts })
digest-missing-of = { $posts } ({ $who })
digest-missing-more = { $posts } et { $more } de plus
digest-nobody = sans responsable
digest-summed = Là où une plateforme ne donne pas de total, les interactions sont la somme : { $parts }.
digest-late = Les chiffres notés après l’envoi sont compris ({ $at }).

## Le fil

digest-thread-title = { $week } : le détail
digest-thread-text = { $week } : { $posts ->
    [0] rien n’a été publié
    [one] { $posts } publication avec ses chiffres
   *[other] { $posts } publications avec leurs chiffres
}, et d’où vient chaque nombre
digest-thread-more = { $more ->
    [one] { $more } publication de plus se trouve dans le bilan en ligne de commande.
   *[other] { $more } publications de plus se trouvent dans le bilan en ligne de commande.
}
digest-column-post = Publication
digest-heard = Ce que les gens nous ont dit
digest-heard-voices = { $day } · à remarquer : { $text }
digest-heard-learned = { $day } · appris : { $text }
digest-corrections = Erreurs : { $said }
digest-corrected = { $n ->
    [one] 1 réparée, en { $span }
   *[other] { $n } réparées, la moitié en { $span } au plus (n = { $n })
}
digest-uncorrected = { $count ->
    [one] 1 encore ouverte
   *[other] { $count } encore ouvertes
}
digest-heard-mistake = appris d’une erreur : { $text }
digest-heard-more = { $more ->
    [one] Une autre note se trouve dans les rondes.
   *[other] { $more } autres notes se trouvent dans les rondes.
}
digest-how = D’où viennent les nombres
digest-how-rate = { $kpi } : { $above } ÷ { $below } = { $value } ({ $known })
digest-how-sum = { $kpi } : { $value } ({ $known })
digest-how-hidden = { $kpi } : { $above } ÷ { $below }, pas de taux en dessous de { $fewest } publications ({ $known })
digest-how-unknown = { $kpi } : inconnu ({ $known })
digest-how-older = { $older ->
    [one] Des rondes, le taux de réponse compte les questions traitées le jour où elles arrivent ; une autre, traitée plus tard, n’y entre pas.
   *[other] Des rondes, le taux de réponse compte les questions traitées le jour où elles arrivent ; { $older } autres, traitées plus tard, n’y entrent pas.
}
digest-own-totals = { $count ->
    [one] Les interactions de { $posts } sont le total de la plateforme, qui peut compter davantage que la somme des colonnes.
   *[other] Les interactions de { $posts } sont les totaux de la plateforme, qui peuvent compter davantage que la somme des colonnes.
}
digest-how-pooled = Les taux réunissent toutes les publications : on divise les sommes, on ne fait jamais la moyenne des taux. Un nombre inconnu est laissé de côté, il ne compte pas pour zéro. Les publications sont celles de la semaine, à l’heure de { $place }.
digest-how-peers = A bien marché, ou moins bien : la publication dépasse au moins trois quarts des autres publications de sa plateforme et de son type sur { $weeks } semaines, ou l’inverse ; de tous types là où il y en a moins de { $fewest }.
digest-how-kinds = Les types de publications se comparent par leurs rangs (Mann–Whitney, corrigé selon Holm) ; rien n’est affirmé au-dessus de { $alpha }.

## Boutons et réponses

digest-button-ask = Redemander
digest-button-gaps = Voir les trous
digest-button-write = Écrire…
digest-button-sort = Faire le tri…
digest-button-week = Voir la semaine
digest-button-answer = Répondre…
digest-button-questions = Toutes les questions
digest-button-add-numbers = Noter des chiffres…
digest-button-sequel = Prévoir une suite…
digest-button-later = Pas maintenant
digest-button-details = Détails
digest-button-post = Envoyer dans le canal
digest-asked = { $count ->
    [0] Rien à demander : il ne manque plus de chiffres.
    [one] C’est demandé à { $who } : son prochain message du matin montre les publications.
   *[other] C’est demandé à { $who } : le prochain message du matin de chaque personne montre ses publications.
}
digest-asked-already = C’est déjà demandé aujourd’hui à { $who }. Les chiffres : { $posts }.
digest-asked-nobody = Personne à qui demander pour { $posts } : la personne responsable ne peut pas recevoir mes messages. Notez les chiffres vous-même : `/kpi` montre ces publications.
digest-gaps-title = Semaine { $week } : publications sans responsable ou sans texte
digest-gaps-none = Chaque publication de la semaine { $week } a son responsable et son texte.
digest-gaps-nothing = Aucune publication n’est prévue pour la semaine { $week }.
digest-gap = { $post } · { $platform } · { $due } · { $lacks }
digest-gap-owner = sans responsable
digest-gap-text = encore sans texte
digest-posted = Le bilan de la semaine { $week } part vers { $channel }.
digest-posted-already = Le bilan de la semaine { $week } est déjà dans { $channel } ; il montre les derniers chiffres.
