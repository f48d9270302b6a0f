"""What people type in French of questions, voices, mistakes and sharing is understood, with accents and without."""

from datetime import UTC, datetime

import pytest

from bot.language.engage.advocates import Advocate
from bot.language.engage.command import parse_checkin
from bot.language.engage.corrections import ListCorrections, TakeOnCorrection, TouchCorrection
from bot.language.engage.questions import DoWithQuestion, ListQuestions
from bot.language.engage.voices import ListVoices, TouchVoice
from bot.language.requests import Request
from bot.language.vocabulary import folded

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "kind", "known"),
    [
        ("j’ai répondu à la question Q3", DoWithQuestion, {"question_id": "Q3", "deed": "answer"}),
        ("Q3 traitée", DoWithQuestion, {"question_id": "Q3", "deed": "answer"}),
        ("donne Q3 à @bob", DoWithQuestion, {"deed": "give", "owner_name": "bob"}),
        ("mes questions", ListQuestions, {}),
        ("les voix", ListVoices, {}),
        ("V3 décale à jeudi", TouchVoice, {"voice_id": "V3", "deed": "move"}),
        ("correction P12 « mauvais prix »", TakeOnCorrection, {"post_id": "P12", "what": "mauvais prix"}),
        ("faute P12 « mauvais prix » signalée par une cliente", TakeOnCorrection, {"noticed_by": "customer"}),
        ("C3 réparée", TouchCorrection, {"correction_id": "C3", "deed": "done"}),
        ("les corrections", ListCorrections, {}),
        ("ambassadrice j’accepte", Advocate, {"is_on": True}),
        ("ambassadeur arrête", Advocate, {"is_on": False}),
    ],
)
def test_what_is_typed_in_french_is_understood_whole(typed: str, kind: type[Request], known: dict[str, object]):
    for each in (typed, folded(typed)):
        found = parse_checkin(each, now=NOW, zone="Europe/Paris", french=True, people=["bob"])

        assert isinstance(found, kind)
        assert not found.not_understood
        assert {name: str(getattr(found, name)).lower() for name in known} == {
            name: str(value).lower() for name, value in known.items()
        }
