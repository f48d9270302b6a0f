# Les kits de partage, et les collègues qui ont accepté de partager : `/checkin ambassadeur`.

kit-title = Kit de partage
kit-form-intro = { $count ->
    [one] Il va à 1 collègue qui a accepté de partager, pendant ses heures de travail.
   *[other] Il va à { $count } collègues qui ont accepté de partager, pendant leurs heures de travail.
} Des questions pour commencer, jamais un texte tout fait : chacun le dit à sa façon.
kit-angle = Angle { $n }
kit-facts = Un fait ou deux
kit-facts-hint = Par exemple « 30 bougies, jusqu’à dimanche ».
kit-link = Lien
kit-button-new = Kit de partage…
kit-button-shared = J’ai partagé…
kit-button-not-now = Pas cette fois
kit-button-fewer = Moins souvent…
kit-sent = { $count ->
    [one] *Envoyé :* il va à 1 collègue.
   *[other] *Envoyé :* il va à { $count } collègues.
} Personne ne voit qui partage et qui ne partage pas.
kit-sent-later = { $count ->
    [one] 1 personne le recevra à son retour au travail, ou la semaine prochaine.
   *[other] { $count } personnes le recevront à leur retour au travail, ou la semaine prochaine.
}
kit-said = Notre publication est en ligne : { $title }
kit-said-how = À raconter à votre façon, si vous voulez.
kit-said-facts = Les faits : { $facts }
kit-thanks = Merci d’avoir partagé.
kit-alike = Quelqu’un de l’équipe a écrit presque la même chose : avec vos propres mots, ce sera encore mieux.
kit-not-now = Pas cette fois, et c’est très bien.
kit-shared-intro = Tout est facultatif. Seul le nombre est connu, jamais les noms.
kit-shared-link = Où vous l’avez partagée
kit-shared-words = Avec vos mots
kit-words-hint = Sert seulement à remarquer quand deux personnes disent la même chose.
post-shared = { $count ->
    [0] Personne parmi nous ne l’a encore partagée
    [one] Partagée par 1 personne parmi nous
   *[other] Partagée par { $count } personnes parmi nous
}

angle-surprised = Qu’est-ce qui vous a surpris ?
angle-who_made = Qui parmi nous l’a fait ?
angle-changes = Qu’est-ce que cela change pour un client ?
angle-would_win = Qu’essaieriez-vous en premier si vous gagniez ?
angle-why_here = Pourquoi travaillez-vous ici ?
angle-first_day = Que vous rappelez-vous de votre premier jour ?
angle-who_fits = Avec qui aimeriez-vous travailler ?
angle-look_forward = Qu’attendez-vous avec impatience ?
angle-who_meet = Qui peut-on y rencontrer ?
angle-remember = Qu’en garderez-vous ?
angle-own_favourite = Lequel préférez-vous, et pourquoi ?
angle-who_for = Qui parmi vos amis en a besoin ?
angle-learned = Qu’en avez-vous appris ?
angle-how_long = Combien de temps y avons-nous travaillé ?
angle-own_answer = Quelle est votre réponse à vous ?
angle-who_ask = À qui le demanderiez-vous ?

advocate-title = Partager
advocate-is = { $count ->
    [one] Vous avez accepté de partager : 1 kit par semaine au plus, pendant vos heures de travail. Personne ne voit quand vous ne partagez pas.
   *[other] Vous avez accepté de partager : { $count } kits par semaine au plus, pendant vos heures de travail. Personne ne voit quand vous ne partagez pas.
}
advocate-is-not = Vous ne recevez pas de kit de partage. Avec `/checkin ambassadeur oui`, vous recevez des questions pour commencer et un lien, { $count } par semaine au plus, pendant vos heures de travail. Personne ne voit quand vous ne partagez pas.
advocate-said-on = *C’est noté.*
advocate-said-off = *C’est arrêté.* Ce qui était gardé sur vous comme ambassadeur est effacé.
advocate-button-on = J’accepte de partager
advocate-button-off = Plus de kits
advocate-ask-most = Combien par semaine, au plus
advocate-most = { $count ->
    [one] 1 par semaine
   *[other] { $count } par semaine
}
advocate-none = Plus aucun

undo-deed-advocate = votre accord pour partager
undo-deed-no-advocate = la fin de votre accord pour partager
undo-deed-kit-made = le kit de partage { $what }
undo-deed-kit-shared = votre réponse à { $what }
undo-deed-kit-declined = votre réponse à { $what }

refusal-share-kit-not-found = Ce kit de partage n’existe plus.
refusal-advocate-number = De 1 à { $most } par semaine. `/checkin ambassadeur non` les arrête.
refusal-kit-unpublished = { $post } n’est pas encore en ligne. Partagez-la quand elle le sera.
refusal-kit-known = { $post } a déjà son kit de partage : il y en a un par publication.
refusal-kit-nobody = Personne d’autre n’a encore accepté de partager. Les collègues le disent avec `/checkin ambassadeur oui`.
refusal-kit-full = Toutes les personnes qui ont accepté ont assez de kits pour l’instant. Redemandez la semaine prochaine.
refusal-kit-angles = Donnez au moins { $fewest } angles pour commencer.
refusal-kit-link = Donnez le lien à partager, avec https:// au début.
refusal-kit-address = Ce n’est pas une adresse. Laissez vide, ou collez-la avec https:// au début.
refusal-kit-not-asked = Ce kit de partage était pour d’autres. Avec `/checkin ambassadeur oui`, vous recevrez le prochain.
