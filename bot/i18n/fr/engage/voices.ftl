# Les personnes qui entraînent les autres : `/checkin voix`.

voice-kind = Genre
voice-kind-influencer = Influence
voice-kind-partner = Partenaire
voice-kind-press = Presse
voice-kind-customer = Client fidèle
voice-kind-advocate = Collègue qui partage
voice-name = Nom
voice-addresses = Où échanger
voice-addresses-hint = Une adresse par ligne : « Instagram @marie », un lien, un courriel.
voice-step = Prochaine étape
voice-step-hint = Ce que vous ferez ensuite, par exemple « la remercier pour la story ». L’étape figure ce jour-là dans le matin de qui suit cette voix.
voice-step-day = Le
voice-holder = Suivi par
voice-cares_for = Aime
voice-language = Langue
voice-notes = Notes
voice-posts = Dans les publications
voice-questions = Dans les questions
voice-form-new = Une voix
voice-form-careful = Seulement ce qu’il faut pour le travail, en des mots que la personne peut lire : elle peut demander à les voir. Personne qui a juste posé une question ou commenté une fois, aucun enfant, rien sur la santé, la foi, la politique, la famille ou l’argent.
voice-today = aujourd’hui
voice-step-none = aucune pour l’instant
voice-step-on = { $step } · { $day }
voice-step-since = { $step } · en attente depuis { $day }
voice-next = Prochaine étape : { $step }.
voice-in-short = { $voice } { $name } ({ $kind }).
voice-more = encore { $count }
voice-line-kept = gardée
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
    [one] *Cite une voix :* { $voices }
   *[other] *Cite des voix :* { $voices }
}

voice-button-add = Garder une voix…
voice-button-done = Étape faite
voice-button-next = Prochaine étape…
voice-button-happened = Noter un fait…
voice-button-export = Tout ce qui est gardé
voice-button-forget = Oublier…

voice-happened = Ce qui s’est passé
voice-happened-hint = Une ligne, par exemple « a partagé notre story ».
voice-happened-day = Quand
voice-export-intro = Voici tout ce qui est gardé sur cette personne. Copiez-le pour le lui remettre.

voice-said-kept = *Gardée :* { $name }.
voice-said-changed = *Modifiée :* { $name }.
voice-said-done = *Étape faite.* Elle est notée ; que faire ensuite ?
voice-said-moved = *Prochaine étape prévue.*
voice-said-given = *Confiée* à { $who }.
voice-said-happened = *C’est noté.*
voice-missed = Je n’ai pas compris « { $what } ».

voice-forget-title = Oublier cette voix ?
voice-forget-text = Tout ce qui est gardé sur { $name } est effacé, dans les sauvegardes aussi. Rien ne l’annule.
voice-forget-yes = Oublier pour de bon
voice-forget-no = Garder
voice-forgotten = *Oubliée :* plus rien n’est gardé sur { $name }, et les sauvegardes en sont vidées à l’instant.
voice-forgotten-named = { $count ->
    [one] Le nom figure encore dans un texte : { $where }. Changez-le là s’il doit partir aussi.
   *[other] Le nom figure encore dans { $count } textes : { $where }. Changez-les là s’il doit partir aussi.
}

voice-list-title = Voix
voice-list-empty = Personne n’est gardé pour l’instant. Qui entraîne les autres pour vous ? Une influenceuse, un partenaire, une journaliste, un client fidèle.
voice-list-none = Personne de ce genre. Choisissez un autre genre ou une autre plateforme.
voice-list-range = { $first }–{ $last } sur { $total }
voice-list-in-short = { $total ->
    [0] Aucune voix.
    [one] 1 voix : { $names }
   *[other] { $total } voix : { $names }
}
voice-any-kind = Tous les genres
voice-any-platform = Toutes les plateformes
voice-order-waiting = Toutes, la plus longue attente d’abord
voice-order-name = Toutes, par nom
voice-order-waiting-mine = Les miennes, par attente
voice-order-name-mine = Les miennes, par nom

undo-deed-voice-kept = la nouvelle voix { $what }
undo-deed-voice-changed = des changements à { $what }
undo-deed-voice-done = l’étape faite de { $what }
undo-deed-voice-moved = la prochaine étape de { $what }
undo-deed-voice-happened = une ligne notée sur { $what }

refusal-voice-not-found = Il n’y a pas de voix { $what } ici. `/checkin voix` les garde, `/checkin voices` les liste.
refusal-voice-nameless = Donnez un nom à la voix.
refusal-voice-known = { $what } porte déjà ce nom. Ouvrez-la avec `/checkin { $what }`, ou distinguez les deux : « { $name } (presse) ».
refusal-voice-several = Plusieurs portent ce nom : { $voices }. Dites laquelle, par son numéro.
refusal-voice-no-step = { $what } n’a pas de prochaine étape. Prévoyez-en une : `/checkin { $what } ensuite "la remercier" jeudi`.
refusal-voice-step-day = Une prochaine étape est pour aujourd’hui ou plus tard, d’ici deux ans.
refusal-voice-happening-empty = Écrivez ce qui s’est passé après le mot : `/checkin { $what } noter a partagé notre story`.
refusal-voice-happening-day = Ce jour n’a pas encore commencé. Choisissez aujourd’hui ou avant.
refusal-voice-changed = Quelqu’un a changé { $what } entre-temps. Rouvrez-la avec `/checkin { $what }`.
refusal-voice-advocate = { $what } partage pour la marque : seule cette personne change ou efface ce qui est gardé sur elle.
refusal-voice-advocate-self = Chacun le dit pour soi, personne pour un autre.
refusal-rights-keep = Les invités lisent. Quelqu’un de l’équipe le garde : { $people }.
refusal-rights-keep-nobody = Les invités lisent. Demandez à { $people } de le garder.
refusal-rights-change_voice = Quelqu’un d’autre suit { $what }. Demandez à { $people }.
refusal-rights-change_voice-nobody = Quelqu’un d’autre suit { $what }. Demandez à { $people }.
