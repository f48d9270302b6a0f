# La ligne de commande.

cli-description = Tient dans Slack le calendrier des réseaux sociaux d’une équipe. Les gens publient, le bot jamais.
cli-command = COMMANDE
cli-positionals = arguments
cli-options = options
cli-help = affiche cette aide et s’arrête
cli-arguments-missing = Il manque { $what }.
cli-arguments-unknown = { $what } : inconnu. --help montre ce qui existe.
cli-argument-choice = { $name } : { $what } ne fait pas partie de { $known }.
cli-argument-value = { $name } : { $what } n’est pas lisible. --help montre ce qui convient.
cli-argument-empty = { $name } demande une valeur à sa suite.
cli-argument-ambiguous = { $what } peut être { $known }. Écrivez-le en entier.
cli-demo = pour tout essayer : un Slack local avec une équipe d’exemple, sans compte
cli-sandbox-help = le Slack local seul, pour n’importe quelle application Slack
cli-run = le bot dans l’espace de travail que nomme l’environnement
cli-manifest = le manifeste de l’application, prêt à coller dans api.slack.com/apps
cli-manifest-url = pour HTTP au lieu de Socket Mode : où Slack atteint cette machine
cli-doctor = vérifie jetons, autorisations, manifeste, canaux, stockage et horloge
cli-import = lit un calendrier dans un fichier CSV
cli-export = écrit le calendrier dans un fichier CSV
cli-digest = les chiffres d’une semaine

cli-port = port de la page sur 127.0.0.1
cli-store = où le calendrier est gardé, par exemple tinydb:///chemin/parution.json (par défaut : PARUTION_STORE)
cli-strategy = quelle stratégie, quand il y en a plusieurs
cli-demo-store = garde ici le calendrier de la démonstration, au lieu d’un dossier effacé à la fin
cli-demo-calendar = un fichier CSV à la place du calendrier d’exemple
cli-demo-at = arrête l’horloge à ce moment, par exemple 2026-11-25T08:55 (à Montréal)
cli-demo-no-browser = n’ouvre pas de navigateur
cli-required-scopes = installe l’app sans ses autorisations facultatives, comme un admin peut le faire
cli-sandbox-manifest = le manifest.yml de l’application, qui dit ses autorisations, événements et commandes
cli-sandbox-request-url = envoie ici des requêtes HTTP signées au lieu de Socket Mode
cli-digest-week = une semaine ISO comme 2014-W51 (par défaut : la semaine dernière)
cli-digest-json = chaque chiffre avec son numérateur, son dénominateur et son effectif

cli-new-strategy = Il n’y avait pas encore de stratégie : « { $name } » a été créée, à l’heure de { $zone }. /parution configurer la relie à un canal.
cli-import-unasked = Pas de terminal où poser la question. Ajoutez --yes pour écrire ceci.
cli-import-yes = écrit sans demander
cli-import-zone = fuseau d’une stratégie créée pour le fichier (par défaut : TZ de cette machine, sinon UTC)
cli-import-ask = Écrire cela ? (o/n){" "}
cli-export-file = où écrire (par défaut : la sortie standard)

cli-demo-preparing = Une équipe d’exemple vit la semaine dernière…
cli-demo-ready =
    Parution est à l’adresse { $url }
    En haut, prenez la place d’un membre ; tapez /post dans le champ ; avancez l’horloge. Ctrl-C y met fin.
cli-sandbox =
    Le Slack local est à l’adresse { $url }
    SLACK_API_URL={ $api }
    SLACK_BOT_TOKEN={ $bot }
    SLACK_APP_TOKEN={ $app }
cli-sandbox-secret = SLACK_SIGNING_SECRET={ $secret }
cli-running = Parution est connecté à { $team }. Le calendrier est gardé dans { $store }. Ctrl-C y met fin.
cli-listening = Parution écoute sur le port { $port } pour { $team } ; Slack doit l’atteindre à https://…/slack/events. Le calendrier est gardé dans { $store }. Ctrl-C y met fin.
cli-stopped = Parution s’est arrêté. Rien n’est perdu ; ce qui vient à échéance entre-temps sera dit au prochain démarrage.

doctor-ok = ok
doctor-advice = note
doctor-fault = À RÉPARER
doctor-token-ok = Le jeton du bot fonctionne : { $user } dans { $team }.
doctor-scopes-ok = Toutes les autorisations nécessaires sont accordées.
doctor-scopes-fault = Il manque des autorisations : { $scopes }. Ajoutez-les sous OAuth & Permissions → Scopes, puis appuyez sur Reinstall to Workspace.
doctor-scopes-advice = Des autorisations facultatives n’ont pas été accordées. Parution s’en passe ; ajoutez-les sous OAuth & Permissions → Scopes, puis appuyez sur Reinstall to Workspace :
doctor-scope-advice = Sans { $name }, { $scope ->
    [app_mentions-read] il ne voit pas qu’on le mentionne. Il répond aux commandes et aux messages privés.
    [canvases-write] il ne peut pas tenir le mois dans un canevas du canal. La liste et l’image s’en passent.
    [channels-history] il ne peut pas vérifier dans un canal public si un bilan est bien arrivé après une panne de réseau : il demande avant de le renvoyer.
    [channels-read] il ne peut pas savoir si un canal est public : seules les personnes qui l’y ont utilisé, que la stratégie nomme ou qui en ont une publication la voient.
    [dnd-read] il ne connaît pas les heures de silence de chacun. Les rappels viennent à l’heure ; c’est Slack qui coupe le son.
    [files-read] il ne peut pas lire un calendrier déposé. parution import FICHIER le lit sur cette machine.
    [files-write] il ne peut envoyer ni exports, ni l’image du mois. parution export écrit un fichier sur cette machine.
    [groups-history] il ne peut pas vérifier dans un canal privé si un bilan est bien arrivé après une panne de réseau : il demande avant de le renvoyer.
    [groups-read] il ne peut pas savoir qui est dans un canal privé : seules les personnes qui l’y ont utilisé, que la stratégie nomme ou qui en ont une publication la voient.
   *[other] quelque chose ne fonctionne pas.
}
doctor-clock-ok = L’horloge de cette machine est d’accord avec celle de Slack (écart de { $seconds } s).
doctor-clock-fault = L’horloge de cette machine a { $seconds } s { $direction ->
    [fast] d’avance
   *[slow] de retard
}. Activez l’heure du réseau : les rappels viendraient à la mauvaise minute, et Slack refuse les signatures décalées de plus de 5 minutes.
doctor-socket-ok = Socket Mode : le bot se connecte lui-même à Slack, et Slack le laisse entrer.
doctor-both-advice = SLACK_APP_TOKEN est défini : Socket Mode sert, et PARUTION_PORT ({ $port }) ne sert pas. Laissez SLACK_APP_TOKEN vide pour HTTP.
doctor-http-ok = HTTP : le bot répond à la vérification de Slack (challenge) sur le port { $port }. Slack doit l’atteindre à https://…/slack/events, Socket Mode étant désactivé dans l’application : parution manifest --url https://… donne un manifeste avec les deux.
doctor-http-idle = HTTP : rien n’écoute sur le port { $port } : le bot ne tourne pas. Lancez-le avec parution run. Slack doit l’atteindre à https://…/slack/events, Socket Mode étant désactivé dans l’application : parution manifest --url https://… donne un manifeste avec les deux.
doctor-http-fault = HTTP : ce qui écoute sur le port { $port } ne répond pas à la vérification de Slack (challenge). Est-ce un autre programme, ou un bot avec un autre SLACK_SIGNING_SECRET ? Vérifiez PARUTION_PORT et SLACK_SIGNING_SECRET, puis relancez le bot.
doctor-store-ok = Le calendrier s’ouvre : { $url }.
doctor-store-running = Le calendrier est sain et le bot qui tourne s’en sert : { $url }.
doctor-manifest-ok = { $file } et les commandes de cette version concordent.
doctor-manifest-fault = Le manifeste et cette version diffèrent : { $commands }. Collez sous App Manifest ce que donne parution manifest (pour HTTP : parution manifest --url https://…).
doctor-strategy-advice = Il n’y a pas encore de stratégie. Tapez /parution configurer dans le canal qui doit recevoir le bilan.
doctor-channel-ok = { $name } peut écrire dans { $channel }.
doctor-channel-unknown = { $name } : sans l’autorisation channels:read, Slack ne dit pas si le bot est dans { $channel }. Si les bilans n’arrivent pas, tapez-y /invite @Parution.
doctor-channel-fault = { $name } ne peut pas écrire dans { $channel } ({ $code }). Tapez-y /invite @Parution, ou choisissez un autre canal avec /parution configurer.

refusal-setting-token = { $name } { $state ->
    [missing] n’est pas défini
   *[wrong] n’est pas du bon type
}. Il commence par { $prefix } et se trouve dans api.slack.com/apps → votre application → { $name ->
    [SLACK_APP_TOKEN] Basic Information → App-Level Tokens
   *[other] OAuth & Permissions → Bot User OAuth Token
}.
refusal-setting-swapped = SLACK_BOT_TOKEN et SLACK_APP_TOKEN sont inversés : xoxb-… va dans le premier, xapp-… dans le second.
refusal-setting-two-apps = SLACK_BOT_TOKEN est de l’application { $bot }, SLACK_APP_TOKEN de l’application { $app }. Copiez les deux depuis la même application sur api.slack.com/apps.
refusal-setting-secret = SLACK_SIGNING_SECRET n’est pas du bon type. Copiez-le depuis api.slack.com/apps → votre application → Basic Information → App Credentials → Signing Secret.
refusal-setting-log = PARUTION_LOG doit être l’un de { $levels } (il vaut « { $what } »). Laissez-le vide pour INFO.
refusal-setting-zone = { $name } vaut « { $what } », un fuseau horaire que je ne connais pas. Écrivez-le comme Europe/Paris, ou n’en donnez pas.
refusal-slack-token = Slack refuse le jeton du bot ({ $code }). { $state ->
    [removed] L’application a été retirée de l’espace de travail : réinstallez-la sous OAuth & Permissions, puis copiez-y SLACK_BOT_TOKEN.
   *[wrong] Recopiez SLACK_BOT_TOKEN depuis api.slack.com/apps → votre application → OAuth & Permissions → Bot User OAuth Token.
}
refusal-slack-socket = Slack refuse Socket Mode ({ $code }). Activez-le sous Settings → Socket Mode, et copiez SLACK_APP_TOKEN (autorisation connections:write) depuis Basic Information → App-Level Tokens.
refusal-slack-unreachable = Slack est injoignable à { $url } ({ $code }). Vérifiez le réseau de cette machine, son proxy (HTTPS_PROXY) et SLACK_API_URL, puis réessayez.
refusal-slack-ill = { $url } ne répond pas comme Slack ({ $code }). Réessayez dans quelques minutes ; si cela dure, vérifiez SLACK_API_URL et status.slack.com.
refusal-port-refused = Le port { $port } n’est pas utilisable{ $why ->
    [none] .
   *[other] {" "}({ $why }).
} Donnez à PARUTION_PORT un port libre au-dessus de 1023.
refusal-manifest-url = --url ne peut pas être « { $what } » : { $why ->
    [scheme] Slack n’appelle que des adresses https://
    [secret] ni nom ni mot de passe ne peuvent y figurer
    [local] Slack ne peut pas joindre cette adresse depuis l’extérieur
    [path] /slack/events y est ajouté, et rien d’autre ne peut suivre l’hôte
   *[host] il n’y a pas d’hôte
}. Écrivez-la comme https://parution.example.com.
refusal-setting-connection = Définissez SLACK_APP_TOKEN (Socket Mode ; Basic Information → App-Level Tokens) ou SLACK_SIGNING_SECRET avec PARUTION_PORT (HTTP ; Basic Information → App Credentials).
refusal-setting-port = Donnez à PARUTION_PORT un port libre de 1 à 65535 (il vaut « { $what } »). Slack doit l’atteindre à https://…/slack/events ; voir Event Subscriptions → Request URL.
refusal-setting-url = SLACK_API_URL doit être https://… ou un Slack local à http://127.0.0.1:PORT/api/ (il vaut « { $what } »). Laissez-le vide pour Slack lui-même.
refusal-store-url = PARUTION_STORE doit ressembler à tinydb:///chemin/parution.json (il vaut « { $url } »).
refusal-port-taken = Le port { $port } n’est pas utilisable : il est pris, ou ce n’est pas un nombre de 1 à 65535. Choisissez-en un autre avec --port, ou n’en donnez pas.
refusal-request-url = « { $what } » n’est pas une adresse où envoyer des requêtes. Écrivez-la comme http://127.0.0.1:3000/slack/events.
refusal-manifest-unreadable = « { $what } » n’est pas le manifeste d’une application Slack. Vérifiez son nom ; parution manifest en donne un.
refusal-at-unreadable = « { $what } » n’est pas un moment que je sais lire. Écrivez-le comme 2026-11-25T08:55.
refusal-which-strategy = Quelle stratégie ? Nommez-en une avec --strategy : { $known }.
refusal-file-special = « { $what } » est un dossier ou un périphérique : un fichier ne peut pas en prendre la place. Nommez un fichier, ou rien pour écrire sur la sortie standard.
refusal-file-unreadable = Le fichier « { $what } » ne se lit pas. Vérifiez son nom.
