# Ce que d’autres ont fait de mes publications.

reminder-change = Ce que d’autres changent, si c’est urgent
reminder-change-line = Ce que d’autres changent, le matin
changes-title = { $count ->
    [one] Du changement pour une de vos publications
   *[other] Du changement pour { $count } de vos publications
}
changes-got-title = { $count ->
    [one] { $count } publication est maintenant à vous
   *[other] { $count } publications sont maintenant à vous
}
morning-changed = Changé par d’autres
changes-more = { $count ->
    [one] et { $count } autre publication
   *[other] et { $count } autres publications
}
change-named = { $name } : { $said }
change-got = { $by } vous l’a confiée : { $platform }, { $when }
change-lost = { $by } l’a confiée à { $owner }
change-unowned = { $by } l’a laissée sans responsable
change-moved = { $by } l’a déplacée : { $from } → { $when }
change-dated = { $by } lui a donné une date : { $when }
change-undated = { $by } lui a retiré sa date
change-rewritten = { $by } a changé : { $fields }
change-its-text = son texte
change-cancelled = { $by } l’a annulée
change-cancelled-why = { $by } l’a annulée : « { $why } »
change-reopened = { $by } l’a rouverte : { $platform }, { $when }
change-approved = { $by } l’a approuvée : { $platform }, { $when }
change-sent-back = { $by } a demandé une modification : { $platform }, { $when }
change-noted = { $by } a noté : « { $notes } »
change-published = { $by } l’a publiée
change-published-at = { $by } l’a publiée : { $link }
change-objective = { $by } l’a rattachée à « { $objective } »
change-aimless = { $by } lui a retiré son objectif
change-platform = { $by } l’a mise sur { $platform } au lieu de { $from } ; son texte est peut-être à revoir
change-undone = { $said } (défait depuis)

live-edited = { $by } a changé à { $clock } : { $fields }
live-approved = { $by } l’a approuvée à { $clock }
live-changes-asked = { $by } a demandé une modification à { $clock }
live-cancelled = { $by } l’a annulée à { $clock }
live-published = { $by } l’a publiée à { $clock }
live-moved = { $by } l’a déplacée à { $clock }
live-assigned = { $by } a changé qui s’en occupe, à { $clock }
live-reopened = { $by } l’a rouverte à { $clock }
