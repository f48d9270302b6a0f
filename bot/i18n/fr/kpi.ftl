# /kpi : les chiffres du moment, noter des chiffres, cibles, ce qui a le mieux marché.

kpi-now-title = { $week } jusqu’ici · { $name }
kpi-week-title = { $week } · { $name }
kpi-now-text = { $title } : { $posts ->
    [0] rien n’est encore publié
    [one] { $posts } publication, { $engagements ->
        [one] { $engagements } interaction
       *[other] { $engagements } interactions
    }
   *[other] { $posts } publications, { $engagements ->
        [one] { $engagements } interaction
       *[other] { $engagements } interactions
    }
}
kpi-now-unmeasured = { $title } : { $posts ->
    [one] { $posts } publication en ligne, pas encore de chiffres
   *[other] { $posts } publications en ligne, pas encore de chiffres
}
kpi-platform-title = { $week } · { $name } · { $platform }
kpi-nothing-yet = Rien n’est encore publié.
kpi-no-numbers = { $count ->
    [one] Il manque les chiffres d’une publication :
   *[other] Il manque les chiffres de { $count } publications :
}
kpi-lacking = { $count ->
    [one] À { $count } publication, il manque un chiffre qu’une cible demande :
   *[other] À { $count } publications, il manque un chiffre qu’une cible demande :
}
kpi-lacking-post = { $post } · { $counts }
kpi-all-in = Toutes les publications des dernières semaines ont leurs chiffres.
kpi-missing-post = *{ $post }* · { $platform } · { $at }
kpi-missing-more = … et { $more } de plus.
kpi-button-last-week = Semaine dernière
kpi-button-best = Ce qui a le mieux marché
kpi-button-now = Chiffres du moment

## Noter

kpi-log-title = Chiffres de { $post }
kpi-log-about = *{ $post }* · { $platform } · { $at }
kpi-log-hint = Tels que la plateforme les montre maintenant. Laissez vide ce que vous ne savez pas : vide veut dire inconnu, 0 veut dire zéro.
kpi-log-earlier = Notés le { $at } : { $counts }
kpi-log-not-heard = Je n’ai pas compris « { $what } ». Le reste est dans le formulaire.
kpi-log-engagements-hint = Le total que donne la plateforme, si elle en donne un. Sinon, c’est la somme des parties.
kpi-log-spend-hint = En { $currency }, la devise du plan.
kpi-count = { $name } { $value }
kpi-count-changed = { $name } { $now } (avant : { $before })
kpi-unknown = inconnu
kpi-logged = Chiffres notés pour *{ $post }* : { $changes }
kpi-logged-text = Chiffres notés pour { $post } : { $changes }
kpi-logged-same = Les chiffres de *{ $post }* sont déjà ceux-là : { $changes }
kpi-logged-rate = Engagement selon la portée : { $rate } ({ $engagements } sur { $reach })
kpi-advice-reach = La portée dépasse les impressions. Certaines plateformes comptent ainsi ; sinon, corrigez.
kpi-advice-clicks = Il y a plus de clics que d’impressions. Si c’est une faute de frappe, corrigez.
kpi-advice-engagements = Il y a plus d’interactions que d’impressions. Si c’est une faute de frappe, corrigez.
kpi-taken-back = C’est défait : les derniers chiffres de { $post } sont retirés. { $counts }
kpi-stands = Ce qui compte maintenant : { $counts }
kpi-nothing-stands = Aucun chiffre n’est connu.
kpi-button-change = Modifier…
kpi-error-number = Un nombre entier, 0 ou plus, ou rien
kpi-error-money = Un montant, 0 ou plus, ou rien
kpi-error-huge = Plus de mille milliards : à vérifier

## Cibles

kpi-target-set = Cible : { $kpi } { $target } par semaine. Elle figure en tête du bilan.
kpi-target-set-most = Cible : { $kpi } { $target } au plus, chaque semaine. Elle figure en tête du bilan.
kpi-target-objective = De meilleurs résultats
kpi-target-how = Écrivez un indicateur et ce qu’il doit atteindre en une semaine, comme `/kpi cible taux d’engagement 2,5 %` ou `/kpi cible interactions 500`.
kpi-target-known = Indicateurs : { $kpis }.
kpi-target-missing-value = Combien en une semaine pour { $kpi } ? Écrivez par exemple `/kpi cible { $example }`.
kpi-target-missing-most = { $kpi } : combien au plus en une semaine ? Écrivez par exemple `/kpi cible { $example }`.
kpi-target-rate-or-count = { $rate } des personnes atteintes ? Écrivez alors `/kpi cible { $kpi } { $rate }`. Les interactions se comptent en entier, comme `/kpi cible interactions 500`.
kpi-target-rate-example = { $kpi } 2,5 %
kpi-target-time-example = { $kpi } 2 h
kpi-target-few-example = { $kpi } 3
kpi-target-plain-example = { $kpi } 500

## Ce qui a le mieux marché

kpi-best-title = Ce qui a le mieux marché ces six derniers mois · { $name }
kpi-best-text = { $title } : { $count ->
    [0] pas encore de comparaison
    [one] { $count } publication comparée à celles de son type
   *[other] { $count } publications comparées à celles de leur type
}
kpi-best-top = Le mieux
kpi-best-bottom = Le moins bien
kpi-best-compared = { $compared ->
    [one] { $compared } publication sur { $of } a pu être comparée à la médiane de sa plateforme et de son type.
   *[other] { $compared } publications sur { $of } ont pu être comparées à la médiane de leur plateforme et de leur type.
} n est le nombre de ces autres publications.
kpi-best-kinds-none = Entre les types de publications, aucune différence qui ne puisse être due au hasard.

## Importer, aide

kpi-import = Envoyez-moi l’export de la plateforme (CSV) en message direct. Vous verrez d’abord ce qu’il changerait ; rien n’est écrit sans votre confirmation.
kpi-help-title = `/kpi` : ce que les publications ont donné
kpi-help = `/kpi` : les chiffres du moment
    `/kpi noter P12 portée 1200 j’aime 30` : garder les chiffres d’une publication (`/kpi noter P12` ouvre le formulaire)
    `/kpi bilan semaine dernière` : le bilan d’une semaine
    `/kpi cible taux d’engagement 2,5 %` : ce qu’un indicateur doit atteindre en une semaine
    `/kpi meilleures instagram` : ce qui a le mieux et le moins bien marché
    `/kpi questions` : comment les clients ont eu leurs réponses, par semaine
    `/kpi importer` : comment apporter l’export d’une plateforme
kpi-which-post = Quelle publication ? Écrivez son numéro, comme `/kpi noter P12 portée 1200`.

## Suites

kpi-sequel-title = Suite de { $title }
kpi-sequel-intro = { $post } a bien marché. Quel est le nouvel angle ? La même chose une seconde fois marche rarement aussi bien.

## Refus

refusal-kpi-not-published = { $post } n’est pas encore publiée, elle n’a donc pas de chiffres. `/post publiée { $post }` avec le lien dit qu’elle est en ligne.
refusal-kpi-count-negative = Un chiffre ne peut pas être négatif. Laissez de côté ce que vous ne savez pas.
refusal-kpi-count-huge = L’un de ces chiffres dépasse mille milliards. Vérifiez-le, puis envoyez de nouveau.
refusal-kpi-undo-too-late = C’était il y a plus de dix minutes. `/kpi noter` avec les bons chiffres les remplace.
refusal-kpi-target-unlikely = Une cible doit être au-dessus de zéro, et un taux ne dépasse pas 100 %. Écrivez par exemple `/kpi cible taux d’engagement 2,5 %`.
refusal-digest-manager = Il revient à { $manager } d’envoyer le bilan dans le canal : il parle pour toute l’équipe. Demandez-lui, ou lisez-le ici avec `/kpi bilan`.
refusal-digest-manager-nobody = Le bilan envoyé dans le canal parle pour toute l’équipe. Demandez à { $manager } de l’envoyer, ou lisez-le ici avec `/kpi bilan`.
refusal-digest-unfinished = La semaine { $week } n’est pas finie. Le canal reçoit son bilan quand elle l’est.
