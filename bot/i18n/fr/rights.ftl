# Qui peut faire quoi.

refusal-rights-read = Cela appartient à un autre canal.
refusal-rights-add_idea = Ce n’est pas possible avec ce compte.
refusal-rights-add_post = Les invités peuvent noter des idées : `/post idée …`. Quelqu’un de l’équipe en fait des publications : { $people }.
refusal-rights-change_post = { $post } est en d’autres mains. { $people } peut la modifier : demandez, ou notez une idée avec `/post idée …`.
refusal-rights-approve = Vous ne pouvez pas approuver { $post }. { $people } le peut.
refusal-rights-import = Un import change le calendrier de tout le monde. { $people } peut le faire.
refusal-rights-change_plan = { $people } s’occupe du plan. Demandez là, ou à un admin de l’espace de travail.
refusal-rights-override = Seul { $people } ou un admin de l’espace de travail peut laisser passer cela.
