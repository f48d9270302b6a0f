## Refus de ce qui est tapé

refusal-moment-past = « { $what } » est déjà passé. Choisissez un moment à venir.
refusal-moment-weekday = Dans « { $what } », le jour de la semaine et la date ne vont pas ensemble : cette date est un { $day }. Gardez l’un des deux, ou corrigez l’autre.
refusal-dates-mixed = « { $first } » commence par le jour et « { $second } » par le mois : impossible de lire la ligne. Écrivez les deux de la même façon, ou le mois en lettres.
refusal-days-unreadable = « { $what } » : ces jours ne sont pas lisibles. Écrivez par exemple « 24/12..2/1 », « demain » ou « semaine prochaine ».
refusal-days-backwards = Le dernier jour ({ $last }) vient avant le premier ({ $first }). Échangez-les.
refusal-number-unreadable = « { $what } » n’est pas un nombre lisible. Écrivez-le en chiffres, comme 1200 ou 1,2k.
refusal-days-past = « { $what } » est déjà passé. Choisissez des jours dont au moins le dernier est à venir.

## Ce qui peut se comprendre de deux façons, au-dessus d’un formulaire qui a la plus probable

doubt-hour-or-length = « { $what } » peut être une heure ou un délai : vérifiez la date et l’heure ci-dessous. Pour être clair du premier coup : « à 2 h » ou « 2 heures plus tard ».
doubt-half-of-day = « { $what } » : le matin ou l’après-midi ? Vérifiez l’heure ci-dessous. Pour être clair du premier coup : « 5 h » ou « 17 h ».
doubt-weekday-number = « { $what } » : { $day } n’est pas ce jour de la semaine. Ci-dessous, c’est { $other } : vérifiez la date et l’heure. Pour être clair du premier coup, écrivez le mois, ou « à 10 h » s’il s’agit d’une heure.
doubt-next-weekday = « { $what } » peut être { $day } ou { $other } : vérifiez la date ci-dessous.
doubt-zone = « { $what } » peut être l’heure de { $places }. L’heure ci-dessous est celle de { $place } : vérifiez-la.
doubt-zone-season = « { $what } » n’est pas l’heure qu’auront les horloges de { $places } ce jour-là. L’heure ci-dessous est celle que leurs horloges afficheront : vérifiez-la.
doubt-person = « { $what } » peut être { $people } : choisissez ci-dessous.
doubt-date-order = « { $what } » peut être le { $day } ou le { $other }. Ci-dessous, c’est le { $day } : vérifiez. Pour être clair du premier coup, écrivez le mois en lettres.
