# Ce qui accompagne le texte d’une publication.

detail-button = Détails…
detail-form = Détails de { $post }
detail-ask-theme = Thème
detail-ask-labels = Étiquettes
detail-ask-labels-hint = Séparées par des virgules ; entre guillemets droits si l’une en contient : "vert, blanc".
detail-ask-campaign = Campagne
detail-ask-spend = Dépense ({ $currency })
detail-ask-partnership = Partenariat rémunéré
detail-is-partnership = C’est un partenariat rémunéré, à signaler
detail-ask-links = Liens vers des fichiers
detail-ask-links-hint = Un par ligne ; après « | », ce qu’il montre : https://… | Amy tient une tasse
detail-ask-alt = Texte de remplacement de { $name }
detail-ask-alt-hint = Ce qu’il montre, pour qui ne peut pas le voir. Un simple « - » retire le fichier.
detail-attach = Joindre un fichier…
detail-drop-file = Déposez le fichier dans nos messages directs d’ici une demi-heure : il ira à { $post }.
detail-said-attached = { $count ->
    [one] *Le fichier est joint à { $post }.* Dites dans « Détails… » ce qu’il montre.
   *[other] *{ $count } fichiers sont joints à { $post }.* Dites dans « Détails… » ce qu’ils montrent.
}
detail-said-attached-told = { $count ->
    [one] *Le fichier est joint à { $post },* avec son texte de remplacement.
   *[other] *{ $count } fichiers sont joints à { $post },* avec leurs textes de remplacement.
}
detail-campaign = Campagne : { $campaign }
detail-spend = Dépense : { $spend }
detail-partnership = Partenariat rémunéré
detail-attached = Pièce jointe : { $name } ({ $alt })
detail-attached-mute = Pièce jointe : { $name } (pas encore de texte de remplacement)
detail-more = { $count ->
    [one] Et { $count } autre fichier.
   *[other] Et { $count } autres fichiers.
}

refusal-attachments-full = Une publication prend { $limit } fichiers et liens. Retirez-en un d’abord.
