# Comment s’écrivent les jours, les moments et les durées. `pattern-…` sont des motifs Unicode (UTS 35).

pattern-day = { $day ->
    [1] EEEE d'er' MMMM
   *[other] EEEE d MMMM
}
pattern-day-only = { $day ->
    [1] d'er' MMMM
   *[other] d MMMM
}
pattern-day-short = { $day ->
    [1] EEE d'er' MMM
   *[other] EEE d MMM
}
pattern-day-short-only = { $day ->
    [1] d'er' MMM
   *[other] d MMM
}
pattern-clock = { $minute ->
    [0] H 'h'
   *[other] H 'h' mm
}
pattern-year = { $day } { $year }
pattern-moment = { $day } { $clock }
moment-elsewhere = { $here } ({ $there } à { $place })

duration-none = moins d’une minute
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes }
duration-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
duration-days-hours = { $days ->
    [one] { $days } jour { $hours } h
   *[other] { $days } jours { $hours } h
}

week-in-month = Semaine { $number } · { $first ->
    [1] 1er–{ $last }
   *[other] { $first }–{ $last }
}
week-across = Semaine { $number } · { $first } – { $last }

today = aujourd’hui
tomorrow = demain
yesterday = hier
now = maintenant
nobody = personne
somebody = quelqu’un
some-admin = un admin de l’espace de travail
unknown = inconnu
none = aucun
yes = oui
no = non
everyone = tout le monde

## Plateformes

platform-facebook = Facebook
platform-instagram = Instagram
platform-linkedin = LinkedIn
platform-x = X
platform-youtube = YouTube
platform-tiktok = TikTok
platform-mastodon = Mastodon
platform-threads = Threads
platform-pinterest = Pinterest
platform-bluesky = Bluesky
platform-google_business = Google Business
platform-blog = Blogue

## Types de publications

kind-promotion = promotion
kind-contest = concours
kind-blog = article de blogue
kind-story = story
kind-question = question
kind-event = événement
kind-recruiting = recrutement
kind-news = actualité

## États des publications

state-idea = idée
state-draft = brouillon
state-in_review = en relecture
state-approved = approuvée
state-published = publiée
state-cancelled = annulée
state-overdue = en retard

## Types de rappels

reminder-agenda = Message du matin
reminder-due = Publications à échéance
reminder-overdue = Publications en retard
reminder-check-in = Ronde du jour
reminder-review = Publications à relire
reminder-measure = Chiffres à noter
reminder-unowned = Publications sans responsable
reminder-radar = Ce qui manque au mois suivant, le 25
reminder-radar-line = Ce qui manque à la semaine, son premier matin
reminder-digest = Bilan de la semaine
reminder-catch-up = Rattrapage après une interruption
reminder-share-kit = Kits de partage, si j’ai accepté de partager
reminder-notice = Messages non remis
reminder-question = Questions de clients
reminder-question-again = Questions confiées à d’autres qui attendent trop longtemps
reminder-escalation = Publications en retard, sans nouvelles de leur responsable
reminder-review-again = Relectures qui attendent encore
reminder-late = Publications en retard depuis cinq jours ouvrés
reminder-round-asked = Si la ronde est encore utile
reminder-day-line = Le jour, dans le fil du bilan

## Objectifs

objective-awareness = notoriété
objective-engagement = engagement
objective-traffic = trafic
objective-sales = ventes
objective-recruiting = recrutement
objective-care = service à la clientèle

## Mesures

kpi-engagement_rate_by_reach = taux d’engagement selon la portée
kpi-engagement_rate_by_impressions = taux d’engagement selon les impressions
kpi-amplification = partages par publication
kpi-conversation = commentaires par publication
kpi-applause = réactions par publication
kpi-click_through_rate = taux de clics
kpi-engagements = interactions
kpi-reach = portée
kpi-impressions = impressions
kpi-clicks = clics
kpi-participation = participants par concours
kpi-response_rate = taux de réponse
kpi-time_to_answer = délai de réponse
kpi-unanswered = questions sans réponse
kpi-conversions = conversions
kpi-applications = candidatures
kpi-advocate_shares = partages par nos ambassadeurs
kpi-cost_per_click = coût par clic
kpi-cost_per_conversion = coût par conversion
kpi-cost_per_application = coût par candidature

count-impressions = impressions
count-reach = portée
count-engagements = interactions
count-reactions = réactions
count-comments = commentaires
count-shares = partages
count-saves = enregistrements
count-clicks = clics
count-video_views = vues de la vidéo
count-participants = participants
count-applications = candidatures
count-conversions = conversions
count-spend = dépense

## Boutons communs (des points de suspension ouvrent un formulaire)

button-add = Ajouter
button-add-more = Ajouter…
button-approve = Approuver
button-back = Retour
button-cancel = Annuler
button-change = Changer…
button-close = Fermer
button-confirm = Confirmer
button-delete = Supprimer
button-edit = Modifier…
button-drop = Abandonner…
button-hand-over = Confier…
button-help = Aide
button-move = Déplacer…
button-next = Suivant
button-numbers = Noter les chiffres…
button-open = Ouvrir
button-open-again = Rouvrir le formulaire
button-previous = Précédent
button-published = Publiée…
button-refresh = Actualiser
button-save = Enregistrer
button-send = Envoyer
button-snooze = Plus tard (1 h)
button-undo = Défaire

## Refus que toute fonction peut rencontrer

refusal-not-understood = « { $what } » n’a pas été compris. Tapez `aide` après la commande pour voir des exemples.
refusal-conflict = Quelqu’un a changé cela entre-temps, et c’est sa version qui est gardée. Rouvrez, puis refaites votre changement.
refusal-too-long = { $what } : trop long, { $length ->
    [one] { $length } caractère
   *[other] { $length } caractères
} pour une limite de { $limit }. Raccourcissez, puis envoyez de nouveau.
refusal-empty = { $what } : rien n’est écrit. Remplissez ce champ, puis envoyez de nouveau.
refusal-not-allowed = Cela revient à { $who }. Demandez-lui, ou faites-vous d’abord confier la publication.
refusal-stranger = { $who } est introuvable dans cet espace de travail. Choisissez quelqu’un dans la liste.
refusal-not-reachable = { $who } ne peut pas recevoir mes messages (invité, bot ou compte désactivé). Choisissez quelqu’un d’autre.
refusal-outsider = { $who } n’est pas dans le canal privé de cette stratégie, et ne la voit donc pas. Invitez d’abord cette personne, ou choisissez quelqu’un qui y est.
refusal-link-unreadable = « { $what } » n’est pas une adresse web. Elle doit commencer par http:// ou https://.
refusal-post-not-found = Il n’y a pas de publication { $what }. `/post liste toutes` les montre toutes avec leur numéro.
refusal-strategy-not-found = Il n’y a pas de stratégie { $what }. Utilisez la commande dans le canal d’une stratégie, ou choisissez la vôtre dans l’onglet Accueil du bot.
refusal-member-not-found = { $what } est introuvable dans cet espace de travail. Choisissez quelqu’un dans la liste.
refusal-measurement-not-found = Les chiffres { $what } n’existent plus. Notez-les de nouveau.
refusal-check-in-not-found = Il n’y a pas de ronde { $what }. `/checkin` ouvre celle du jour.
refusal-question-not-found = Il n’y a pas de question { $what } ici. `/checkin questions` montre celles qui sont ouvertes.
refusal-delivery-not-found = Ce message n’est plus conservé. `/post liste` montre où en sont les choses.
refusal-note-not-found = C’est trop ancien pour être repris. Recommencez depuis le début.
refusal-week-unreadable = « { $what } » n’est pas une semaine lisible. Écrivez l’année et la semaine, comme 2026-W48, ou « semaine dernière ».
refusal-post-state = { $post } est { $state ->
    [idea] une idée
    [draft] un brouillon
    [in_review] en relecture
    [approved] approuvée
    [published] publiée
    [cancelled] annulée
   *[other] { $state }
} et ne peut donc pas devenir { $wanted ->
    [idea] une idée
    [draft] un brouillon
    [in_review] une publication en relecture
    [approved] une publication approuvée
    [published] une publication publiée
    [cancelled] une publication annulée
   *[other] { $wanted }
}. Ouvrez-la pour voir ce qu’elle permet maintenant.

bug-apology = Cela n’a pas marché, et c’est notre faute. Rien de ce que vous avez tapé n’est perdu. Référence { $reference }.

# Qui peut faire quoi.

refusal-rights-read = Cela appartient à un autre canal.
refusal-rights-add_idea = Ce n’est pas possible avec ce compte.
refusal-rights-add_post = Les invités peuvent noter des idées : `/post idée …`. Quelqu’un de l’équipe en fait des publications : { $people }.
refusal-rights-change_post = Quelqu’un d’autre s’occupe de { $post }. Demandez à { $people } de la modifier, ou notez une idée avec `/post idée …`.
refusal-rights-change_post-nobody = Quelqu’un d’autre s’occupe de { $post }. Demandez à { $people } de la modifier, ou notez une idée avec `/post idée …`.
refusal-rights-add_post-nobody = Les invités peuvent noter des idées : `/post idée …`. Demandez à { $people } d’en faire une publication.
refusal-rights-approve = Vous ne pouvez pas approuver { $post }. Demandez à { $people }.
refusal-rights-approve-nobody = Vous ne pouvez pas approuver { $post }, et personne n’est désigné pour la relire. Demandez une relecture avec `/post relecture { $post } @nom`, ou adressez-vous à un admin de l’espace de travail.
refusal-not-set-up = Ce calendrier n’a pas encore de canal, ni personne qui s’en occupe. Tapez `/parution configurer` dans le canal qui doit recevoir le bilan : ses publications suivront.
refusal-rights-import = Un import change le calendrier de tout le monde. Demandez à { $people } de le faire.
refusal-rights-import-nobody = Un import change le calendrier de tout le monde. Demandez à { $people } de le faire.
refusal-rights-measure = Les invités lisent les chiffres. Quelqu’un de l’équipe les note : { $people }.
refusal-rights-measure-nobody = Les invités lisent les chiffres. Donnez les vôtres à quelqu’un de l’équipe, ou à { $people }.
refusal-rights-change_plan = Vous ne pouvez pas modifier le plan. Demandez à { $people }, ou à un admin de l’espace de travail.
refusal-rights-override = Seuls { $people } et les admins de l’espace de travail peuvent passer outre : adressez-vous à l’un d’eux.
refusal-rights-override-nobody = Personne ne s’occupe de ce plan pour l’instant. Demandez à { $people } de passer outre.
refusal-rights-change_question = Quelqu’un d’autre s’occupe de { $what }. Dites ce que vous savez à { $people }.
refusal-rights-change_question-nobody = Quelqu’un d’autre s’occupe de { $what }. Dites ce que vous savez à { $people }.
refusal-rights-change_plan-nobody = Personne ne s’occupe de ce plan pour l’instant. Demandez à { $people } de le modifier, ou de nommer quelqu’un avec `/plan personnes`.
