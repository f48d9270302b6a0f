# Étape 1 : à quoi sert la stratégie.

objective-help =
    `/objective` montre les objectifs · `/objective engagement "Plus de participants ce printemps" jusqu’au 2027-05-31` en commence un
    `/objective modifier O1` · `/objective clore O1 Nous avons atteint 4,1 %, grâce aux concours`
    `/objective défaire` défait ce que vous venez de faire, pendant dix minutes
help-objective = *`/objective`* à quoi sert la stratégie
    `/objective engagement "Plus de participants ce printemps"` · `/objective clore O1 …`

objective-heading = Objectifs
objective-title = { $count ->
    [0] *{ $name }* n’a pas d’objectif en cours. Tout en découle : plateformes, indicateurs, effort.
    [one] *{ $name }* a { $count } objectif.
   *[other] *{ $name }* a { $count } objectifs.
}
objective-new = Fixer un objectif…
objective-all = Tous les objectifs
objective-close = Clore…
objective-reopen = Rouvrir
objective-edit-result = Modifier le résultat…
objective-which-edit = Plusieurs objectifs sont ouverts. Lequel voulez-vous modifier ?
objective-which-close = Plusieurs objectifs sont ouverts. Lequel voulez-vous clore ?
objective-which-reopen = Plusieurs objectifs sont clos. Lequel voulez-vous rouvrir ?
objective-none-open = Aucun objectif n’est ouvert.
objective-none-closed = Aucun objectif n’est clos.
objective-instead = Ceux-ci sont clos :
objective-until = jusqu’au { $day }
objective-hours = { $hours } h par semaine
objective-budget = budget { $budget }
objective-targets = Cibles par semaine : { $targets }
objective-closed = Clos le { $day } : { $result }
objective-closed-by = Clos le { $day } par { $who } : { $result }
objective-saved = *C’est noté.* Les publications le servent désormais, et le bilan se mesure à lui.
objective-saved-closed = *C’est noté.* L’objectif reste clos.
objective-closed-said = *Objectif clos.* Le résultat reste au dossier.
objective-reopened-said = *{ $objective } est rouvert.*
objective-undone = *{ $objective } est comme avant.*
objective-undone-new = *C’est défait :* { $objective } n’existe plus.

objective-form = Objectif
objective-no-deadline = Aucune échéance comprise dans *{ $what }*. Ces mots sont restés dans la phrase ; choisissez le jour ci-dessous.
objective-step-one = Étape 1 sur 2 · pour quoi, et avec quoi
objective-step-two = Étape 2 sur 2 · où, et à quoi cela se verra
objective-kind = Quel type d’objectif est-ce ?
objective-statement = En une phrase : qu’est-ce qui devra être vrai ?
objective-statement-hint = Par exemple « Plus de participants à nos concours ce printemps ».
objective-deadline = Pour quand
objective-hours-field = Heures par semaine qu’il peut prendre
objective-budget-field = Budget sur toute sa durée ({ $currency })
objective-platforms = Plateformes
objective-platforms-hint = À considérer d’abord pour ce type : { $platforms }. Peu, mais bien, vaut mieux que toutes. Aucune preuve générale n’en désigne une meilleure : vos propres chiffres le diront.
objective-target = Cible par semaine : { $kpi }
objective-target-percent = Cible par semaine, en pour cent : { $kpi }
objective-target-hours = Cible par semaine, en heures : { $kpi }
objective-other-kpi = Un autre indicateur
objective-other-value = Sa cible par semaine
objective-other-hint = Les taux en pour cent : 2,5 veut dire 2,5 %. Les délais en heures : 1,5 veut dire 1 h 30.
objective-other-unsaid = Dites de quel indicateur c’est la cible, ou laissez les deux champs vides.
objective-other-unvalued = Dites ce que cet indicateur doit atteindre, ou laissez les deux champs vides.
objective-effort = { $posts ->
    [0] { $hours } h par semaine suffisent à la ronde du jour, pas à des publications. Prévoyez plus de temps, ou moins de rondes.
    [one] { $hours } h par semaine laissent la place à environ { $posts } publication par semaine, une fois les rondes faites (une heure et demie chacune ; à ajuster avec l’expérience).
   *[other] { $hours } h par semaine laissent la place à environ { $posts } publications par semaine, une fois les rondes faites (une heure et demie chacune ; à ajuster avec l’expérience).
}
objective-close-title = Clore l’objectif
objective-result-title = Résultat
objective-result-instead = Ce que vous enregistrez prend la place de ce résultat.
objective-numbers = { $has_day ->
    [true] Depuis le { $day }
   *[false] Jusqu’ici
} : { $posts ->
    [0] aucune publication qui le sert n’est parue
    [one] { $posts } publication qui le sert, { $known } avec des chiffres
   *[other] { $posts } publications qui le servent, { $known } avec des chiffres
}
objective-number = { $kpi } { $value }
objective-number-average = { $value } par semaine
objective-number-target-most = cible : { $target } au plus par semaine
objective-number-target = cible : { $target } par semaine
objective-number-weeks = { $judged ->
    [one] atteinte { $met } semaine sur { $judged }
   *[other] atteinte { $met } { $met ->
        [one] semaine
       *[other] semaines
    } sur { $judged }
}
objective-number-hidden = { $kpi } : trop peu de publications pour un taux, { $n ->
    [one] { $n } chiffrée
   *[other] { $n } chiffrées
}, il en faut { $fewest }
objective-number-none = { $kpi } : pas de chiffres
objective-number-spent = dépense : { $spent }
objective-number-budget = dépense : { $spent } (budget : { $budget })
objective-number-unspent = dépense : rien n’a été noté (budget : { $budget })
objective-result = Comment cela s’est-il passé ? Avec les chiffres.

objective-awareness-long = Notoriété : être connu
objective-engagement-long = Engagement : parler avec les gens
objective-traffic-long = Trafic : amener du monde sur le site
objective-sales-long = Ventes
objective-recruiting-long = Recrutement
objective-care-long = Service à la clientèle : bien répondre
objective-awareness-why = *La notoriété* se voit à la portée et aux partages, pas au nombre d’abonnés.
objective-engagement-why = *L’engagement* se voit au taux selon la portée, aux commentaires et aux participants, pas au nombre d’abonnés.
objective-traffic-why = *Le trafic* se voit aux clics, et à la part de ceux qui voient et cliquent.
objective-sales-why = *Les ventes* se voient aux conversions et à ce que coûte chacune.
objective-recruiting-why = *Le recrutement* se voit aux candidatures, et aux collègues qui partagent.
objective-care-why = *Le service à la clientèle* se voit à la part des questions traitées, et au délai.

refusal-objective-not-found = Il n’y a pas d’objectif { $what }. `/objective` les montre avec leur numéro.
refusal-objective-statement = Dites en 1 à { $limit } caractères ce qui devra être vrai.
refusal-objective-deadline = Ce jour est passé. Choisissez-en un à venir, ou laissez vide.
refusal-objective-resources = Les heures par semaine et le budget sont des nombres à partir de 0. Laissez vide ce que vous ne savez pas.
refusal-objective-closed-since = Cet objectif a été clos entre-temps. Rouvrez le formulaire pour voir avec quel résultat.
refusal-objective-undo-gone = Vous n’avez rien à défaire : vous n’avez changé aucun objectif de ce numéro dans les dix dernières minutes. `/objective` les montre.
refusal-objective-undo-served = { $objective } ne se défait plus : des publications le servent déjà. Modifiez-le, ou mettez-y fin : `/objective clore { $objective }`.
refusal-objective-many = { $limit } objectifs ouverts au plus : il faut d’abord en clore un.
