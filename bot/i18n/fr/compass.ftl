# La boussole : à quoi sert une publication, demandé une fois quand aucun objectif ne le dit.

compass-ask-platform = *Aucun objectif ne prévoit { $platform }.* À quoi sert-elle ?
compass-ask-objective = *Elle ne sert encore aucun objectif.* À quoi sert-elle ?
compass-ask-platform-of = Publications sur { $platform }, qu’aucun objectif ne prévoit
compass-ask-objective-of = Publications qui ne servent encore aucun objectif
compass-serves = Elle sert « { $objective } »
compass-serves-label = { $post } sert { $objective }
compass-widen = Y ajouter { $platform }
compass-widen-label = Ajouter { $platform } à { $objective }
compass-else = Autre chose…
compass-else-label = Dire à quoi sert { $post }
compass-kept-serves = Sert « { $objective } », et c’est voulu ici.
compass-kept-alone = C’est voulu : { $why }
compass-said = { $count ->
    [0] Il ne restait rien à dire.
    [one] *La question ne revient pas pour { $post },* sauf si sa plateforme ou son objectif change.
   *[other] *La question ne revient pas pour ces { $count } publications,* sauf si leur plateforme ou leur objectif change.
}
compass-serves-said = *{ $post } sert maintenant « { $objective } ».*
compass-widened-said = L’objectif { $objective } prévoit désormais cette plateforme, pour toutes les publications ; `/objective modifier { $objective }` l’en retire.
compass-form = À quoi elle sert
compass-ask-purpose = Quel objectif sert-elle ?
compass-alone = Elle se suffit à elle-même
compass-ask-objective-too = Cet objectif
compass-ask-widen = prévoit { $platform } désormais
compass-ask-why = Si elle se suffit à elle-même : pourquoi
compass-ask-why-hint = La réponse reste avec la publication tant que sa plateforme et son objectif ne changent pas.
compass-posts = { $count ->
    [one] 1 publication : { $posts }{ $rest }
   *[other] { $count } publications : { $posts }{ $rest }
}
compass-more = { " " }et { $count } de plus
compass-waiting = { $count ->
    [0] Chacune de vos publications a son objectif.
    [one] 1 publication ne dit pas encore à quoi elle sert.
   *[other] { $count } publications ne disent pas encore à quoi elles servent.
}
compass-answer = Répondre…
history-compass-serves = sert
history-compass-alone = se suffit à elle-même
history-compass-widened = sa plateforme ajoutée à
post-help-serves = /post sert P12 O1
post-help-serves-says = l’objectif qu’elle sert, ou une raison entre guillemets ; seul : celles qui attendent encore

refusal-compass-stays-wide = Cette réponse a aussi changé l’objectif { $objective }, et d’autres publications peuvent déjà s’y appuyer. `/objective modifier { $objective }` en retire la plateforme.
refusal-compass-answer-missing = Dites en quelques mots pourquoi elle se suffit à elle-même, ou choisissez un objectif.
