## Refus de ce qui est tapé

refusal-moment-past = « { $what } » est déjà passé. Choisissez un moment à venir.
refusal-moment-leap-day = « { $what } » : le prochain 29 février est le { $day }. Si c’est bien celui-là, écrivez l’année ; sinon, corrigez la date.
refusal-moment-weekday = Dans « { $what } », le jour de la semaine et la date ne vont pas ensemble : cette date est le { $day }. Gardez l’un des deux, ou corrigez.
refusal-dates-mixed = « { $first } » commence par le jour et « { $second } » par le mois : impossible de lire la ligne. Écrivez les deux de la même façon, ou le mois en lettres.
refusal-days-unreadable = « { $what } » : ces jours ne sont pas lisibles. Écrivez par exemple « 24/12..2/1 », « demain » ou « semaine prochaine ».
refusal-days-backwards = Le dernier jour ({ $last }) vient avant le premier ({ $first }). Échangez-les.
refusal-number-unreadable = « { $what } » n’est pas un nombre lisible. Écrivez-le en chiffres, comme 1200 ou 1,2k.
refusal-days-past = « { $what } » est déjà passé. Choisissez des jours dont au moins le dernier est à venir.

## Ce qui peut se comprendre de deux façons, au-dessus d’un formulaire qui a la plus probable

doubt-back = « { $what } » : plus tôt ou plus tard ? Le formulaire a le moment actuel de la publication : changez-le là. La prochaine fois, écrivez « earlier » ou « later ».
doubt-hour-or-length = « { $what } » peut être une heure ou un délai : vérifiez la date et l’heure dans le formulaire. La prochaine fois, écrivez « à 2 h » ou « 2 heures plus tard ».
doubt-weekday-number = « { $what } » : le jour et le numéro ne vont pas ensemble, ce serait le { $day }. Le formulaire indique le { $other } : vérifiez la date et l’heure. La prochaine fois, écrivez le mois, ou « à 10 h » s’il s’agit d’une heure.
doubt-morning-or-later = « { $what } » : { $clock } ou { $later } ? Vérifiez l’heure dans le formulaire. La prochaine fois, comptez sur 24 heures.
doubt-day-or-hour = « { $what } » : le jour et le numéro ne vont pas ensemble, ce serait le { $day }. Le formulaire indique le { $other } : vérifiez la date et l’heure. La prochaine fois, écrivez le mois, ou « à { $clock } » s’il s’agit d’une heure.
doubt-part-of-day = « { $what } » ne dit pas à quelle heure : vérifiez l’heure dans le formulaire.
doubt-part-of-absence = « { $what } » : ici, les absences se comptent en jours entiers. N’envoyez le formulaire que si vous êtes absent toute la journée.
doubt-round-of-nothing = « { $what } » : le formulaire indique aucune question et aucune réponse. Vérifiez les nombres et envoyez.
doubt-times-stay = « { $what } » : les publications déplacées avec leur jour gardent leur heure. Pour changer l’heure de l’une, déplacez-la par son numéro.
doubt-days-apart = « { $what } » : ce sont des jours séparés, le formulaire indique le { $day }. Envoyez-le, puis ajoutez les autres un par un.
doubt-platform-or-title = « { $what } » peut être la plateforme ou un mot du titre : vérifiez les deux dans le formulaire.
doubt-owner-or-title = « { $what } » : une partie du titre, ou la personne responsable ? Vérifiez le titre et le responsable dans le formulaire. La prochaine fois, écrivez « par » devant le nom.
doubt-next-weekday = « { $what } » peut être le { $day } ou le { $other } : vérifiez la date dans le formulaire.
doubt-zone = « { $what } » peut être l’heure de { $places }. L’heure du formulaire est celle de { $place } : vérifiez-la.
doubt-zone-season = « { $what } » n’est pas l’heure en vigueur ce jour-là ({ $places }). L’heure du formulaire suit l’heure locale : vérifiez-la.
doubt-person = « { $what } » peut être { $people } : choisissez dans le formulaire.
doubt-date-order = « { $what } » peut être le { $day } ou le { $other }. { $answer ->
    [form] Le formulaire indique le { $day } : vérifiez.
   *[message] C’est compris comme le { $day }.
} La prochaine fois, écrivez le mois en lettres.
