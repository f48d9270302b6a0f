# Le contrôle d’écho : deux publications au même texte.

echo-same = *Le même texte que { $post } sur { $platform }.*
echo-near = *Presque le même texte que { $post } sur { $platform } ({ $alike }).*
echo-more = { $count ->
    [one] Et { $count } autre publication se lit de même.
   *[other] Et { $count } autres publications se lisent de même.
}
echo-kept = Se lit comme { $posts }, et c’est voulu : { $why }
echo-rewrite = Réécrire…
echo-rewrite-label = Réécrire { $post }
echo-keep = Garder et justifier…
echo-keep-label = Garder le texte de { $post } en disant pourquoi
echo-form = Réécrire { $post }
echo-form-keep = Garder le même texte
echo-ask-why = Pourquoi le même texte est voulu
echo-ask-why-hint = La raison reste avec la publication tant que son texte ne change pas.
echo-said-kept = *{ $post } garde son texte.*
echo-import = { $count ->
    [one] { $count } ligne se lit comme une autre publication
   *[other] { $count } lignes se lisent comme d’autres publications
} (à réécrire après l’import, ou dans le fichier avant) :
echo-import-line = ligne { $line } · { $alike } comme { $what }
echo-import-post = { $post } sur { $platform }
echo-import-row = la ligne { $line }
echo-import-part = La quasi-identité n’est cherchée que dans les { $count } premières lignes ; les copies le sont dans toutes.
history-echo-kept = même texte gardé
post-ask-text-part = Texte, partie { $part } sur { $parts }

refusal-echo-reason-missing = Dites en quelques mots pourquoi le même texte est voulu.
