# Publications : fiches, listes, formulaires, et ce qui est dit après chaque action.

post-named = { $post } · { $title } ({ $platform })
post-in-short = { $name } : { $state }, { $when }.
post-undated = pas encore de date
post-unowned = personne pour l’instant
post-late = { $state }, en retard de { $span }
post-no-text = Pas encore de texte.
post-text-cut = { $rest ->
    [one] { $rest } caractère de plus ne tient pas ici.
   *[other] { $rest } caractères de plus ne tiennent pas ici.
} `/post exporter` donne le texte entier.
post-image = Image : { $image }
post-image-text = Texte de remplacement : { $text }
post-image-mute = L’image n’a pas encore de texte de remplacement.
post-theme = Thème : { $theme }
post-labels = Étiquettes : { $labels }
post-notes = Notes (jamais publiées) : { $notes }
post-same-link = Le même lien figure sur { $posts }. L’un d’eux est-il faux ?
post-numbers = Chiffres du { $moment } : { $counts }

post-field-state = État
post-field-due = Prévue
post-field-live = Publiée
post-field-platform = Plateforme
post-field-owner = Responsable
post-field-length = Longueur
post-field-objective = Au service de
post-field-link = Lien

post-length = { $used ->
    [one] { $used } caractère
   *[other] { $used } caractères
} sur { $limit }, il en reste { $left }
post-length-over = { $unit ->
    [byte] { $used } octets
   *[character] { $used ->
        [one] { $used } caractère
       *[other] { $used } caractères
    }
} sur { $limit }, { $left } de trop
post-length-title = Titre : { $said }
post-length-free = { $used ->
    [one] { $used } caractère
   *[other] { $used } caractères
}

## Boutons

post-button-reopen = Rouvrir
post-button-cancel = Annuler la publication…
post-button-mine = Mes publications
post-button-all = Toutes les publications
post-button-unowned = Sans responsable
post-later = Me le rappeler plus tard…
post-later-1h = Dans 1 heure
post-later-3h = Dans 3 heures
post-later-morning = Demain à { $clock }

post-cancel-title = Annuler cette publication ?
post-cancel-text = { $post } ({ $title }) quittera le calendrier, et plus personne n’en recevra de rappel. Cela se défait pendant dix minutes, et elle pourra être rouverte à tout moment.
post-cancel-yes = Annuler la publication
post-cancel-short = Abandonner
post-cancel-no = La garder
post-drop-title = Abandonner { $post } ?
post-drop-text = Plus personne n’aura de rappel pour { $post } ({ $title }). Cela se défait pendant dix minutes, et la publication peut être reprise à tout moment.
post-drop-way = Ce qu’elle devient
post-drop-cancel = Elle est annulée
post-drop-idea = Elle retourne aux idées, sans date
post-drop-reason = Pourquoi
post-said-idea-again = { $post } est de nouveau parmi les idées.
late-title = Publications en retard
late-intro = { $n ->
    [one] { $n } publication est en retard. Dites si elle est publiée, déplacez-la ou abandonnez-la.
   *[other] { $n } publications sont en retard, la plus récente d’abord. Pour chacune, dites si elle est publiée, déplacez-la ou abandonnez-la.
}
late-none = Aucune de vos publications n’est en retard.
late-with = confiée à { $owner }
late-older = Ce message date du { $day }. Voici ce qui est en retard maintenant.
late-said-kept = *{ $post } reste dans votre liste.* La question ne vous est plus posée.
button-keep-late = Garder

## Ce qui vient d’être fait

post-said-added = *{ $post } est ajoutée.*
post-said-saved = *{ $post } est enregistrée.*
post-said-live = *{ $post } est en ligne depuis le { $moment }.*
post-said-live-kept = *{ $post } est en ligne depuis le { $moment }*, et cela reste : le { $typed } n’est pas retenu. Pour le changer, annulez, puis redites quand elle a été mise en ligne.
post-said-first-platform = Aucune plateforme n’est nommée : c’est donc pour { $platform }, la première du plan. Modifiez-la pour en choisir une autre.
post-said-live-already = *{ $post } est déjà en ligne.*
post-said-moved = *{ $post } est déplacée : { $when }.*
post-said-assigned = *{ $post } est confiée à { $member }.*
post-said-cancelled = *{ $post } est annulée.* Plus personne n’en reçoit de rappel.
post-said-reopened = *{ $post } est rouverte.*
post-said-kept = *{ $post } reste telle quelle.*
post-said-snoozed = *{ $post }, prochain rappel :* { $moment }.
post-said-undone = *Défait sur { $post } :* { $what }.
post-said-state = *{ $post }, nouvel état :* { $state }.

## Historique

history-none = Rien ne lui est encore arrivé.
history-older = { $count ->
    [one] et un changement plus ancien
   *[other] et { $count } changements plus anciens
}
history-with = { $what } : { $note }
history-moved-from = { $what }, auparavant { $moment }
history-assigned-to = { $what } à { $member }
history-added = ajoutée
history-edited = modifiée
history-moved = déplacée
history-assigned = confiée
history-published = publiée
history-cancelled = annulée
post-said-asked = *{ $post } y répond.* Demandée { $count } fois jusqu’ici.
post-asked-for = Demandée { $count } fois par la clientèle
history-asked = demandée encore
history-reopened = rouverte
history-snoozed = remise à plus tard
history-undone = défait
history-imported = importée
history-in_review = relecture demandée
history-approved = approuvée
history-changed = changée

## Listes

post-list-modal = Publications
post-list-mine = Mes publications
post-list-all = Toutes les publications
post-list-overdue = Publications en retard
post-list-unowned = Publications sans responsable
post-list-ideas = Idées
post-list-owner = de { $member }
post-list-days = du { $first } au { $last }
post-list-range = { $first } à { $last } sur { $total }
post-list-first = { $list } : { $posts }
post-list-none = aucune
post-list-in-short = { $title } ({ $range })
post-list-empty = Aucune publication ne correspond. Ajoutez-en une, ou regardez-les toutes.
post-list-missed = Laissé de côté, car non compris : { $what }.
post-list-which = « { $what } » peut être { $people }. Écrivez le nom entier pour voir les siennes.

post-overview-title = Mes publications
post-overview-late = *En retard* · { $count ->
    [one] une publication
   *[other] { $count } publications
}
post-overview-today = *Aujourd’hui* · { $count ->
    [one] une publication
   *[other] { $count } publications
}
post-overview-next = *Ensuite* · { $count ->
    [one] une publication
   *[other] { $count } publications
}
post-overview-undated = *Sans date* · { $count ->
    [one] une publication
   *[other] { $count } publications
}
post-overview-more = et { $rest } de plus
post-overview-empty = Vous n’avez aucune publication en cours. Ajoutez-en une, ou voyez à quoi travaillent les autres.
post-overview-empty-here = Vous n’avez aucune publication en cours dans cette stratégie. Ajoutez-en une, ou voyez à quoi travaillent les autres.
post-overview-short = Mes publications : { $late } en retard, { $today } aujourd’hui, { $total } en cours en tout.
post-overview-others = { $count ->
    [one] Une publication en cours est à quelqu’un d’autre
   *[other] { $count } publications en cours sont à d’autres
}
post-overview-others-late = { $count ->
    [one] *dont une en retard*
   *[other] *dont { $count } en retard*
}
post-overview-reviews = *À relire* · { $count ->
    [one] une publication
   *[other] { $count } publications
}
post-overview-unowned = { $count ->
    [one] une publication est sans responsable
   *[other] { $count } publications sont sans responsable
}

## Formulaires

post-form-add = Nouvelle publication
post-form-idea = Nouvelle idée
post-form-edit = Modifier { $post }
post-form-move = Déplacer { $post }
post-form-assign = Confier { $post }
post-form-done = { $post } est en ligne
post-form-done-which = Publication en ligne
post-submit-move = Déplacer
post-submit-assign = Confier
post-submit-done = Publiée
post-form-opened = Le formulaire est rempli avec ce que j’ai compris.
post-form-missed = Je n’ai pas compris « { $what } ». Le reste est dans le formulaire : vérifiez-le et envoyez-le.
post-form-lacking = Il manque encore : { $fields }. Le reste est dans le formulaire : complétez-le et envoyez-le.
post-form-incomplete = Il manque encore quelque chose. Le reste est dans le formulaire : complétez-le et envoyez-le.
post-form-theme = Enregistré avec le formulaire : thème « { $theme } ».
post-form-labels = Enregistrées avec le formulaire, comme étiquettes : { $labels }.
post-form-typed = Vous avez tapé :
post-form-long = Le texte compte { $length } caractères et un formulaire en contient { $limit } : il reste tel quel. Pour le changer, importez le calendrier avec le nouveau texte.
post-form-field-long = *{ $field }* : { $length } caractères, et un champ en contient { $limit }. Cela reste tel quel ; pour le changer, importez le calendrier modifié.
post-form-faster = *Quelqu’un a été plus rapide.* Rien de votre saisie n’est perdu ; voici la version actuelle.
post-form-yours = Votre saisie est ci-dessous. Envoyez-la de nouveau pour remplacer la version actuelle, ou fermez le formulaire pour garder celle-ci.

post-ask-title = Titre
post-ask-platform = Plateforme
post-ask-text = Texte
post-ask-text-hint = Tel qu’il sera copié et publié. Il peut venir plus tard.
post-ask-text-left = { $left ->
    [one] Il reste { $left } caractère sur cette plateforme.
   *[other] Il reste { $left } caractères sur cette plateforme.
}
post-ask-text-over = { $unit ->
    [byte] { $over ->
        [one] { $over } octet
       *[other] { $over } octets
    } de trop pour cette plateforme. Un émoji en prend jusqu’à une trentaine.
   *[character] { $over ->
        [one] { $over } caractère
       *[other] { $over } caractères
    } de trop pour cette plateforme.
}
post-ask-kind = Type
post-ask-owner = Responsable
post-ask-image = Lien vers l’image
post-ask-image-hint = http:// ou https://, par exemple dans votre espace partagé.
post-ask-image-text = Texte de remplacement de l’image
post-ask-notes = Notes
post-ask-link = Lien vers la publication
post-ask-link-hint = Copiez-le depuis la plateforme. Il commence par http:// ou https://.
post-ask-reason = Pas de lien ? Dites brièvement pourquoi
post-ask-reason-hint = Par exemple : une story qui a expiré.
post-ask-day = Date
post-ask-clock = Heure
post-ask-live-day = Publiée le
post-ask-live-clock = Publiée à
post-ask-zone = Votre heure, { $place }
post-ask-which = Quelle publication
post-move-now = Jusqu’ici : { $when }
post-assign-hint = Un membre qui reçoit mes messages : ni invité, ni bot.

## Aide

post-help-title = Ce que fait /post
post-help-missed = { $what } n’a pas été compris. Ceci fonctionne :
post-help-both = Les mots français et anglais fonctionnent tous, toujours. Un mot seul, comme `/post ajouter`, ouvre un formulaire.
post-help-add = /post ajouter "Concours de printemps" sur instagram par @amy mardi 10 h type concours
post-help-add-says = ajoute une publication ; ce qui manque est demandé dans un formulaire. Un concours, un événement, une promotion ou un article apporte ses étapes datées
post-help-list = /post liste toutes instagram cette semaine
post-help-list-says = aussi : miennes, en retard, mois, une personne ; `/post` seul montre les vôtres
post-help-show = /post voir P12
post-help-show-says = la fiche : le texte à copier, ce qui reste de la limite de la plateforme, le même texte ailleurs, les étapes et l’historique
post-help-edit = /post modifier P12
post-help-edit-says = le texte, et les notes, jamais publiées ; étiquettes, dépense, campagne et fichiers avec leurs textes de remplacement sont sous « Détails… » de la fiche
post-help-move = /post déplacer P12 vendredi 16 h
post-help-move-says = à votre heure ; `de 2 jours`, ou `/post avancer P12 de 2 jours` ; sans date, ouvre un formulaire
post-help-assign = /post confier P12 @bob
post-help-assign-says = change de responsable
post-help-done = /post publiée P12 https://…
post-help-done-says = elle est en ligne, et voici son lien
post-help-cancel = /post annuler P12
post-help-cancel-says = la retire du calendrier ; `/post rouvrir P12` la fait revenir
post-help-undo = /post défaire
post-help-undo-says = défait ce que vous avez fait en dernier, pendant dix minutes, puis ce qui précède : publications, séries, imports, plan, objectifs, chiffres. `/post défaire P12` nomme la publication
post-help-idea = /post idée "En coulisses" sur tiktok
post-help-idea-says = gardée sans date
post-help-import = /post importer
post-help-import-says = un calendrier depuis un fichier : CSV ou .ics, le nôtre ou celui de Buffer, Hootsuite ou Sprout Social
post-help-export = /post exporter buffer décembre
post-help-export-says = le calendrier pour un autre programme : `csv` (le nôtre, il revient entier), `buffer`, `hootsuite`, `sprout` ou `ics` (iCalendar) ; un mois, une semaine ou une plateforme le restreint

## Refus

refusal-post-number-missing = Quelle publication ? Ajoutez son numéro, comme P12. `/post liste` montre les numéros.
refusal-cancel-number-missing = Quelle publication annuler ? Ajoutez son numéro, comme `/post annuler P12`. Pour revenir sur ce que vous venez de faire : `/post défaire`.
refusal-post-title-empty = Il faut un titre. Donnez-en un, puis envoyez de nouveau.
refusal-post-title-long = Le titre compte { $length } caractères pour une limite de { $limit }. Raccourcissez-le, puis envoyez de nouveau.
refusal-post-in-the-past = Ce moment est passé. Choisissez-en un qui soit à venir.
refusal-post-published-later = Ce moment est encore à venir. Choisissez quand elle a été mise en ligne, ou maintenant.
refusal-post-image-unreadable = « { $what } » n’est pas une adresse web. Le lien vers l’image doit commencer par http:// ou https://.
refusal-post-link-missing = Collez le lien de la publication, ou dites brièvement pourquoi elle n’en a pas.
refusal-post-already-published = { $post } est déjà publiée, avec son lien. Ouvrez-la pour le voir ou le changer.
refusal-post-cancelled = { $post } est annulée. Rouvrez-la d’abord, puis modifiez-la.
refusal-post-not-open = { $post } est déjà { $state ->
    [published] publiée
   *[other] annulée
} : il n’y a rien à faire ici. `/post voir { $post }` montre ce qu’elle permet maintenant.
refusal-post-undated = { $post } n’a pas de date, donc personne n’en reçoit de rappel. Donnez-lui d’abord une date.
refusal-post-changed = Quelqu’un a changé { $post } après que vous l’avez ouverte. Rouvrez-la pour voir la version actuelle.
refusal-post-undo-gone = Vous n’avez rien à défaire sur { $post } : vous n’y avez rien changé dans les dix dernières minutes. Ouvrez-la pour la modifier.
refusal-post-undo-gone-already = Ce que vous avez fait sur { $post } est déjà défait, et rien d’autre de vous n’y date des dix dernières minutes. Ouvrez-la pour la modifier.
refusal-post-undo-gone-others-nobody = Vous n’avez rien à défaire sur { $post } : le dernier changement est de quelqu’un d’autre. Ouvrez-la pour la modifier.
refusal-post-undo-gone-others = Vous n’avez rien à défaire sur { $post } : le dernier changement est de { $who }, et personne d’autre ne peut le défaire. Ouvrez-la pour la modifier.
refusal-undo-nothing = Vous n’avez rien à défaire : vous n’avez changé ni publication, ni plan, ni objectif, ni chiffre ces dix dernières minutes. Les rondes et les absences se changent avec `/checkin`. `/post voir P12` montre l’historique d’une publication, et `/post modifier P12` la change.
refusal-moment-day-missing = Choisissez aussi la date.
refusal-moment-clock-missing = Choisissez aussi l’heure.
