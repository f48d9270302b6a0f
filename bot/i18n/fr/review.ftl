# Relecture : demandée, donnée, ou suivie d’une demande de modification ; et avis à la personne responsable.

review-button = Faire relire…
review-change = Demander une modification…
review-approve-label = Approuver { $post }
review-change-label = Demander une modification de { $post }
review-form = Relecture de { $post }
review-form-change = Un changement à { $post }
review-submit = Faire relire
review-ask-who = Relecture par
review-ask-note = À regarder surtout
review-ask-hint = La demande arrive tout de suite, avec le texte et les boutons pour répondre.
review-ask-comment = Ce qu’il faut modifier
review-ask-name = Demander à { $name }
review-wanted = Cette plateforme demande une approbation avant publication.
review-with = En attente de relecture par { $reviewer }.
review-by = Approuvée par { $who }.
review-somebody = Quelqu’un d’autre
review-not-approved = *Pas approuvée : { $posts }.* { $who } relit d’abord, selon le plan. Si c’est déjà en ligne, dites-le ci-dessous : l’historique gardera que la publication s’est faite sans approbation.
review-changed-since = *Elle a changé après votre lecture,* rien n’est donc approuvé. Voici la version actuelle :

review-ask = { $post } · { $title } attend votre relecture : { $platform }, { $when }, demandée par { $by }
review-ask-own = { $post } · { $title } attend votre relecture : { $platform }, { $when }
review-told-many = { $count ->
    [0] Aucune relecture ne vous attend plus
    [one] { $count } publication attend votre relecture : { $posts }
   *[other] { $count } publications attendent votre relecture : { $posts }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }
}
review-note = À regarder : { $note }
review-silent = La demande est allée à { $reviewer } ({ $since }), sans réponse jusqu’ici.
review-absent = { $post } · { $title } : { $reviewer }, qui devait relire, est en congé jusqu’au { $until }.
review-absent-instead = La demande va à { $instead }.
review-absent-nobody = Personne d’autre ne peut l’approuver en ce moment : demandez à quelqu’un d’autre, ou elle attendra.
review-ask-other = Demander à quelqu’un d’autre…
review-row = À relire : { $post } · { $title }
review-approved = { $post } · { $title } est approuvée par { $by }.
review-sent-back = { $post } · { $title } est revenue avec une demande de { $by }.
review-over = { $post } · { $title } n’est plus à relire : son état est maintenant « { $state } ».
review-asked-again = { $post } · { $title } : la demande vous a été refaite, dans un message plus récent.
review-with-another = { $post } · { $title } : la relecture revient maintenant à { $reviewer }.
agenda-to-review = { $n ->
    [one] { $n } à relire
   *[other] { $n } à relire
}

review-words = *{ $post } · { $title } reste telle quelle.* Une approbation ne prend pas de message : approuvez sans lui, ou demandez une modification en le reprenant.

review-said-asked = *{ $post } est en relecture :* { $reviewer } reçoit la demande tout de suite.
review-said-instead = *{ $post } est en relecture.* { $reviewer } est en congé jusqu’au { $until } ; la demande va à { $instead }.
review-said-yours = *{ $post } est en relecture.* { $reviewer } est en congé jusqu’au { $until } ; d’ici là, la relecture vous revient.
review-said-waits = *{ $post } est en relecture,* mais { $reviewer } est en congé jusqu’au { $until } et personne d’autre ne peut l’approuver en ce moment. Pour demander à quelqu’un d’autre : `/post relire { $post } @nom`.
review-said-own = *{ $post } est en relecture :* la relecture vous revient.
review-said-again = *La demande est refaite à { $reviewer } pour { $post },* avec votre note.
review-said-already = *{ $post } attend déjà { $reviewer },* depuis le { $since }. Pour relancer, ajoutez une note : `/post relire { $post } @nom note`.
review-said-approved = *{ $post } est approuvée.*
review-said-sent-back = *{ $post } est renvoyée* avec votre message ; la personne responsable est prévenue.

notice-handed = { $post } · { $title } est maintenant à vous : { $platform }, { $when }, confiée par { $by }
notice-handed-series = { $post } · { $title } est maintenant à vous : { $platform }, { $when }, confiée par { $by }, avec { $n ->
    [one] une autre publication de sa série
   *[other] { $n } autres publications de sa série
}
notice-handed-on = { $post } · { $title } a été à vous un moment et est de nouveau à quelqu’un d’autre.
notice-approved = { $post } · { $title } est approuvée par { $by } : { $platform }, { $when }
notice-changes = { $by } demande une modification de { $post } · { $title } ({ $platform }, { $when })
notice-approved-undone = { $by } a approuvé { $post } · { $title }, puis a repris son approbation.
notice-changes-undone = { $by } a demandé une modification de { $post } · { $title }, puis a repris sa demande.
notice-thread = *{ $post } · { $title }* · { $platform } · { $when } · { $state } · { $owner }
notice-thread-hint = Parlez-en dans le fil ; ce message suit la publication.
thread-button = Ouvrir un fil
thread-said = *{ $post } reçoit son fil dans { $channel }.*
plan-ask-thread = Un fil par publication dans le canal
plan-ask-thread-hint = Une semaine avant chaque échéance ; il suit la publication. Celles qui sont déjà plus proches à l’activation ont le leur une heure avant, ou depuis leur fiche.
plan-thread-yes = un fil pour chacune
plan-thread-no = pas de fil

history-changes-asked = modification demandée
history-published-unapproved = publiée sans approbation

refusal-review-own = { $post } ne peut pas être relue par la personne qui en est responsable. Choisissez quelqu’un d’autre.
refusal-review-nobody = Personne ne peut relire { $post } : le plan ne nomme que la personne qui en est responsable. Choisissez quelqu’un : `/post relire { $post } @nom`.
refusal-review-comment-missing = Dites ce qu’il faut modifier.
refusal-review-not-asked = { $post } n’est pas en relecture. Laissez une note avec `/post modifier { $post }`, ou parlez-en à la personne responsable.

post-help-review = /post relire P12 @amy
post-help-review-says = quelqu’un la relit d’abord ; sans nom, la personne que le plan désigne
post-help-approve = /post approuver P12
post-help-approve-says = ou `/post à revoir P12 "Plus court"`, par la personne qui relit
