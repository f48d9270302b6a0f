"""`/objective …` as typed: which objective, what of it, and by when."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.errors import UserError
from bot.domain.strategy import ObjectiveKind
from bot.language.objective.command import CloseObjective, ReopenObjective, SetObjective, UndoObjective, parse_objective

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)


def read(text: str):
    return parse_objective(text, now=NOW, zone="America/Toronto")


@pytest.mark.parametrize(
    ("typed", "statement", "deadline"),
    [
        ("Sell 20% more by email until 30 June", "Sell 20% more by email", date(2027, 6, 30)),
        ("Plus de visites pour la boutique avant le 31 mars", "Plus de visites pour la boutique", date(2027, 3, 31)),
        ("Répondre plus vite d'ici fin janvier", "Répondre plus vite", date(2027, 1, 31)),
        ("Répondre plus vite d’ici à la fin de l’année", "Répondre plus vite", date(2026, 12, 31)),
        ("Répondre plus vite jusqu’à fin d’avril", "Répondre plus vite", date(2027, 4, 30)),
        ("Sell more by the end of September", "Sell more", date(2027, 9, 30)),
        ("Sell more by the end of next month", "Sell more", date(2026, 12, 31)),
        ("Sell more by the end of 2027", "Sell more", date(2027, 12, 31)),
        ("Plus de ventes pour Noël", "Plus de ventes", date(2026, 12, 25)),
        ("Sell more before the new year", "Sell more", date(2027, 1, 1)),
        ("Être connus d’ici le 1er mars", "Être connus", date(2027, 3, 1)),
        ("jusqu’au 31 mars", "", date(2027, 3, 31)),
        ("Sell more by 20% by June", "Sell more by 20%", date(2027, 6, 30)),
        ("Sell more by march", "Sell more", date(2027, 3, 31)),
        ("Sell more by the end of march", "Sell more", date(2027, 3, 31)),
        ("Sell more by March 2028", "Sell more", date(2028, 3, 31)),
        ("Sell more until december", "Sell more", date(2026, 12, 31)),
        ("Sell more before June", "Sell more", date(2027, 5, 31)),
        ("Sell more by mid-June", "Sell more", date(2027, 6, 15)),
        ("20 % de ventes en plus d’ici juin", "20 % de ventes en plus", date(2027, 6, 30)),
        ("20 % de ventes en plus d’ici la mi-juin", "20 % de ventes en plus", date(2027, 6, 15)),
        ("20 % de ventes en plus avant mars", "20 % de ventes en plus", date(2027, 2, 28)),
        ("Plus de ventes jusqu’en mai", "Plus de ventes", date(2027, 5, 31)),
        ("Plus de ventes d’ici octobre", "Plus de ventes", date(2027, 10, 31)),
        ("Sell more by the end of Q1", "Sell more", date(2027, 3, 31)),
        ("Sell more by Q4", "Sell more", date(2026, 12, 31)),
        ("Vendre plus d’ici la fin du T2 2027", "Vendre plus", date(2027, 6, 30)),
        ("Sell more in three months", "Sell more", date(2027, 2, 23)),
        ("Sell more within 3 months", "Sell more", date(2027, 2, 23)),
        ("Sell more in 3 months’ time", "Sell more", date(2027, 2, 23)),
        ("Vendre plus en 3 mois", "Vendre plus", date(2027, 2, 23)),
        ("Vendre plus dans deux semaines", "Vendre plus", date(2026, 12, 7)),
        ("Vendre plus d’ici 3 mois", "Vendre plus", date(2027, 2, 23)),
        ("by june 20% more reach", "20% more reach", date(2027, 6, 30)),
        ("D’ici fin juin 20 % de portée en plus", "20 % de portée en plus", date(2027, 6, 30)),
        ("within 3 months 20% more reach", "20% more reach", date(2027, 2, 23)),
        ("grow by march by 10%", "grow by 10%", date(2027, 3, 31)),
        ("Sell in three cities", "Sell in three cities", None),
        ("Answer in 2 hours", "Answer in 2 hours", None),
        ("Cut delays by three weeks", "Cut delays by three weeks", None),
        ("Sell more by dec 32", "Sell more by dec 32", None),
        ("Sell more by 20% of june", "Sell more by 20% of june", None),
        ("Sell 20% more by friday the 11th of december", "Sell 20% more", date(2026, 12, 11)),
        ("Sell more by email", "Sell more by email", None),
        ("Grow reach by 20 %", "Grow reach by 20 %", None),
        ("Plus de visites pour la boutique", "Plus de visites pour la boutique", None),
    ],
)
def test_the_last_words_that_are_a_deadline_are_it(typed, statement, deadline):
    found = read(f"sales {typed}")

    assert (found.statement, found.deadline, found.kind) == (statement, deadline, ObjectiveKind.SALES)


@pytest.mark.parametrize(
    ("typed", "missed"),
    [
        ("Sell more until things are better", "until things are better"),
        ("Plus de ventes par courriel avant la rentrée", "avant la rentrée"),
        ("Sell more by summer", "by summer"),
        ("Sell more by the end of summer", "by the end of summer"),
        ("Sell more by 2027", "by 2027"),
        ("Vendre plus d’ici l’été", "d’ici l’été"),
        ("Vendre plus pour l’été", "pour l’été"),
        ("Sell more by email", ""),
        ("Sell more by summery colours", ""),
        ("Plus de visites pour la boutique", ""),
    ],
)
def test_what_begins_like_a_deadline_and_is_none_is_told_and_stays_in_the_statement(typed, missed):
    found = read(f"sales {typed}")

    assert "".join(found.not_understood) == missed
    assert found.statement == typed


@pytest.mark.parametrize("typed", ["until 1 nov", "d’ici fin octobre 2026", "by the end of 2025"])
def test_a_deadline_that_is_over_is_refused(typed):
    with pytest.raises(UserError) as refused:
        read(f"sales Sell more {typed}")

    assert refused.value.key == "moment-past"


def test_a_change_is_told_from_a_new_objective_also_without_a_number():
    assert read("modifier Plus de ventes") == SetObjective(
        typed="modifier Plus de ventes", said="Plus de ventes", statement="Plus de ventes", is_edit=True
    )
    assert read("O1").is_edit
    assert not read("set Plus de ventes").is_edit


@pytest.mark.parametrize(
    ("typed", "request_", "objective_id", "said"),
    [
        ("close o1 We reached 4.1%", CloseObjective, "O1", "We reached 4.1%"),
        ("fermer Nous avons réussi : 4,1 %", CloseObjective, "", "Nous avons réussi : 4,1 %"),
        ("reopen O12", ReopenObjective, "O12", ""),
        ("défaire o2", UndoObjective, "O2", ""),
    ],
)
def test_what_is_done_to_one_names_it_and_says_the_rest(typed, request_, objective_id, said):
    assert read(typed) == request_(typed=typed, objective_id=objective_id, said=said)
