# L’onglet Accueil et les réglages.

home-strategy = *{ $name }* · { $channel }
home-welcome = Bienvenue
home-first-steps = Trois choses pour commencer :
home-guest = Ce qui vous concerne se trouve dans les canaux que vous partagez avec l’équipe : `/post liste` y montre leur calendrier.
home-questions = { $count ->
    [one] *{ $count } question vous attend*, depuis le { $day } : « { $text } » ({ $question })
   *[other] *{ $count } questions vous attendent*, la plus ancienne depuis le { $day } : « { $text } » ({ $question })
}
home-questions-more = { $count ->
    [one] Et { $count } autre : `/checkin questions` dans le canal de la stratégie.
   *[other] Et { $count } autres : `/checkin questions` dans le canal de la stratégie.
}
home-questions-show = Mes questions
home-round-open = *La ronde du jour* prend cinq minutes.
home-round-done = *La ronde du jour* est faite. Elle se change encore jusqu’à la fin de la journée.
home-team = La semaine de l’équipe
home-elsewhere = Mes publications dans d’autres stratégies
home-elsewhere-more = { $count ->
    [one] Et { $count } autre : `/post liste` dans le canal de la stratégie.
   *[other] Et { $count } autres : `/post liste` dans le canal de la stratégie.
}
home-month = *Ce mois-ci* : { $live } en ligne, { $planned } encore à venir.
home-month-show = Le mois
home-zone = Vos heures sont celles de { $place } ; votre message du matin arrive à { $at }.
home-settings = Notifications…
home-away = Absences…

settings-title = Notifications
settings-wanted = Ce que je veux recevoir
settings-wanted-lines = Dans mon message du matin
settings-agenda-at = Message du matin à
settings-check-in-at = Invitation à la ronde à
settings-round = Ma ronde
settings-round-of = Ma ronde · { $strategy }
settings-round-daily = Chaque jour ouvré
settings-round-twice = Deux fois par semaine
settings-round-off = Pas du tout
settings-round-open = Est-elle encore utile ?
settings-round-more = { $n ->
    [one] Vous faites encore { $n } autre ronde : `/checkin deux fois par semaine` dans son canal la change.
   *[other] Vous faites encore { $n } autres rondes : `/checkin deux fois par semaine` dans leurs canaux les change.
}
settings-working-days = Mes jours de travail
settings-zone = Les heures sont celles de { $place }, d’après votre profil Slack.
settings-saved = C’est noté. Votre message du matin arrive à { $at }, l’invitation à la ronde à { $round }.
settings-off = Désactivés : { $kinds }.
settings-morning-off = La liste de votre journée n’arrive plus. Vous recevez toujours ce qui vous attend, les publications en retard d’autres personnes quand elles vous reviennent, et le rappel une heure avant.

refusal-no-working-day = Choisissez au moins un jour de travail : sans cela, aucun message du matin n’arriverait.

# Mise en route, aide, ce que le bot dit à la première rencontre.

setup-title = Stratégie
setup-intro = Le bilan de la semaine et le calendrier de l’équipe vivront dans { $channel }. Tout se change plus tard avec `/parution configurer`.
setup-name = Nom de la stratégie (une marque, une boutique, une campagne)
setup-zone = Fuseau horaire de la stratégie
setup-language = Langue du canal
setup-manager = Qui s’occupe de la stratégie
setup-round = Qui fait la ronde quotidienne
setup-digest-day = Jour du bilan hebdomadaire
setup-digest-at = Heure du bilan hebdomadaire
setup-done = *{ $name }* est prête dans { $channel }.
    Le bilan arrive chaque { $day } à { $at } ({ $place }). Et maintenant ?
setup-introduction =
    Bonjour ! { $who } m’a demandé de tenir ici le calendrier de contenu de *{ $name }*. Chaque { $day } à { $at } ({ $place }), ce canal reçoit un court bilan de ce qui a marché.
setup-introduction-how = `/post` planifie une publication · `/checkin` est la ronde du jour · `/kpi` montre les chiffres · `/parution configurer` change les réglages. C’est vous qui publiez, jamais moi.

setup-intro-elsewhere = Le bilan de la semaine et le calendrier de l’équipe vivront dans un canal. Tout se change plus tard avec `/parution configurer`.
setup-seen-public = Qui la verra : tout l’espace de travail. Les invités ne la voient que dans { $channel }.
setup-seen-private = Qui la verra : seulement les membres de { $channel }, car ce canal est privé. La personne responsable et celles à qui vous confiez quelque chose doivent y être.
setup-seen-untold = Qui la verra : les personnes qui m’utilisent dans { $channel }, celles que la stratégie nomme et celles qui ont une de ses publications. Slack ne me dit pas qui est dans ce canal.
setup-seen-elsewhere = Qui la verra : tout l’espace de travail si le canal est public, seulement ses membres s’il est privé.
setup-channel = Canal de la stratégie
setup-channel-hint = Je dois y être : tapez-y d’abord /invite @Parution.

welcome-title = Bonjour ! Bienvenue dans Parution
welcome-what = Je tiens le calendrier de contenu de votre équipe : qui publie quoi, où et quand, et ce qui a marché. C’est vous qui publiez, jamais moi. Trois étapes pour commencer :
welcome-step-strategy = *1. Créer la stratégie* dans le canal qui doit recevoir le bilan de la semaine.
welcome-step-objective = *2. Fixer l’objectif* : plateformes, chiffres et effort en découlent.
welcome-step-import = *3. Importer le calendrier* que vous avez, en fichier : rien n’est écrit avant votre accord.
welcome-text = Bonjour ! Bienvenue dans Parution. On commence en trois étapes : créer la stratégie dans un canal, fixer son objectif, importer le calendrier.
welcome-sample-hint = Pas encore ? Voyez à quoi ressemble une journée, avec des données d’exemple, dans ce message seulement.
welcome-sample = Montrer avec un exemple

sample-text = Exemple : rien n’en est gardé, et personne d’autre ne le voit.
sample-hint = Dans les vrais messages, chaque publication a ses boutons : publier, déplacer, confier.
sample-back = Revenir aux trois étapes
sample-morning = Chaque matin, à chaque personne
sample-soon = Une heure avant une publication
sample-radar = Ce qui manque encore aux prochains jours
sample-name = Marque d’exemple
sample-contest = Concours de printemps
sample-contest-text = Montrez-nous votre rebord de fenêtre en fleurs ! Règlement et prix derrière le lien ; ouvert jusqu’à dimanche.
sample-offer = Offre de la semaine
sample-offer-text = Deux pour le prix d’une et demie, jusqu’à samedi.
sample-recipe = Nouvelle recette
sample-recipe-text = Citron, thym, dix minutes : le gâteau du vendredi comme nous le faisons.

help-title = *Parution tient le calendrier. C’est vous qui publiez, jamais lui.*
help-not-understood = Je ne connais pas « { $what } ». Voici ce que je comprends :
help-post = *`/post`* le calendrier de contenu
    `/post ajouter "Concours de printemps" sur instagram pour mardi 10h` · `/post liste semaine` · `/post publiée P12 https://…`
help-checkin = *`/checkin`* la ronde du jour, cinq minutes
    `/checkin répondu 12 reçues 14 minutes 15` · `/checkin absence 24/12..2/1` · `/checkin état`
help-kpi = *`/kpi`* les chiffres
    `/kpi noter P12 portée 1200 réactions 30 commentaires 4` · `/kpi bilan` · `/kpi cible taux d’engagement 2,5 %`
help-parution = *`/parution`* tout sous un seul nom
    `/parution post liste` · `/parution configurer` · `/parution aide`
help-both-languages = Les mots anglais marchent aussi, à tout moment : `/post add`, `/checkin away`, `/kpi digest`.

chat-hello = Bonjour ! Je réponds aussi aux commandes ici, sans la barre : essayez `post liste` ou `aide`. Un calendrier au format CSV peut être déposé ici même.

refusal-no-strategy-guest = Il n’y a pas de stratégie dans ce canal. Les invités la trouvent dans le canal qui reçoit le bilan.
refusal-no-strategy = Il n’y a pas encore de stratégie ici. Si votre équipe en a une, utilisez-moi dans son canal. Sinon, tapez `/parution configurer` dans le canal qui doit recevoir le bilan : cela prend une minute.
refusal-setup-not-in-channel = Je ne peux pas encore écrire dans ce canal ({ $code }). Tapez-y `/invite @Parution`, puis enregistrez de nouveau : le formulaire garde ce que vous avez saisi.
refusal-setup-later = Slack ne prend pas de messages en ce moment, rien n’est encore gardé. Revenez en arrière et enregistrez de nouveau dans une minute.
refusal-setup-archived = Ce canal est archivé, personne n’y lirait le bilan. Ouvrez un autre canal et tapez-y `/parution configurer`.
refusal-channel-taken = Ce canal appartient déjà à *{ $name }*. Prenez un autre canal, ou modifiez cette stratégie avec `/parution configurer`.
refusal-strategy-name = Le nom compte de 1 à { $limit } caractères.
refusal-strategy-rights = Seule la personne qui s’occupe de cette stratégie, { $manager }, ou un admin de l’espace de travail peut la modifier. Demandez-lui.
refusal-strategy-rights-nobody = Personne ne s’occupe de cette stratégie pour l’instant. Demandez à { $manager } de la modifier.
refusal-zone-unknown = Je ne connais pas le fuseau « { $what } ». Choisissez-en un dans la liste.
refusal-guest = Les invités lisent le calendrier de ce canal, mais n’en changent pas les réglages. Demandez à un membre de l’équipe.

you-typed = Vous avez tapé :
modal-answer-title = Parution
modal-notice-title = Pas encore fait
button-add-post = Ajouter une publication…
button-my-round = Faire ma ronde…
button-setup = Créer la stratégie…
button-import = Importer un calendrier…
chat-form = Un formulaire ne s’ouvre que depuis une commande. Tapez `{ $command }` ici, avec la barre.
