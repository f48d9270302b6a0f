# Une série récurrente, dans son ensemble.

series-button = Modifier la série
series-form = Série de { $post }
series-ahead = { $count ->
    [one] Une publication de la série reste à venir, le { $last }. Ce que vous laissez vide ne change pas ; son texte et son titre non plus.
   *[other] { $count } publications de la série restent à venir, la dernière le { $last }. Ce que vous laissez vide reste à chacune ; les textes et les titres aussi.
}
series-hint = Un tiret l’enlève.
series-labels-hint = Séparées par des virgules ; elles remplacent celles qui y sont. Un tiret les enlève.
series-ask-clock = Heure ({ $place })
series-see = Voir ce qui change
series-end-ask = L’arrêter à partir d’ici…
series-question = { $count ->
    [one] Une publication à venir recevra { $what }.
   *[other] { $count } publications à venir recevront { $what }.
}
series-to-theme = le thème { $theme }
series-no-theme = aucun thème
series-to-labels = les étiquettes { $labels }
series-no-labels = aucune étiquette
series-to-owner = { $owner } comme responsable
series-to-clock = { $clock } comme heure
series-change = { $count ->
    [one] Modifier 1 publication
   *[other] Modifier { $count } publications
}
series-no = Les laisser
series-changed = { $count ->
    [0] *Une règle du plan les bloque toutes :* rien n’a changé.
    [one] *Une publication de la série est modifiée.* Son texte est resté le même.
   *[other] *{ $count } publications de la série sont modifiées.* Leurs textes sont restés les mêmes.
}
series-end-question = { $count ->
    [one] { $post } sera annulée, et la série s’arrêtera avant elle. Ce qui est publié restera.
   *[other] { $count } publications seront annulées, à partir de { $post }. Ce qui est publié restera.
}
series-end = { $count ->
    [one] Annuler 1 publication
   *[other] Annuler { $count } publications
}
series-ended = { $count ->
    [one] *La série est terminée :* une publication est annulée.
   *[other] *La série est terminée :* { $count } publications sont annulées.
}

refusal-series-none = { $post } ne fait partie d’aucune série. `/post ajouter "Astuce du mardi" sur instagram chaque mardi 10h` en crée une.
refusal-series-over = De la série de { $post }, rien ne reste à venir que vous puissiez modifier.
refusal-series-same = Ce qui reste à venir de la série est déjà ainsi.
refusal-series-nothing = Indiquez ce qui doit changer : un thème, des étiquettes, un responsable ou une heure.

post-help-whole = /post série P12 @amy 10h
post-help-whole-says = modifie ce qui reste à venir d’une série, après avoir montré combien ; `/post série P12 fin` l’arrête
