# Qui peut faire quoi.

refusal-rights-read = Cela appartient à un autre canal.
refusal-rights-add_idea = Ce n’est pas possible avec ce compte.
refusal-rights-add_post = Les invités peuvent noter des idées : `/post idée …`. Quelqu’un de l’équipe en fait des publications : { $people }.
refusal-rights-change_post = Quelqu’un d’autre s’occupe de { $post }. Demandez à { $people } de la modifier, ou notez une idée avec `/post idée …`.
refusal-rights-change_post-nobody = Quelqu’un d’autre s’occupe de { $post }. Demandez à { $people } de la modifier, ou notez une idée avec `/post idée …`.
refusal-rights-add_post-nobody = Les invités peuvent noter des idées : `/post idée …`. Demandez à { $people } d’en faire une publication.
refusal-rights-approve = Vous ne pouvez pas approuver { $post }. Demandez à { $people }.
refusal-rights-approve-nobody = Vous ne pouvez pas approuver { $post }, et personne n’est désigné pour la relire. Demandez une relecture avec `/post relecture { $post } @nom`, ou adressez-vous à un admin de l’espace de travail.
refusal-not-set-up = Ce calendrier n’a pas encore de canal, ni personne qui s’en occupe. Tapez `/parution configurer` dans le canal qui doit recevoir le bilan : ses publications suivront.
refusal-rights-import = Un import change le calendrier de tout le monde. Demandez à { $people } de le faire.
refusal-rights-import-nobody = Un import change le calendrier de tout le monde. Demandez à { $people } de le faire.
refusal-rights-measure = Les invités lisent les chiffres. Quelqu’un de l’équipe les note : { $people }.
refusal-rights-measure-nobody = Les invités lisent les chiffres. Donnez les vôtres à quelqu’un de l’équipe, ou à { $people }.
refusal-rights-change_plan = Vous ne pouvez pas modifier le plan. Demandez à { $people }, ou à un admin de l’espace de travail.
refusal-rights-override = Seuls { $people } et les admins de l’espace de travail peuvent passer outre : adressez-vous à l’un d’eux.
refusal-rights-override-nobody = Personne ne s’occupe de ce plan pour l’instant. Demandez à { $people } de passer outre.
refusal-rights-change_plan-nobody = Personne ne s’occupe de ce plan pour l’instant. Demandez à { $people } de le modifier, ou de nommer quelqu’un avec `/plan personnes`.
