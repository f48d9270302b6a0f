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
