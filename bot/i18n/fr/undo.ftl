# Défaire : ce qui a été repris, ce qui viendrait ensuite, ce qui reste et pourquoi.

undo-title = Défaire ?
undo-question = *Ceci sera défait :* { $deed }. { $count ->
    [one] { $count } publication est concernée
   *[other] { $count } publications sont concernées
} : ce qui a été ajouté est annulé, ce qui a été modifié redevient comme avant.
undo-yes = Défaire sur { $count ->
    [one] { $count } publication
   *[other] { $count } publications
}
undo-no = Laisser ainsi
undo-left = Rien n’a été défait.
undo-said = *Défait :* { $deed }.
undo-next = Ensuite, à défaire : { $deed }.
undo-stays = *Pas défait :* { $deed }. { $why }
undo-before = Avant cela, vous avez fait ceci : { $deed }. Cela se défait à part.
undo-one-before = Défaire cela

## Ce qui a été fait, comme partie d’une phrase

undo-deed-posts = { $posts } ({ $what })
undo-deed-many = { $count } publications ({ $what })
undo-deed-counts = les chiffres de { $what }
undo-deed-target = une cible de { $what }
undo-deed-objective = le nouvel objectif { $what }
undo-deed-objective-edited = le changement de { $what }
undo-deed-objective-closed = la fin de { $what }
undo-deed-objective-result = le résultat de { $what }
undo-deed-objective-reopened = la réouverture de { $what }
undo-deed-plan = le plan
undo-deed-platform = une plateforme du plan
undo-deed-platform-dropped = le retrait d’une plateforme du plan
undo-deed-limits = les limites et budgets du plan
undo-deed-policy = une règle du plan
undo-deed-policies-dropped = le retrait d’une règle du plan
undo-deed-theme = un thème du plan
undo-deed-themes-dropped = le retrait d’un thème du plan
undo-deed-day = une journée particulière du plan
undo-deed-days-dropped = le retrait d’une journée particulière du plan
undo-deed-tool = un outil du plan
undo-deed-tools-dropped = le retrait d’un outil du plan
undo-deed-people = le suivi ou la relecture

## Refus

refusal-undo-gone = Cela ne se défait plus : dix minutes ont passé. `/post liste` nomme les publications, pour modifier chacune à part.
refusal-undo-gone-already = C’est déjà défait.
refusal-undo-gone-others-nobody = C’était de quelqu’un d’autre, et personne d’autre ne peut le défaire.
refusal-undo-gone-others = C’était de { $who }, et personne d’autre ne peut le défaire.
refusal-undo-stays = Tout a été changé depuis.
refusal-undo-changed = { $who } a changé { $thing } depuis ({ $when }). Le défaire l’effacerait : changez-le vous-même, ou demandez d’abord.
refusal-undo-changed-nobody = { $thing } a été changé depuis ({ $when }). Le défaire l’effacerait : changez-le vous-même.
refusal-undo-changed-own = Vous avez changé { $thing } depuis. Défaites d’abord cela : `/post défaire`.
refusal-undo-changed-somehow = { $thing } a été changé depuis. Ouvrez-le pour le modifier.
