# Étape 2 : le plan. Plateformes, personnes, règles, limites, outils, thèmes, journées particulières.

help-plan = *`/plan`* qui fait quoi, où, et selon quelles règles
    `/plan plateforme instagram responsable @amy rythme 3` · `/plan vérifier` · `/plan calendrier`
plan-help-title = *`/plan` montre le plan ; chaque partie a son bouton.* En tapant :
plan-not-understood = Je ne connais pas « { $what } ». Voici ce que `/plan` comprend :
plan-help =
    `/plan plateforme instagram responsable @amy rythme 3`
    `/plan limite 4 par jour` · `/plan budget 500 par mois` · `/plan budget 200 pour "Hiver"`
    `/plan thème "Hiver" 1/12..24/12` · `/plan thème Conseils chaque lundi dès le 1er déc.`
    `/plan règle éviter pas cher, meilleur` · `/plan règle erreur 5 hashtags` · `/plan règle écart 30`
    `/plan jour "Journée d’équipe" 2/1` · `/plan journée "Journée du thé" 15/12` · `/plan outils Buffer, Canva` · `/plan suivi @amy` · `/plan pays FR` · `/plan questions` : leur échéance
    `/plan pause jusqu’à lundi "inondation"` · `/plan reprendre`
plan-help-more = `/plan calendrier décembre` montre le mois, `/plan vérifier décembre` ce qui lui manque. Les mots anglais marchent aussi : `/plan check december`.
plan-button-show = Voir le plan
plan-button-check = Vérifier le mois
plan-button-calendar = Calendrier
plan-button-all = Tout voir…
plan-button-people = Suivi, relecture, pays…

plan-heading = Plan
plan-title = Le plan de *{ $name }*
plan-manager = suivi par { $who }
plan-no-manager = personne ne s’en occupe
plan-owner = responsable { $who }
plan-backup = relève { $who }
plan-reviewer = relecture { $who }
plan-unowned = sans responsable
plan-public = pour { $public }
plan-rhythm = { $rhythm } par semaine
plan-language = en { $language }
plan-text-limit = { $limit } caractères au plus
plan-country = jours fériés : { $country }
plan-reviewed = les publications sont relues
plan-unreviewed = sans relecture
plan-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}
plan-edit-label = Modifier { $name }
plan-until = { $first } – { $last }
plan-from = à partir du { $first }
plan-tool-layout = exports pour { $layout }

plan-part-platform = Plateformes
plan-part-policy = Règles
plan-part-limits = Limites et dépenses
plan-part-tool = Outils
plan-part-theme = Thèmes
plan-part-day = Journées particulières
plan-add-platform = Ajouter une plateforme
plan-add-policy = Ajouter une règle
plan-add-limits = Changer limites et budgets
plan-add-tool = Ajouter un outil
plan-add-theme = Ajouter un thème
plan-add-day = Ajouter un congé d’entreprise ou une journée thématique
plan-empty-platform = Aucune pour l’instant. Chaque plateforme a son usage, son public, et une personne qui en répond.
plan-empty-policy = Aucune pour l’instant. Une règle est un texte à lire, ou une vérification faite chaque fois qu’une publication est enregistrée.
plan-empty-limits = Aucune pour l’instant. Une limite avertit à 80 % et bloque ce qui dépasserait 100 %.
plan-empty-tool = Aucun pour l’instant. Avec quels outils l’équipe planifie-t-elle et publie-t-elle ?
plan-empty-theme = Aucun à venir. Un thème donne leur sujet à des jours ou à des semaines.
plan-empty-day = Aucune dans les semaines qui viennent. Les jours fériés sont connus dès que la stratégie a un pays.

plan-severity-error = erreur
plan-severity-advice = conseil
plan-severity-error-long = Erreur : la publication est bloquée jusqu’à correction
plan-severity-advice-long = Conseil : c’est signalé, et la publication est enregistrée

plan-policy-text = { $value }
plan-policy-avoid_words = éviter : { $value }
plan-policy-require_words = exiger : { $value }
plan-policy-require_link = un lien vers { $value }
plan-policy-require_image_text = chaque image a son texte de remplacement
plan-policy-most_hashtags = { $n ->
    [one] { $value } hashtag au plus
   *[other] { $value } hashtags au plus
}
plan-policy-minutes_apart = { $n ->
    [one] { $value } minute d’écart sur une plateforme
   *[other] { $value } minutes d’écart sur une plateforme
}
plan-policy-working_hours = heures de travail seulement : { $value }
plan-policy-disclosure = un partenariat rémunéré le dit par : { $value }

plan-kind-text = Un texte à lire
plan-kind-avoid_words = Mots à éviter
plan-kind-require_words = Mots exigés
plan-kind-require_link = Un lien vers le site
plan-kind-require_image_text = Texte de remplacement des images
plan-kind-most_hashtags = Nombre de hashtags
plan-kind-minutes_apart = Minutes entre deux publications
plan-kind-working_hours = Heures de travail seulement
plan-kind-disclosure = Mention des partenariats rémunérés

plan-found-error = *Erreur :* { $what }
plan-found-advice = *Conseil :* { $what }
plan-broken-avoid_words = le plan évite « { $what } »
plan-broken-require_words = il manque { $n ->
    [one] { $what }
   *[other] { $what }
}
plan-broken-require_link = aucun lien vers { $what }
plan-broken-require_image_text = { $n ->
    [one] l’image n’a pas de texte de remplacement ({ $what })
   *[other] { $n } images n’ont pas de texte de remplacement ({ $what })
}
plan-broken-most_hashtags = { $used ->
    [one] { $used } hashtag, { $limit } au plus
   *[other] { $used } hashtags, { $limit } au plus
}
plan-broken-minutes_apart = trop près de { $what } sur la même plateforme
plan-broken-working_hours = hors des heures de travail ({ $what })
plan-broken-free-day = un jour où personne ne travaille
plan-broken-disclosure = un partenariat rémunéré sans { $what }

plan-usage-day = Publications du { $when } : { $used } sur { $limit } ({ $share })
plan-usage-month = Dépenses, { $when } : { $used } sur { $limit } ({ $share }), { $over ->
    [true] { $left } de trop
   *[false] il reste { $left }
}
plan-usage-campaign = Campagne { $name } : { $used } sur { $limit } ({ $share }), { $over ->
    [true] { $left } de trop
   *[false] il reste { $left }
}
plan-usage-near = *limite presque atteinte*
plan-usage-full = *limite atteinte*
plan-usage-over = *limite dépassée*
plan-usage-unknown = { $n ->
    [one] { $n } publication sponsorisée sans montant
   *[other] { $n } publications sponsorisées sans montant
}

plan-again-once = Une seule fois
plan-again-weekly = Chaque semaine
plan-again-monthly = Chaque mois
plan-again-yearly = Chaque année
plan-again-other = Selon sa propre règle
plan-day-holiday = jour férié
plan-day-company = congé d’entreprise
plan-day-awareness = une raison de publier
plan-day-company-long = Congé d’entreprise : personne ne travaille
plan-day-awareness-long = Journée thématique : une raison de publier

colour-green = vert
colour-blue = bleu
colour-violet = violet
colour-red = rouge
colour-orange = orange
colour-yellow = jaune
colour-grey = gris

plan-form-platform = Plateforme
plan-form-policy = Règle
plan-form-limits = Limites et budgets
plan-form-theme = Thème
plan-form-day = Journée particulière
plan-form-tool = Outil
plan-form-people = Suivi et relecture
plan-ask-platform = Plateforme
plan-ask-purpose = À quoi sert-elle ?
plan-ask-public = Pour qui ?
plan-ask-owner = Qui en répond
plan-ask-backup = Relève
plan-ask-reviewer = Relecture par
plan-ask-rhythm = Rythme : publications par semaine
plan-ask-rhythm-hint = 0,5 veut dire une publication toutes les deux semaines.
plan-ask-language = Langue des publications
plan-ask-text-limit = Limite de texte, si ce n’est pas celle de la plateforme
plan-ask-review = Relecture
plan-review-as-strategy = comme le dit la stratégie
plan-ask-review-again = Après un changement d’une publication approuvée
plan-review-again = la relire
plan-review-once = l’approbation reste
plan-ask-country = Pays ou région des jours fériés
plan-ask-country-hint = Deux lettres, et celles de la région si elle a ses propres jours : FR, BE, CA-QC, CH-GE… Vide : aucun.
plan-ask-kind = Type de règle
plan-ask-value = Mots, adresse, nombre ou heures
plan-ask-value-hint = Des mots séparés par des virgules (gratuit* trouve aussi gratuite) · une adresse · un nombre de hashtags ou de minutes · des heures, comme 9h-18h
plan-ask-text = Texte, ou raison
plan-ask-text-hint = Pour un texte à lire : le texte. Pour une vérification : pourquoi elle existe ; on le lit avec le constat.
plan-ask-severity = Caractère obligatoire
plan-ask-platforms = Seulement sur ces plateformes
plan-ask-platforms-hint = Vide : sur toutes.
plan-limits-how = Un avertissement s’affiche à 80 %. Ce qui dépasserait 100 % est bloqué, sauf si la personne qui suit le plan donne une raison. Vide ou 0 : sans limite.
plan-ask-posts-a-day = Publications par jour, toutes plateformes ensemble
plan-ask-spend-a-month = Dépenses par mois
plan-ask-campaigns = Dépenses par campagne
plan-ask-campaigns-hint = Une par ligne : Hiver = 200. Une publication en fait partie par sa campagne ou une étiquette.
plan-ask-currency = Devise
plan-ask-theme = Nom du thème
plan-ask-first = Premier jour
plan-ask-last = Dernier jour
plan-ask-last-hint = Vide : il continue, ou, s’il revient, dure un jour chaque fois.
plan-ask-weekdays = Seulement ces jours de la semaine
plan-ask-again = Revient
plan-ask-colour = Couleur dans le calendrier
plan-ask-day-name = Nom de la journée
plan-ask-day = Jour
plan-ask-day-sort = Type de journée
plan-day-how = Les jours fériés du pays de la stratégie sont déjà connus.
plan-ask-tool = Nom de l’outil
plan-ask-layout = Son format d’export
plan-ask-layout-hint = Les fichiers de /post exporter s’y conforment alors.
plan-ask-note = Note
plan-ask-drop = Plus nécessaire ?
plan-drop = Retirer du plan

plan-said-saved = *{ $part }* : c’est enregistré.
plan-said-no-limit-day = Il n’y a plus de limite de publications par jour.
plan-said-no-limit-month = Il n’y a plus de limite de dépenses par mois.
plan-said-no-limit-campaign = Il n’y a plus de limite de dépenses pour { $name }.
plan-said-theme-over = Tous ses jours sont passés : le calendrier les montre, et le radar ne demande aucune publication.
plan-said-dropped = *{ $part }* : c’est retiré du plan.
plan-said-undone = Le dernier changement du plan est défait.
plan-history = Changements du plan
plan-history-none = Rien n’a encore changé.
plan-button-history = Historique…
plan-changed = { $who }, { $when } : { $what }{ $note }
plan-changed-platform = a changé une plateforme
plan-changed-platform-dropped = a retiré une plateforme
plan-changed-limits = a changé les limites et budgets
plan-changed-policy = a changé une règle
plan-changed-policies-dropped = a retiré une règle
plan-changed-theme = a changé un thème
plan-changed-themes-dropped = a retiré un thème
plan-changed-day = a changé une journée particulière
plan-changed-days-dropped = a retiré une journée particulière
plan-changed-tool = a changé un outil
plan-changed-tools-dropped = a retiré un outil
plan-changed-people = a changé le suivi ou la relecture
plan-changed-objective = a fixé un objectif
plan-changed-objective-edited = a changé un objectif
plan-changed-objective-closed = a clos un objectif
plan-changed-objective-reopened = a rouvert un objectif
plan-changed-objective-result = a changé le résultat d’un objectif
plan-changed-objective-undone = a défait un changement d’objectif
plan-changed-objective-widened = a ajouté une plateforme à un objectif
plan-changed-target = a fixé une cible
plan-changed-strategy = a changé les réglages de la stratégie
plan-changed-undone = a défait le dernier changement

refusal-plan-rhythm = Entre 0 et { $limit } publications par semaine.
refusal-plan-text-limit = Entre 1 et 100 000 caractères.
refusal-plan-number = Entre 0 et { $limit } publications par jour ; vide pour aucune limite.
refusal-plan-money = Un montant entre 0 et { $limit } ; vide pour aucune limite.
refusal-plan-campaigns = « { $what } » n’indique pas de montant. Une campagne par ligne : Hiver = 200.
refusal-plan-campaign-twice = « { $name } » y est deux fois : les majuscules ne font pas de différence. Une ligne par campagne.
refusal-plan-campaign-money = « { $name } » : un montant entre 0 et { $limit }, s’il vous plaît.
refusal-plan-currency = « { $what } » n’est pas une devise. Trois lettres, comme EUR.
refusal-plan-other-currency = Le plan n’a qu’une devise pour tous ses montants : { $currency }, pas { $typed }. Écrivez ce montant en { $currency }, ou changez la devise de tous dans le formulaire.
refusal-plan-long = { $limit } caractères au plus.
refusal-plan-full = Le plan en contient { $limit }. Retirez-en d’abord.
refusal-plan-name = Il faut un nom de 1 à { $limit } caractères.
refusal-plan-day-past = Ce jour est passé. Choisissez un jour à venir, avec son année s’il est loin.
refusal-plan-policy-text = Écrivez le texte à lire.
refusal-plan-policy-words = Écrivez un ou plusieurs mots, séparés par des virgules.
refusal-plan-policy-link = Écrivez l’adresse à lier, comme https://example.com.
refusal-plan-policy-number = Écrivez un nombre entier : des hashtags au plus, ou des minutes (1 à 1440).
refusal-plan-policy-hours = Écrivez les heures comme 9h-18h, la première avant la dernière.
refusal-plan-theme-days = Le dernier jour vient avant le premier.
refusal-plan-theme-known = Le plan a déjà un thème « { $name } ». Modifiez celui-là, ou choisissez un autre nom.
refusal-plan-theme-rule = « { $what } » ne se lit pas comme une récurrence. Choisissez dans la liste.
refusal-plan-theme-weekdays = Avec ces jours de la semaine, le thème n’aurait aucun jour, ou pas à chaque retour. Faites-le durer au moins une semaine ou revenir chaque semaine, ou ne choisissez pas de jours de la semaine.
refusal-plan-colour = « { $what } » n’est pas une couleur. Choisissez dans la liste.
refusal-plan-country = Je ne connais pas les jours fériés de « { $what } ». Deux lettres, comme CA ou FR, ou celles d’une région, comme CA-QC ; vide pour aucun.
refusal-plan-part-not-found = Ce n’est plus dans le plan. `/plan` montre ce qui y est.

history-override = a passé outre une règle ou une limite, avec une raison
refusal-held = Une règle du plan bloque ceci. { $manager }, qui suit le plan, ou un admin de l’espace de travail peut passer outre, avec une raison.
refusal-held-nobody = Une règle du plan bloque ceci. Demandez à { $manager } de passer outre, avec une raison.
plan-held-said = *Une règle du plan bloque ceci :*
plan-held = *Une règle du plan bloque ceci.* Corrigez ci-dessous.
plan-held-override = *Une règle du plan bloque ceci.* Corrigez ci-dessous, ou donnez une raison de passer outre.
plan-held-who = { $manager }, qui suit le plan, ou un admin de l’espace de travail peut passer outre, avec une raison.
plan-held-who-nobody = Demandez à { $manager } de passer outre, avec une raison.
plan-ask-override = Passer outre, parce que
plan-ask-override-hint = La raison reste dans l’historique de la publication.
plan-overridden = Passé outre avec une raison : { $reason }

held-title = { $post } est bloquée
held-approve = *Une règle du plan bloque { $post }.* Telle quelle, elle ne peut pas être approuvée :
held-draft = *Une règle du plan bloque { $post }.* Telle quelle, elle ne peut pas devenir un brouillon :
held-reopen = *Une règle du plan bloque { $post }.* Telle qu’elle était, elle ne peut pas revenir :
held-next-approve = Une fois cela corrigé, elle peut être approuvée.
held-next-draft = Corrigez cela d’abord ; d’ici là, elle reste une idée.
held-next-reopen = Comme idée, elle revient sans sa date et peut être corrigée.
held-button-idea = Rouvrir comme idée
held-submit-approve = Approuver
held-submit-draft = En faire un brouillon
held-submit-reopen = Rouvrir
held-reason-missing = Dites pourquoi passer outre.

live-against = Une remarque sur { $post } : { $what }. La mise en ligne est notée quand même, et cela peut encore être corrigé sur place.
live-against-several = Une remarque sur { $posts } : une règle bloquante du plan n’y est pas suivie. La mise en ligne est notée quand même, et cela peut encore être corrigé sur place.
