# Le mois : son image, sa liste, son canevas ; et le calendrier en fichiers d’autres programmes.

month-posts = { $count ->
    [0] aucune publication
    [one] 1 publication
   *[other] { $count } publications
}
month-gaps = { $count ->
    [one] 1 jour sans contenu
   *[other] { $count } jours sans contenu
}
month-unowned = { $count ->
    [one] 1 sans responsable
   *[other] { $count } sans responsable
}
month-overdue = { $count ->
    [one] 1 en retard
   *[other] { $count } en retard
}
month-published = { $count ->
    [one] 1 publiée
   *[other] { $count } publiées
}
month-gap = sans contenu
month-special = { $name } ({ $sort })
month-more = +{ $count }

month-alt = Calendrier, { $month }, { $name } : { $counts }.
month-alt-today = Aujourd’hui : { $day }.
month-alt-gaps = Jours sans contenu : { $days }.
month-alt-special = Journées particulières : { $days }.
month-alt-themes = Thèmes : { $themes }.
month-alt-days = Publications par jour : { $days }. La liste les donne toutes.

month-said = { $month }, { $name } :
month-modal = Calendrier
month-themes = Thèmes : { $themes }
month-zone = Jours et heures sont ceux de { $place }.
month-nobody = sans responsable
month-more-posts = { $count ->
    [one] 1 autre publication
   *[other] { $count } autres publications
}
month-not-understood = Je n’ai pas reconnu de mois dans « { $what } », voici donc le mois en cours. Essayez `/plan calendrier décembre`, `/plan calendrier prochain` ou `/plan calendrier 2026-12`.
month-picture-coming = L’image de ce mois arrive dans nos messages directs.
month-picture-guest = Les invités n’ont pas de messages directs avec une application : voici la liste, sans son image.
month-picture-scope = La liste est complète ; pour son image, un admin doit donner à l’application l’autorisation files:write.
month-posting = { $month } arrive dans { $channel }.

calendar-picture = Image
calendar-post = Envoyer dans le canal

refusal-calendar-manager = Seuls { $manager } et les admins de l’espace de travail peuvent envoyer le calendrier dans le canal : il s’adresse à toute l’équipe.
refusal-calendar-manager-nobody = Le calendrier envoyé dans le canal s’adresse à toute l’équipe. Demandez à { $manager } de le faire.
refusal-calendar-scope = Je n’ai pas le droit d’envoyer des fichiers ici. Demandez à un admin d’ajouter l’autorisation files:write ; la liste n’en a pas besoin.

ics-name = { $name } : calendrier de contenu
ics-snapshot = Un instantané du { $moment } : ce qui change ensuite n’y est pas. Les publications elles-mêmes vivent dans Parution.

calendar-ics = Fichier d’agenda (.ics)

files-failed = Le fichier n’est pas passé ({ $code }). Redemandez-le dans une minute ; rien d’autre n’est perdu.

export-layout-buffer = Buffer
export-layout-hootsuite = Hootsuite
export-layout-sprout = Sprout Social
export-bulk = *{ $tool }* : { $rows ->
    [one] 1 publication
   *[other] { $rows } publications
} dans { $files ->
    [one] 1 fichier, qui arrive dans nos messages directs.
   *[other] { $files } fichiers, un par plateforme, qui arrivent dans nos messages directs.
}
export-bulk-nothing = Aucune publication n’entre dans un fichier pour *{ $tool }* : il prend celles qui sont à venir, avec un texte, et approuvées là où le plan demande une relecture.
export-hint-buffer = Dans Buffer : Settings, puis le canal, puis « Bulk upload », un fichier par canal. Les heures sont celles de { $place } ; Buffer les lit dans le fuseau du canal.
export-hint-hootsuite = Dans Hootsuite : Composer, puis « Bulk schedule », un fichier par profil ; choisissez le format de date { $dates }. Les heures sont celles de { $place }. La disposition varie selon les comptes : comparez avec le fichier d’exemple de Hootsuite et écrivez la vôtre dans la note de l’outil, comme `dd/mm/yyyy hh:mm, message, link`.
export-hint-sprout = Dans Sprout : Publishing, puis « Bulk scheduling », un fichier par profil ; choisissez le format de date { $dates }. Les heures sont celles de { $place }.
export-out-title = Laissées de côté, et pourquoi
export-out-more = { $count ->
    [one] 1 autre
   *[other] { $count } autres
}
export-out-line = { $post } { $title } · { $platform } : { $reason }
export-out-undated = sans date
export-out-past = son moment est passé, ou trop proche pour l’outil
export-out-no-text = pas encore de texte
export-out-not-approved = pas encore approuvée
export-out-too-near = moins de dix minutes après { $what }
export-out-repeated = le même texte que { $what }, que l’outil ne prend qu’une fois
export-ics = { $count ->
    [0] Aucune publication n’a encore de date ; le fichier qui arrive dans nos messages directs est vide.
    [one] 1 publication en fichier d’agenda arrive dans nos messages directs.
   *[other] { $count } publications en fichier d’agenda arrivent dans nos messages directs.
}
export-ics-message = Le calendrier de { $name } : { $count ->
    [0] aucune publication datée.
    [one] { $count } publication.
   *[other] { $count } publications.
}
export-ics-snapshot = C’est un instantané pour Outlook, Google Agenda ou Calendrier d’Apple : il ne suit pas les changements. Un fichier plus récent met à jour les mêmes événements et marque ce qui est annulé.

import-dates = Des jours comme 12/01/2026 se lisent de deux façons ; je les lis { $dates }. Si c’est faux, ne faites rien et écrivez-les comme 2026-12-01.
import-dates-day-first = jj/mm/aaaa
import-dates-month-first = mm/jj/aaaa
import-bad-objective = « { $what } » n’est pas un objectif de cette stratégie
import-bad-json = « { $what } » ne se lit pas ; laissez la cellule comme l’export l’a écrite, ou mettez des liens
import-bad-recurring = « { $what } » se répète ; je prends des événements simples. Chaque occurrence demande son propre texte
field-objective_id = objectif
field-campaign = campagne
field-is_partnership = partenariat rémunéré
field-attachments = pièces jointes
field-checklist = étapes
field-copied_from = copie de
field-parent_id = partie de
field-series_id = série
field-echo_reason = pourquoi elle en répète une autre
field-compass_answer = pourquoi cette plateforme
field-override = pourquoi une limite est dépassée
field-published_by = publiée par
field-source_uid = événement d’agenda
refusal-file-no-platform = Rien dans « { $what } » ne dit à quelle plateforme sont destinées ses publications. Nommez le fichier d’après elle, comme « buffer-instagram.csv », ou ajoutez une colonne « plateforme », et renvoyez-le.
refusal-file-broken-ics = Ce fichier d’agenda (.ics) ne se lit pas. Exportez-le de nouveau depuis votre agenda, puis envoyez-le.

cli-export-layout = à quoi servent les fichiers (par défaut : csv) ; les outils reçoivent un dossier, FILE, avec un fichier par plateforme
cli-export-month = seulement les publications de ce mois
cli-exported = { $path } : { $rows ->
    [one] 1 publication
   *[other] { $rows } publications
}
refusal-month-unreadable = « { $what } » n’est pas un mois. Écrivez 2026-11, ou novembre.
refusal-export-folder = { $what } est un fichier, et cet export demande un dossier : il fait un fichier par plateforme.

calendar-canvas = Canevas dans le canal
canvas-begun = Un canevas dans { $channel } suit désormais ce mois et le suivant ; il est réécrit à chaque changement. Appuyez de nouveau sur le bouton pour arrêter.
canvas-stopped = Le canevas de { $channel } ne suit plus le mois. Il reste tel quel ; supprimez-le là-bas si vous voulez.
canvas-foot = Parution tient cette page : ce qu’on y écrit à la main part au prochain changement. Les publications se modifient avec /post.
refusal-canvas-scope = Je n’ai pas le droit d’écrire des canevas ici. Demandez à un admin d’ajouter l’autorisation canvases:write ; la liste et l’image n’en ont pas besoin.
refusal-canvas-failed = Slack n’a pas créé le canevas ({ $code }). La liste et l’image montrent le même mois.
