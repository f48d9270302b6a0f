away-title = Absence
away-intro = Pendant une absence, vous ne recevez aucun rappel ; les publications à échéance vont à votre relève, ou à la personne qui s’occupe de la stratégie.
away-first = Premier jour d’absence
away-last = Dernier jour d’absence
away-known = Déjà noté : { $spans }
away-saved = C’est noté, profitez-en bien. Absence : { $spans }
away-posts = { $count ->
    [one] Une publication arrive à échéance entre-temps ; le rappel ira à votre relève, ou à la personne qui s’occupe de la stratégie : { $posts }.
   *[other] { $count } publications arrivent à échéance entre-temps ; les rappels iront à votre relève, ou à la personne qui s’occupe de la stratégie : { $posts }.
}
away-reviews = { $count ->
    [one] Une publication attend votre relecture : { $posts }. Si elle l’attend encore pendant votre absence, la personne qui l’a demandée est prévenue, et la demande passe à quelqu’un d’autre qui peut approuver.
   *[other] { $count } publications attendent votre relecture : { $posts }. Si elles l’attendent encore pendant votre absence, les personnes qui l’ont demandée sont prévenues, et la demande passe à quelqu’un d’autre qui peut approuver.
}
away-span = { $first } – { $last }
away-back = Me revoilà
away-ended = Bon retour. Vos rappels reprennent maintenant.
refusal-away-order = Le dernier jour vient avant le premier. Échangez-les.
refusal-away-over = Ces jours sont déjà passés. Choisissez aujourd’hui ou plus tard.
refusal-away-long = Une absence de plus d’un an : demandez plutôt à un admin de confier vos publications à quelqu’un.
