# Les personnes qui entraînent les autres : `/checkin voix`.

voice-kind = Genre
voice-kind-influencer = Influence
voice-kind-partner = Partenaire
voice-kind-press = Presse
voice-kind-customer = Client fidèle
voice-kind-advocate = Ambassadeur
voice-name = Nom
voice-addresses = Où lui écrire
voice-addresses-hint = Une adresse par ligne : « Instagram @marie », un lien, un courriel.
voice-step = Prochaine étape
voice-step-hint = Ce que vous ferez ensuite, par exemple « la remercier pour la story ». L’étape figure ce jour-là dans le message du matin de qui suit cette voix.
voice-step-day = Le
voice-holder = Suivie par
voice-cares_for = S’intéresse à
voice-language = Langue
voice-notes = Notes
voice-posts = Citée dans les publications
voice-questions = Citée dans les questions
voice-form-new = Une voix
voice-form-careful = Seulement ce qui sert au travail, dans des mots que la personne peut lire : elle peut demander à les voir. N’ajoutez ni enfant, ni quelqu’un qui a juste posé une question ou commenté une fois. Rien sur la santé, la foi, la politique, la famille ou l’argent.
voice-today = aujourd’hui
voice-step-none = aucune pour l’instant
voice-step-on = { $step } · { $day }
voice-step-since = { $step } · en attente depuis le { $day }
voice-next = Prochaine étape : { $step }.
voice-in-short = { $voice } { $name } ({ $kind }).
voice-more = { $count } de plus
voice-line-kept = ajoutée
voice-line-changed = modifiée
voice-line-given = confiée
voice-line-done = fait : { $words }
voice-line-moved = prévu : { $words }
voice-in-posts = { $count ->
    [one] *Citée dans 1 publication :* { $posts }
   *[other] *Citée dans { $count } publications :* { $posts }
}
voice-in-questions = { $count ->
    [one] *Citée dans 1 question :* { $questions }
   *[other] *Citée dans { $count } questions :* { $questions }
}
voice-on-post = { $count ->
    [one] *Voix citée :* { $voices }
   *[other] *Voix citées :* { $voices }
}

voice-button-add = Ajouter une voix…
voice-button-done = Étape faite
voice-button-next = Prochaine étape…
voice-button-happened = Noter un fait…
voice-button-export = Tout ce qui est gardé
voice-button-forget = Oublier…

voice-happened = Ce qui s’est passé
voice-happened-hint = Une ligne, par exemple « a partagé notre story ».
voice-happened-day = Quand
voice-export-intro = Voici tout ce qui est gardé sur cette personne. Copiez-le pour le lui remettre.

voice-said-kept = *Ajoutée :* { $name }.
voice-said-changed = *Modifiée :* { $name }.
voice-said-done = *Étape faite.* Elle est notée ; que faire ensuite ?
voice-said-moved = *Prochaine étape prévue.*
voice-said-given = *Confiée* à { $who }.
voice-said-happened = *C’est noté.*
voice-missed = Je n’ai pas compris « { $what } ».

voice-forget-title = Oublier cette voix ?
voice-forget-text = Tout ce qui est gardé sur { $name } est effacé, dans les sauvegardes aussi. Cela ne se défait pas.
voice-forget-yes = Oublier pour de bon
voice-forget-no = Garder
voice-forgotten = *Oubliée :* plus rien n’est gardé sur { $name }, et les sauvegardes sont nettoyées maintenant.
voice-forgotten-named = { $count ->
    [one] Le nom figure encore dans un texte : { $where }. Modifiez ce texte si le nom doit en disparaître aussi.
   *[other] Le nom figure encore dans { $count } textes : { $where }. Modifiez-les si le nom doit en disparaître aussi.
}

voice-list-title = Voix
voice-list-empty = Aucune voix pour l’instant. Qui entraîne les autres autour de vous ? Une influenceuse, un partenaire, une journaliste, un client fidèle.
voice-list-none = Aucune voix ne correspond. Choisissez un autre genre, une autre plateforme ou un autre ordre.
voice-list-range = { $first }–{ $last } sur { $total }
voice-list-in-short = { $total ->
    [0] Aucune voix.
    [one] 1 voix : { $names }
   *[other] { $total } voix : { $names }
}
voice-any-kind = Tous les genres
voice-any-platform = Toutes les plateformes
voice-order-waiting = Toutes, par attente
voice-order-name = Toutes, par nom
voice-order-waiting-mine = Les miennes, par attente
voice-order-name-mine = Les miennes, par nom

undo-deed-voice-kept = la nouvelle voix { $what }
undo-deed-voice-changed = le changement de { $what }
undo-deed-voice-done = l’étape faite de { $what }
undo-deed-voice-moved = la prochaine étape de { $what }
undo-deed-voice-happened = une ligne notée sur { $what }

refusal-voice-not-found = Il n’y a pas de voix { $what } ici. `/checkin les voix` en donne la liste.
refusal-voice-nameless = Donnez un nom à la voix.
refusal-voice-known = { $what } porte déjà ce nom. Ouvrez-la avec `/checkin { $what }`, ou distinguez les deux : « { $name } (presse) ».
refusal-voice-several = Plusieurs portent ce nom : { $voices }. Dites laquelle, par son numéro.
refusal-voice-no-step = { $what } n’a pas de prochaine étape. Prévoyez-en une : `/checkin { $what } ensuite "la remercier" jeudi`.
refusal-voice-step-day = Choisissez aujourd’hui ou plus tard, d’ici deux ans.
refusal-voice-happening-empty = Écrivez ce qui s’est passé après le mot : `/checkin { $what } noter a partagé notre story`.
refusal-voice-happening-day = Ce jour n’a pas encore commencé. Choisissez aujourd’hui ou avant.
refusal-voice-changed = Quelqu’un a changé { $what } entre-temps. Affichez-la de nouveau avec `/checkin { $what }`.
refusal-voice-advocate = { $what } a accepté de partager : seule cette personne change ou efface ce qui est gardé sur elle.
refusal-voice-advocate-self = On ne devient ambassadeur qu’en le disant soi-même, avec `/checkin ambassadeur oui`. Choisissez un autre genre.
refusal-rights-keep = Les invités lisent, sans modifier. Demandez à { $people } de le noter.
refusal-rights-keep-nobody = Les invités lisent, sans modifier. Demandez à { $people } de le noter.
refusal-rights-change_voice = Quelqu’un d’autre suit { $what }. Demandez à { $people } de la modifier.
refusal-rights-change_voice-nobody = Quelqu’un d’autre suit { $what }. Demandez à { $people } de la modifier.
