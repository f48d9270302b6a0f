# L’onglet Accueil et les réglages.

home-strategy = *{ $name }* · { $channel }
home-welcome = Bienvenue
home-first-steps = Trois choses pour commencer :
home-guest = Ce qui vous concerne se trouve dans les canaux que vous partagez avec l’équipe : `/post liste` y montre leur calendrier.
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
home-zone = Vos heures sont celles de { $place } ; votre agenda arrive à { $at }.
home-settings = Notifications…
home-away = Absences…

settings-title = Notifications
settings-kinds = Ce que je veux recevoir
settings-agenda-at = Agenda du matin à
settings-check-in-at = Invitation à la ronde à
settings-working-days = Mes jours de travail
settings-zone = Les heures sont celles de { $place }, d’après votre profil Slack.
settings-saved = C’est noté. Votre agenda arrive à { $at }, l’invitation à la ronde à { $round }.
settings-off = Désactivés : { $kinds }.

refusal-no-working-day = Choisissez au moins un jour de travail : sans cela, aucun agenda n’arriverait.
