# Ce qui vient de soi-même : agenda, publications à échéance et en retard, ronde, chiffres, lacunes, rattrapage, avis.

## Une publication arrive à l’heure

due-soon = { $post } · { $title } : à publier sur { $platform } { $dated ->
    [yes] le
   *[no] à
 } { $when }, { $minutes ->
    [60] dans 1 heure
   *[other] dans { $span }
}
due-now = { $post } · { $title } : à publier sur { $platform } maintenant, { $when }
due-snoozed = { $post } · { $title }, comme convenu : à publier sur { $platform }, { $when }
due-overdue = { $post } · { $title } est en retard : elle était prévue sur { $platform } { $dated ->
    [yes] le
   *[no] à
 } { $when }
due-backup = { $post } · { $title } n’est toujours pas publiée : prévue sur { $platform }, { $when }, confiée à { $owner }. Vous en êtes la relève : publiez-la, déplacez-la ou confiez-la.
due-manager = { $post } · { $title } n’est toujours pas publiée : prévue sur { $platform }, { $when }, confiée à { $owner }. La stratégie est entre vos mains : publiez-la, déplacez-la, confiez-la ou annulez-la.
due-lead = { $post } · { $title } n’est toujours pas publiée : prévue sur { $platform }, { $when }, confiée à { $owner }. Publiez-la, déplacez-la, confiez-la ou annulez-la.
due-asked = { $post } · { $title } est en retard depuis cinq jours ouvrés : elle était prévue sur { $platform }, { $when }. L’abandonner, la déplacer ou la garder ?
due-live = { $post } · { $title }, mise en ligne : { $when }
due-cancelled = { $post } · { $title } est annulée ; il n’y a plus rien à faire.
due-moved = { $post } · { $title } est déplacée : à publier le { $when }.
due-undated = { $post } · { $title } n’a plus de date. Un rappel viendra quand elle en aura une.
due-handed-over = { $post } · { $title } est maintenant confiée à { $owner }.
due-put-off = { $post } · { $title }, prochain rappel : { $when }.
due-followed = { $post } · { $title } · { $platform }, { $when }
due-missing = Il manque encore : { $what }.
due-missing-text = le texte
due-missing-image-text = le texte de remplacement de l’image
due-missing-approval = l’approbation
due-image = Image : { $image }
due-image-text = Texte de remplacement : { $text }
due-outsider = Ce message vous revient parce que { $owner } n’est pas dans le canal de la stratégie : il faut confier { $post } à quelqu’un d’autre.
due-unreachable = Ce message vous revient parce que { $owner } n’est plus joignable ici : il faut confier { $post } à quelqu’un d’autre.
due-stand-in = Ce message vous revient parce que { $owner } ne travaille pas aujourd’hui.
due-ownerless = Cette publication n’a pas encore de responsable : publiez-la ou confiez-la.
due-nobodys = Ce message vous revient parce que cette publication n’a pas de responsable et que personne ne s’occupe de { $strategy } pour l’instant.
lead-away = Ce message vous revient parce que { $manager }, qui s’occupe de { $strategy }, n’est pas là.
lead-none = Ce message vous revient parce que personne ne s’occupe de { $strategy } pour l’instant.
due-late = Ce message arrive en retard : il était prévu le { $when }.
due-again = Ce message vous est peut-être déjà parvenu : Slack n’a pas confirmé son arrivée.
due-open-label = Ouvrir { $post }

## L’agenda du matin

agenda-title = Bonjour ! { $day }
agenda-today = { $n ->
    [one] { $n } publication aujourd’hui
   *[other] { $n } publications aujourd’hui
}
agenda-overdue = { $n ->
    [one] { $n } publication en retard
   *[other] { $n } publications en retard
}
agenda-later = { $n ->
    [one] { $n } publication pendant les prochains jours non travaillés
   *[other] { $n } publications pendant les prochains jours non travaillés
}
morning-waiting = { $n ->
    [one] { $n } chose en attente
   *[other] { $n } choses en attente
}
morning-waits = Ce qui vous attend
morning-late = En retard
morning-more-late = { $n ->
    [one] Et { $n } autre.
   *[other] Et { $n } autres.
}
morning-asked = { $n ->
    [one] { $posts } est en retard depuis cinq jours ouvrés. L’abandonner, la déplacer ou la garder dans votre liste ?
   *[other] { $more ->
        [0] { $posts } sont en retard depuis cinq jours ouvrés. Les abandonner, les déplacer ou les garder dans votre liste ?
        [one] { $posts } et { $more } autre sont en retard depuis cinq jours ouvrés. Les abandonner, les déplacer ou les garder dans votre liste ?
       *[other] { $posts } et { $more } autres sont en retard depuis cinq jours ouvrés. Les abandonner, les déplacer ou les garder dans votre liste ?
    }
}
morning-sort-out = Faire le tri…
morning-silent = en retard depuis le { $when }, confiée à { $owner }
morning-ownerless = sans responsable
morning-measured = les chiffres sont là
week-gaps = *À régler cette semaine* · { $strategy }
week-gaps-settled = *À régler cette semaine* · { $strategy } · tout est fait
week-gaps-more = Et { $n } de plus.
week-gaps-button = Voir ce qui manque
week-gaps-label = Voir ce qui manque à { $strategy }
morning-tomorrow = Ensuite : { $when } · { $title } · { $platform }
lacks-text = pas encore de texte
lacks-picture = il manque l’image
lacks-picture-text = il manque le texte de remplacement de l’image
lacks-approval = pas encore approuvée
lacks-answer = attend sa relecture
lack-write = Écrire…
lack-picture = Compléter l’image…
lack-review = Demander la relecture…
agenda-settled = tout est fait
agenda-paused = le calendrier est en pause
agenda-settled-round = il ne reste que la ronde du jour
agenda-at-today = aujourd’hui { $clock }
agenda-overdue-since = en retard depuis le { $when }
agenda-off = { $when }, jour non travaillé
agenda-live = en ligne depuis le { $when }
agenda-moved = déplacée : { $when }
agenda-undated = sans date désormais
agenda-stands-in = en l’absence de { $owner }
agenda-handed-over = confiée à { $owner }
agenda-more = { $n ->
    [one] Et { $n } autre : `/post liste`.
   *[other] Et { $n } autres : `/post liste`.
}
agenda-round = La ronde du jour prend cinq minutes.
agenda-round-done = La ronde du jour est faite.
agenda-do-round = Faire ma ronde

## La ronde

invite-title = C’est l’heure de la ronde
invite-text = Cinq minutes pour { $strategy } : répondre aux questions et aux commentaires, puis noter ce qui a été fait.
invite-questions = { $n ->
    [one] { $n } question attend encore votre réponse.
   *[other] { $n } questions attendent encore votre réponse.
}
invite-open = Faire ma ronde
invite-change = Modifier…
invite-done = Ronde du { $day } faite à { $clock }
invite-over = Ronde du { $day } : rien n’a été noté.
invite-away = Votre absence est notée ; pas de ronde aujourd’hui.
round-asked = Trois rondes pour { $strategy } sont passées sans être notées. Voulez-vous que je continue à vous la proposer ? Sans choix de votre part, je ne le ferai plus.
round-rhythm-daily = Chaque jour ouvré
round-rhythm-twice = Deux fois par semaine
round-rhythm-off = Plus du tout
round-said-daily = La ronde vous est proposée chaque jour ouvré.
round-said-twice = La ronde vous est proposée deux fois par semaine : { $days }.
round-said-off = La ronde ne vous est plus proposée. Vous pouvez la remettre dans les réglages de l’onglet Accueil.

## Les chiffres qui manquent

measure-title = { $post } · { $title } est en ligne sur { $platform } depuis le { $when }, et ses chiffres manquent
measure-why = Une minute maintenant, et le bilan de la semaine est complet.
measure-instead = La question vous revient parce que { $owner } ne reçoit pas ce rappel.
measure-done = Les chiffres de { $post } · { $title } sont notés.

## Les publications sans responsable

unowned-title = { $n ->
    [one] { $n } publication de { $strategy } est prévue d’ici une semaine et n’a pas de responsable
   *[other] { $n } publications de { $strategy } sont prévues d’ici une semaine et n’ont pas de responsable
}
unowned-settled = Toutes les publications de { $strategy } prévues d’ici une semaine ont maintenant une personne responsable.
unowned-row-settled = confiée à { $owner }
unowned-assign-label = Confier { $post }

## Après une interruption

catch-up-title = Pendant mon absence ({ $from } – { $to })
catch-up-posts = { $n ->
    [one] { $n } publication est arrivée à échéance
   *[other] { $n } publications sont arrivées à échéance
}
catch-up-late = { $n ->
    [one] { $n } publication était déjà en retard
   *[other] { $n } publications étaient déjà en retard
}
catch-up-undated = { $n ->
    [one] { $n } publication n’a pas de date
   *[other] { $n } publications n’ont pas de date
}
catch-up-settled = tout est réglé
catch-up-coming = { $n ->
    [one] { $n } publication est encore à venir
   *[other] { $n } publications sont encore à venir
}
catch-up-steps = { $n ->
    [one] { $n } étape était à faire
   *[other] { $n } étapes étaient à faire
}
catch-up-rounds = { $n ->
    [one] { $n } ronde n’a pas été proposée
   *[other] { $n } rondes n’ont pas été proposées
}
catch-up-measures = { $n ->
    [one] les chiffres de { $n } publication n’ont pas été demandés
   *[other] les chiffres de { $n } publications n’ont pas été demandés
}
catch-up-once = { $what }. Les voici, une seule fois.
catch-up-rounds-of = Rondes qui n’ont pas été proposées : { $days }. Ce qui a été fait se note encore avec `/checkin`.
catch-up-measure = chiffres à noter

## Les messages qui n’arrivent pas

notice-title = Un message n’a pas pu être remis
notice-member-gone = Impossible d’écrire à { $who } : { $why }. Ses publications risquent d’être oubliées ; confiez-les à quelqu’un : `/post liste { $who }` les montre.
notice-why-inactive = le compte est désactivé
notice-why-unknown = Slack ne connaît pas ce compte dans l’espace de travail
notice-why-closed = Slack ne permet pas d’ouvrir une conversation avec cette personne
notice-what-thread = Message d’une publication
notice-channel-archived = { $what } : envoi impossible, le canal { $channel } est archivé. Désarchivez-le, ou donnez un autre canal à la stratégie avec `/parution configurer`.
notice-channel-not-in = { $what } : envoi impossible, je ne suis pas membre de { $channel }. Tapez-y `/invite @Parution`.
notice-channel-gone = { $what } : envoi impossible, le canal { $channel } ne m’est plus visible. Invitez-moi, ou donnez un autre canal à la stratégie avec `/parution configurer`.
notice-unreadable = { $what } : peut-être pas arrivé dans { $channel } ; Slack ne l’a pas confirmé, et je ne peux pas y lire. Jetez-y un œil ; s’il manque, `/kpi bilan` l’envoie.
notice-expired = { $what } : pas envoyé à temps dans { $channel }. `/kpi bilan` le montre.
notice-other = { $what } : le message pour { $who } a été refusé par Slack ({ $code }). Si cela se répète, lancez `parution doctor`.

day-line = { $day } : { $said }
day-line-rounds = { $count ->
    [one] { $count } ronde faite
   *[other] { $count } rondes faites
}
day-line-added = { $count ->
    [one] { $count } publication ajoutée ({ $posts })
   *[other] { $count } publications ajoutées ({ $posts })
}
day-line-moved = { $count ->
    [one] { $count } déplacée ({ $posts })
   *[other] { $count } déplacées ({ $posts })
}
day-line-live = { $count ->
    [one] { $count } en ligne ({ $posts })
   *[other] { $count } en ligne ({ $posts })
}
day-line-nothing = ce qui avait été fait a été défait
