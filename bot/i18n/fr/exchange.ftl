# Faire entrer un calendrier, l’envoyer.

import-title = *{ $name }* : { $new ->
    [one] { $new } nouvelle publication
   *[other] { $new } nouvelles publications
}, { $changed } à modifier, { $same } déjà là, { $refused ->
    [one] { $refused } à laisser de côté
   *[other] { $refused } à laisser de côté
}.
import-recognised = Colonnes que je connais : { $columns }.
import-unused = Colonnes que je laisse : { $columns }.
import-without-time = { $count ->
    [one] 1 ligne a un jour mais pas d’heure : échéance à { $clock }.
   *[other] { $count } lignes ont un jour mais pas d’heure : échéance à { $clock }.
}
import-past = { $count ->
    [one] La ligne { $lines } est dans le passé et entre comme en retard. Si elle est parue, écrivez « publiée » dans sa colonne « état ».
   *[other] { $count } lignes sont dans le passé et entrent comme en retard. Pour ce qui est paru, écrivez « publiée » dans une colonne « état ». Lignes { $lines }
}
import-measured = { $count ->
    [one] 1 ligne apporte des chiffres ; une cellule vide reste inconnue.
   *[other] { $count } lignes apportent des chiffres ; une cellule vide reste inconnue.
}
import-new = Nouvelles
import-changed = À modifier
import-refused = À laisser de côté, et pourquoi
import-more = … et { $count } de plus
import-line-new = ligne { $line } · { $title } · { $platform } · { $when }
import-line-changed = ligne { $line } · { $post } { $title } : { $names }
import-line-refused = ligne { $line }, colonne { $column } : { $reason }
import-no-date = sans date
import-nothing = Rien à importer de ce fichier tel qu’il est.
import-ask-title = Importer ?
import-ask = { $new ->
    [one] { $new } publication sera ajoutée
   *[other] { $new } publications seront ajoutées
}, { $changed ->
    [one] { $changed } sera modifiée
   *[other] { $changed } seront modifiées
}. Ce que le fichier laisse vide restera comme c’est.
import-yes = Importer
import-confirm = { $count ->
    [one] Importer 1 publication
   *[other] Importer { $count } publications
}
import-drop = Ne rien faire
import-until = Cela attend jusqu’à demain. Rien n’est écrit avant que vous appuyiez sur un bouton.
import-done = *{ $name }* est importé : { $added ->
    [one] { $added } ajoutée
   *[other] { $added } ajoutées
}, { $changed ->
    [one] { $changed } modifiée
   *[other] { $changed } modifiées
}, { $same } déjà là.
import-progress = Importation de *{ $name }* : ligne { $done } sur { $total }.
import-progress-hint = Ce message changera quand ce sera fait. Vous pouvez continuer à travailler.
refusal-import-running = « { $what } » est déjà en cours d’importation. Son message montre l’avancement et changera à la fin.
import-undo-until = Tout peut être défait pendant dix minutes : les nouvelles publications seront annulées, les autres redeviendront comme avant.
import-undone = { $count ->
    [0] *Rien n’a pu être défait :* tout a changé depuis.
    [one] *L’import est défait :* une publication. Le même fichier peut être renvoyé.
   *[other] *L’import est défait :* { $count } publications. Le même fichier peut être renvoyé.
}
import-held-drafts = { $count ->
    [one] 1 ligne enfreint une règle bloquante ; elle entre comme brouillon, à corriger depuis sa fiche ou le radar
   *[other] { $count } lignes enfreignent une règle bloquante ; elles entrent comme brouillons, à corriger depuis leur fiche ou le radar
}
import-held-out = { $count ->
    [one] Une règle du plan bloque 1 ligne, qui n’entre pas
   *[other] Une règle du plan bloque { $count } lignes, qui n’entrent pas
}
import-held-who = { $who } peut passer outre avec une raison, comme les admins de l’espace de travail.
import-held-nobody = Demandez à { $who } de passer outre, avec une raison.
import-held-you = Vous pouvez passer outre avec une raison.
import-line-held = ligne { $line } · { $title } : { $why }
import-long = { $count ->
    [one] 1 texte est plus long que sa plateforme ne l’accepte ; il entre tel quel, et le radar le garde en vue
   *[other] { $count } textes sont plus longs que leur plateforme ne l’accepte ; ils entrent tels quels, et le radar les garde en vue
}
import-line-long = ligne { $line } · { $title } · { $platform } : { $what ->
    [title] titre, { $used } caractères sur { $limit }
    [byte] { $used } octets sur { $limit }
   *[character] { $used } caractères sur { $limit }
}
import-unapproved = { $count ->
    [one] La ligne { $lines } est marquée approuvée, mais vous ne pouvez pas l’approuver : elle entre en relecture si sa plateforme le demande, sinon comme brouillon. Une publication déjà là garde son état.
   *[other] { $count } lignes sont marquées approuvées, mais vous ne pouvez pas les approuver : elles entrent en relecture si leur plateforme le demande, sinon comme brouillons. Les publications déjà là gardent leur état. Lignes { $lines }
}
import-reread = { $count ->
    [one] { $posts } était approuvée et change : elle est à approuver de nouveau.
   *[other] { $count } publications approuvées changent : elles sont à approuver de nouveau : { $posts }
}
import-steps = { $count ->
    [one] Une nouvelle publication a des étapes à faire : sur sa fiche et, le jour venu, dans le message du matin.
   *[other] { $count } nouvelles publications ont des étapes à faire : sur leurs fiches et, le jour venu, dans le message du matin.
}
import-steps-gone = { $count ->
    [one] Le jour d’une étape est passé ; elle attend sur la fiche.
   *[other] Les jours de { $count } étapes sont passés ; elles attendent sur les fiches.
}
import-steps-hurried = { $count ->
    [one] Une étape devrait déjà être faite ; elle est pour aujourd’hui.
   *[other] { $count } étapes devraient déjà être faites ; elles sont pour aujourd’hui.
}
import-without = { $count ->
    [one] En importer 1, sans celles qui enfreignent une règle
   *[other] En importer { $count }, sans celles qui enfreignent une règle
}
import-override = { $count ->
    [one] En importer 1, avec une raison…
   *[other] Importer les { $count }, avec une raison…
}
import-override-form = Importer
import-override-hint = Elle reste avec chaque publication qu’elle laisse passer.
import-dropped = Rien n’a changé, rien n’a été écrit.
import-show = Voir mes publications
import-help-title = Faire entrer un calendrier
import-help =
    Déposez un fichier CSV ou .ics dans nos messages directs : le nôtre, ou celui de Buffer, Hootsuite ou Sprout Social. Je montre ce que je ferais, et je n’écris rien avant votre accord.
    Une ligne, une publication ; une plateforme et un titre (ou un texte) suffisent. Le même fichier deux fois ne change rien.
import-help-columns = Colonnes par leur nom, dans n’importe quel ordre : titre, texte, plateforme, type, échéance (2026-12-01 10:00) ou date et heure, responsable, lien, étiquettes, notes, portée, réactions, commentaires, partages, clics…
export-help =
    Pour l’exporter, `/post exporter csv` est notre propre format, qui se réimporte en entier. Pour d’autres programmes : `/post exporter buffer`, `/post exporter hootsuite`, `/post exporter sprout`, et `/post exporter ics` (iCalendar) pour tout agenda.
    Un mois, une semaine ou une plateforme le restreint : `/post exporter buffer décembre`. Je dis ce qui n’y entre pas, et pourquoi.
export-button = Exporter en CSV
export-message = Le calendrier de { $name }, tel qu’il est maintenant. Vous pouvez le modifier et le déposer de nouveau ici.
export-done = Le calendrier est dans nos messages directs, sous forme de fichier.

import-bad-count = « { $what } » n’est pas un nombre entier
import-bad-money = « { $what } » n’est pas un montant
import-bad-yes-no = « { $what } » n’est ni oui ni non
import-bad-platform = « { $what } » n’est pas une plateforme que je connais
import-bad-no-platform = aucune plateforme n’est nommée ; ajoutez-la, ou donnez son nom au fichier, comme « instagram.ics »
import-bad-state = « { $what } » n’est pas un état
import-bad-moment = « { $what } » n’est pas un moment ; écrivez 2026-12-01 10:00
import-bad-day = « { $what } » n’est pas un jour ; écrivez 2026-12-01
import-bad-clock = « { $what } » n’est pas une heure ; écrivez 10:00
import-bad-zone = « { $what } » n’est pas un fuseau horaire
import-bad-member = je ne connais pas « { $what } » ici
import-bad-absent = { $what } a un compte invité, de bot ou désactivé ; nommez quelqu’un d’autre
import-bad-outsider = { $what } n’est pas dans le canal privé de cette stratégie ; invitez d’abord cette personne, ou nommez quelqu’un qui y est
import-bad-no-title = ni titre ni texte
import-bad-too-long = trop long : « { $what } »
import-bad-not-yet = il y a des chiffres, mais le moment { $what } est encore à venir
import-bad-no-moment = c’est publié, mais aucune colonne ne dit quand
import-bad-doubtful = c’est peut-être { $what } ; ajoutez une colonne « numéro » avec { $what } pour le dire, ou changez le titre
import-bad-another = { $post } est ici une autre publication ; laissez cette cellule vide pour ajouter la ligne comme nouvelle, ou renommez d’abord { $post } par `/post modifier { $post }`
import-bad-repeated = « { $what } » figure deux fois dans le fichier
import-bad-stays = { $what } ne peut pas passer à cet état depuis celui d’aujourd’hui ; laissez cette cellule vide pour changer le reste
import-bad-stays-idea = { $what } est une idée ; faites-en d’abord un brouillon, et laissez cette cellule vide ici
import-bad-stays-published = { $what } est publiée, et aucun fichier ne revient là-dessus ; laissez cette cellule vide pour changer le reste
import-bad-stays-cancelled = { $post } est annulée ; d’abord `/post rouvrir { $post }`
import-bad-stays-judged = { $what } est partie en relecture depuis ; seul qui peut l’approuver la renvoie. Laissez cette cellule vide pour changer le reste

field-title = titre
field-platform = plateforme
field-kind = type
field-state = état
field-due = échéance
field-owner_id = responsable
field-backup_id = relève
field-reviewer_id = relecture
field-text = texte
field-image = image
field-image_text = texte de remplacement
field-theme = thème
field-labels = étiquettes
field-notes = notes
field-link = lien
field-published_at = moment de publication
field-platform_post_id = identifiant de la plateforme
field-is_paid = sponsorisé
field-spend = dépense
field-id = numéro
field-day = jour
field-clock = heure
field-due_zone = fuseau
field-recurring = récurrence
field-counts = chiffres
field-calendar_id = calendrier

refusal-file-too-large = Le fichier dépasse { $limit } Mo. Coupez-le et envoyez les morceaux un par un.
refusal-file-too-long = Le fichier a plus de { $limit } lignes. Coupez-le et envoyez les morceaux un par un.
refusal-file-not-text = Ce n’est pas un fichier texte. Dans votre tableur, choisissez « Enregistrer sous → CSV », puis envoyez-le.
refusal-file-other = « { $what } » est { $sort ->
    [pdf] un PDF
    [document] un document texte
    [spreadsheet] une feuille de calcul
    [slides] une présentation
    [archive] une archive
    [sound] un fichier audio
   *[other] un type de fichier que je ne sais pas lire
}. { $sort ->
    [spreadsheet] Pour l’importer comme calendrier, choisissez « Enregistrer sous → CSV » dans votre tableur et envoyez ce fichier.
   *[other] Je lis les calendriers (CSV ou .ics).
} Pour joindre le fichier à une publication, renvoyez-le avec son numéro, comme « P38 ».
refusal-file-no-post = Je ne sais pas à quelle publication joindre « { $what } » : vous n’avez aucune publication ouverte à modifier. Ajoutez-la d’abord (`/post ajouter`), puis envoyez le fichier avec son numéro, comme « P38 ».
file-which-post = { $count ->
    [one] À quelle publication joindre « { $what } » ?
   *[other] À quelle publication joindre ces { $count } fichiers ?
}
file-choose-post = Choisir la publication
file-which-hint = La prochaine fois, écrivez le numéro à côté du fichier, comme « { $post } » ; et après un deux-points, ce qu’il montre : « { $post } : Amy tient une tasse ».
refusal-export-unknown = Je ne connais pas « { $what } », donc rien n’a été envoyé. `/post exporter buffer décembre` nomme un programme (`csv`, `buffer`, `hootsuite`, `sprout`, `ics`) et, si vous voulez, un mois, une semaine ou une plateforme.
refusal-file-empty = Ce fichier est vide. Enregistrez-le de nouveau dans le programme d’où il vient, puis renvoyez-le.
refusal-file-no-header = Je n’ai trouvé aucune ligne de noms de colonnes que je connaisse. Il faut au moins « titre » et « plateforme » ; `/post importer` montre tous les noms.
refusal-file-broken = La ligne { $line } ne se lit pas comme du CSV. Il y manque sans doute un guillemet.
refusal-file-one-at-a-time = Un fichier à la fois, s’il vous plaît. Renvoyez-les un par un.
refusal-file-scope = Je n’ai pas le droit de lire les fichiers ici. Demandez à un admin d’ajouter l’autorisation files:read, ou utilisez `parution import FICHIER` sur la machine où je tourne.
refusal-file-gone = Ce fichier ne peut plus être lu dans Slack. Renvoyez-le.
refusal-import-gone = Cet import est fait, abandonné ou trop ancien. Renvoyez le fichier pour voir ce qu’il changerait.
refusal-export-scope = Je n’ai pas le droit d’envoyer des fichiers ici ({ $code }). Demandez à un admin d’ajouter l’autorisation files:write, ou utilisez `parution export` sur la machine où je tourne.
refusal-export-guest = Les invités n’ont pas de messages directs avec une application : aucun fichier ne peut vous parvenir. Demandez-le à un membre de l’équipe ; `/plan calendrier` montre le mois ici.
refusal-export-later = Slack ne prend pas le fichier en ce moment. Réessayez dans une minute ; s’il est déjà dans nos messages directs, tout va bien.
