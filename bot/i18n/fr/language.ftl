## Refus de ce qui est tapé

refusal-moment-past = « { $what } » est déjà passé. Choisissez un moment à venir.
refusal-moment-weekday = Dans « { $what } », le jour de la semaine et la date ne vont pas ensemble. Gardez l’un des deux, ou corrigez l’autre.
refusal-days-unreadable = « { $what } » : ces jours ne sont pas lisibles. Écrivez par exemple « 24/12..2/1 », « demain » ou « semaine prochaine ».
refusal-days-backwards = Le dernier jour ({ $last }) vient avant le premier ({ $first }). Échangez-les.
refusal-number-unreadable = « { $what } » n’est pas un nombre lisible. Écrivez-le en chiffres, comme 1200 ou 1,2k.
refusal-days-past = « { $what } » est déjà passé. Choisissez des jours dont au moins le dernier est à venir.
