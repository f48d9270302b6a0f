# Ce que dit la ligne de commande du calendrier sur le disque : sauvegardes, contrôle, tout en un fichier, oubli.

cli-backup = copier le calendrier, même pendant que le bot tourne
cli-backup-to = où (par défaut : backups/ à côté du calendrier, gardé jusqu’à ce que vous l’effaciez)
cli-backup-done = Le calendrier est copié dans { $path } ({ $counts }).

cli-restore = mettre une sauvegarde à la place du calendrier
cli-restore-file = la sauvegarde ; sans elle, celles qui existent sont listées
cli-restore-none = Il n’y a pas encore de sauvegarde à côté de { $path }. Parution en fait une chaque jour quand il tourne ; parution backup en fait une tout de suite.
cli-restore-list = Sauvegardes de { $path }, la plus récente d’abord. Pour en remettre une à sa place : parution restore FICHIER
cli-restore-one = { $path } · { $moment } · { $kind ->
    [kept] faite sur demande
   *[daily] faite automatiquement
}
cli-restore-done = { $backup } est maintenant à sa place : { $counts }.
cli-restore-edited = note { $backup } a été modifié depuis sa création. Il se lit jusqu’au bout.
cli-restore-aside = Ce qui s’y trouvait est gardé dans { $aside }.

cli-check = chercher les dégâts du calendrier, même pendant que le bot tourne ; ne change rien
cli-check-file = un autre fichier à contrôler, une sauvegarde par exemple (par défaut : le calendrier)
cli-check-sound = { $path } se lit jusqu’au bout : { $counts }.
cli-check-edited = note { $path } a été modifié hors de Parution depuis sa dernière écriture. { $which ->
    [own] Si c’est vous, tout va bien : le prochain démarrage le reprend tel quel et garde une copie de ce qu’il lit. Si ce n’est personne, le disque est peut-être en train de lâcher : restaurez une sauvegarde.
   *[other] Si ce n’est pas vous, le disque est peut-être en train de lâcher : utilisez une autre sauvegarde.
}
cli-check-found = note Modifié hors de Parution le { $moment } : ce qui a été trouvé alors est gardé dans { $path }.
cli-check-older = Il est au format { $found } ; le prochain démarrage le met au format { $known } et garde une copie de l’état actuel.
cli-check-backup = La sauvegarde la plus récente est { $path } ({ $moment }).
cli-check-no-backup = Il n’y a pas encore de sauvegarde. Parution en fait une chaque jour quand il tourne ; parution backup en fait une tout de suite.
cli-problem-unreadable = À RÉPARER { $table } { $entry } est illisible ({ $detail }). Arrêtez Parution et réparez cette ligne du fichier, ou restaurez une sauvegarde.
cli-problem-unknown_field = note { $table } { $entry } a un champ « { $detail } » que Parution ne connaît pas et ne lit pas. Si un nom a été mal tapé à la main, arrêtez Parution et corrigez-le.
cli-problem-unknown_table = note La table « { $detail } » n’est pas de Parution. Elle est gardée sans être lue.
cli-problem-broken_reference = À RÉPARER { $table } { $entry } dépend de { $detail }, qui n’existe pas. Reprenez { $detail } d’une sauvegarde, ou arrêtez Parution et changez-le dans cette ligne.
cli-problem-number_behind = À RÉPARER Des numéros seraient donnés deux fois : le compte de { $entry } est en dessous de { $detail }, qui est pris. Arrêtez Parution et mettez "last" de { $entry } à { $detail } dans la table numbers.

store-counts-none = rien dedans
store-count = { $table ->
    [posts] { $count ->
        [one] { $count } publication
       *[other] { $count } publications
    }
    [strategies] { $count ->
        [one] { $count } stratégie
       *[other] { $count } stratégies
    }
    [members] { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
    [measurements] { $count ->
        [one] { $count } relevé
       *[other] { $count } relevés
    }
    [check_ins] { $count ->
        [one] { $count } ronde
       *[other] { $count } rondes
    }
    [questions] { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
    [deliveries] { $count ->
        [one] { $count } rappel
       *[other] { $count } rappels
    }
   *[notes] { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
}

cli-everything-export = le calendrier entier avec tout ce qu’il contient, en un fichier JSON
cli-everything-import = FILE est un calendrier entier, comme export --everything l’a écrit
cli-everything-replace = avec --everything : à la place du calendrier existant, dont une sauvegarde est gardée
cli-everything-exported = Tout est dans { $path } : { $counts }.
cli-everything-imported = Tout est repris : { $counts }.

cli-forget = retirer ce qui est gardé sur un membre, sauvegardes comprises
cli-forget-member = l’identifiant Slack du membre, ou son nom
cli-forget-title = Ce qui arrivera aux données gardées sur { $member } :
cli-forget-member-row = · nom, fuseau horaire, réglages et absences seront effacés
cli-forget-posts = · { $count ->
    [one] { $count } publication ne nommera plus cette personne
   *[other] { $count } publications ne nommeront plus cette personne
} ; { $unowned ->
    [0] aucune publication ouverte ne perdra son responsable
    [one] { $unowned } publication ouverte n’aura plus de responsable
   *[other] { $unowned } publications ouvertes n’auront plus de responsable
}
cli-forget-strategies = · { $count ->
    [one] { $count } stratégie ne nommera plus cette personne
   *[other] { $count } stratégies ne nommeront plus cette personne
}
cli-forget-check_ins = · { $count ->
    [one] { $count } ronde perdra
   *[other] { $count } rondes perdront
} ses mots et son nom ; les chiffres resteront dans les totaux de l’équipe
cli-forget-questions = · { $count ->
    [one] { $count } question de cette personne : si elle est ouverte, elle ira à qui s’occupe de la stratégie
   *[other] { $count } questions de cette personne : celles qui sont ouvertes iront à qui s’occupe de la stratégie
}
cli-forget-voices = · { $count ->
    [one] { $count } voix suivie par cette personne : elle ira à qui s’occupe de la stratégie
   *[other] { $count } voix suivies par cette personne : elles iront à qui s’occupe de la stratégie
} ; ce qui la concerne comme ambassadeur disparaît
cli-forget-corrections = · { $count ->
    [one] { $count } correction de cette personne : si elle est ouverte, elle ira à qui s’occupe de la stratégie
   *[other] { $count } corrections de cette personne : celles qui sont ouvertes iront à qui s’occupe de la stratégie
}
cli-forget-share_kits = · { $count ->
    [one] { $count } kit de partage
   *[other] { $count } kits de partage
} : ce que cette personne a partagé reste compté, sans son nom ni ses mots
cli-forget-measurements = · { $count ->
    [one] { $count } relevé restera
   *[other] { $count } relevés resteront
}, sans le nom de qui les a saisis
cli-forget-deliveries = · { $count ->
    [one] { $count } rappel à cette personne ou à son sujet sera effacé
   *[other] { $count } rappels à cette personne ou à son sujet seront effacés
}
cli-forget-notes = · { $count ->
    [one] { $count } étape qui attendait cette personne sera effacée
   *[other] { $count } étapes qui attendaient cette personne seront effacées
}
cli-forget-followed = · { $follower } s’occupera de { $strategy }. Pour nommer quelqu’un d’autre, tapez /plan personnes dans son canal.
cli-forget-unmanaged = · Plus personne ne s’occupe de { $strategies }. Un admin de l’espace de travail choisit quelqu’un avec /parution configurer dans son canal.
cli-forget-copies = · { $count ->
    [0] Aucune sauvegarde ne nomme cette personne.
    [one] { $count } sauvegarde sera récrite sans elle.
   *[other] { $count } sauvegardes seront récrites sans elle.
} Une copie illisible sera effacée. C’est à vous d’effacer les copies que vous avez mises ailleurs.
cli-forget-named = · Son nom se trouve dans des textes d’autres personnes, qui resteront : { $where }. Relisez-les vous-même.
cli-forget-again = · Quiconque écrit de nouveau à Parution, ou est nommé dans une publication, lui est de nouveau connu.
cli-forget-ask = Oublier { $member } pour de bon ? (o/n){" "}
cli-forget-yes = ne pas demander
cli-forget-unasked = Pas de terminal où poser la question. Ajoutez --yes pour l’oublier pour de bon.
cli-forget-dropped = Rien n’a été changé.
cli-forget-done = { $member } est oublié.
cli-forget-rewritten = Récrit : { $path }
cli-forget-removed = Effacé (illisible, copie restée inachevée ou d’une version plus ancienne) : { $path }

cli-uninstalled = Parution a été retiré de l’espace de travail. Son calendrier et ses sauvegardes sont effacés, comme Slack le demande.

refusal-store-missing = Il n’y a pas encore de calendrier à { $path }. Parution le fait à son premier démarrage ; un autre se nomme avec --store ou PARUTION_STORE.
refusal-store-no-file = { $url } ne garde rien sur le disque : il n’y a rien à copier, à contrôler ni à restaurer. Nommez un calendrier avec --store ou PARUTION_STORE, comme tinydb:///chemin/vers/parution.json.
refusal-store-not-a-file = { $path } n’est pas un fichier où garder un calendrier. Nommez-en un autre avec --store ou PARUTION_STORE, par exemple tinydb:///chemin/parution.json.
refusal-store-not-empty = Il y a déjà quelque chose dans ce calendrier. Avec --replace, il laisse la place au fichier ; une sauvegarde en est gardée.
refusal-backup-over-itself = { $path } fait partie du calendrier même : une copie à cet endroit le détruirait. Nommez un autre fichier.
refusal-backup-damaged = La sauvegarde { $path } ne se lit pas en entier ({ $where ->
    [empty] elle est vide
   *[other] { $where }
}) : elle n’a pas servi et rien n’a été changé. Utilisez-en une autre : parution restore les liste.
refusal-everything-damaged = { $name } ne se lit pas en entier ({ $what ->
    [byte] le fichier est abîmé à l’octet { $where }
   *[entry] voir { $where }
}). Rien n’a été écrit. Écrivez-le de nouveau avec parution export --everything.
refusal-everything-foreign = { $name } n’est pas un calendrier entier de Parution. parution export --everything FICHIER en écrit un ; un calendrier en CSV se lit sans --everything.
refusal-forget-unknown = Rien n’est gardé sur « { $what } », dans les sauvegardes non plus. L’identifiant Slack d’un membre se trouve dans son profil, sous ⋮ → Copier l’identifiant du membre.
refusal-forget-several = « { $what } » est le nom de plusieurs membres : { $ids }. Utilisez l’identifiant.
refusal-file-trouble = { $path } n’a pas pu être lu ou écrit ({ $why }). Vérifiez le dossier, ses droits et la place sur son disque.

# Ce qui peut clocher avec le calendrier sur le disque.

refusal-store-locked = Le calendrier { $path } est utilisé par { $pid ->
    [none] un autre processus
   *[other] le processus { $pid }
}. Un seul Parution peut l’ouvrir : arrêtez l’autre, ou nommez un autre calendrier dans PARUTION_STORE.
refusal-store-too-new = Le calendrier { $path } a été écrit par une version plus récente de Parution (format { $found } ; cette version connaît { $known }). Rien n’a été touché. Installez cette version-là ou une plus récente.
refusal-store-damaged = Le calendrier { $path } est abîmé : { $what ->
    [bad_line] ce qui se trouve à l’octet { $where } n’est pas ce qui a été écrit
    [gap] les derniers changements manquent ; le fichier .json et son .journal ne vont pas ensemble
    [not_json] ce n’est plus du JSON à partir de l’octet { $where }
    [same_key_twice] deux entrées portent le même identifiant ({ $where })
    [not_a_record] l’entrée { $where } contient quelque chose d’illisible
   *[other] ce n’est pas un calendrier de Parution ({ $where })
}. Rien n’a été changé. Réparez le fichier, ou remettez une sauvegarde à sa place { $backup ->
    [none] (aucune n’a été trouvée à côté)
   *[other] (la plus récente est { $backup })
} avec parution restore.
refusal-store-gone = { $what ->
    [gone] Le calendrier { $path } a disparu ; ce qui reste à côté montre qu’il était là
    [empty] Le calendrier { $path } est vide ; ce qui reste à côté montre qu’il ne l’était pas
   *[journal_gone] Le journal { $path }.journal a disparu ou est vide, et les derniers changements avec lui : Parution ne s’est pas arrêté normalement, il devrait être là
}. Rien n’a été changé. { $what ->
    [journal_gone] Remettez le journal à sa place, ou continuez sans lui avec ce que contient le calendrier : parution restore { $path }
   *[other] Remettez le fichier à sa place, { $backup ->
        [none] à partir d’une de vos copies (aucune sauvegarde n’a été trouvée à côté)
       *[other] ou restaurez la sauvegarde la plus récente : parution restore { $backup }
    }. Pour un nouveau calendrier, nommez-en un autre dans PARUTION_STORE
}.
refusal-store-write = { $what ->
    [full] Le disque est plein : rien n’a été enregistré. Faites de la place pour { $path }, puis recommencez.
    [read_only] Le disque de { $path } est en panne : rien n’a été enregistré, et rien ne le sera avant que le disque soit réparé et Parution relancé. Ce qui était enregistré est intact.
    [taken] { $path } a été remplacé pendant que Parution tournait : rien n’a été enregistré. Arrêtez ce qui écrit là, puis relancez Parution.
    [closed] Parution s’arrête : rien n’a été enregistré. Recommencez dans un instant.
    [forbidden] Il n’est pas permis d’écrire dans { $path } : rien n’a été enregistré. Donnez à l’utilisateur qui lance Parution le droit d’y écrire (et dans son dossier), puis recommencez.
   *[other] Le disque a refusé : rien n’a été enregistré. Recommencez ; si cela persiste, vérifiez le disque de { $path }.
}
refusal-record-unreadable = { $kind } { $id } est illisible dans le calendrier ({ $why }). Quelqu’un a sans doute modifié le fichier à la main : réparez cette entrée pendant que Parution est arrêté, ou restaurez une sauvegarde.
