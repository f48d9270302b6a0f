"""How moments, numbers and names read in the three locales the sample teams use."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.errors import NotFound, UserError
from bot.domain.members import Member
from bot.domain.posts import PostKind, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.strategy import Kpi, ObjectiveKind, Platform, Strategy
from bot.i18n import MissingText, Translator, translator_for, translator_of

N = "\u00a0"  # no-break space
NN = "\u202f"  # narrow no-break space
EN = Translator("en-GB", "Europe/Paris")
FR = Translator("fr-FR", "Europe/Paris")
CA = Translator("fr-CA", "America/Toronto")
AFTERNOON = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)


US = Translator("en-US", "America/New_York")


def every(t: Translator) -> str:
    return t.locale


@pytest.mark.parametrize(
    ("t", "expected"), [(EN, "2,476"), (FR, f"2{NN}476"), (CA, f"2{N}476"), (Translator("de-DE", "UTC"), "2,476")]
)
def test_numbers_follow_the_locale(t: Translator, expected: str) -> None:
    assert t.number(2476) == expected


@pytest.mark.parametrize(("t", "expected"), [(EN, ("2.1%", "+12%", "0%")), (FR, (f"2,1{N}%", f"+12{N}%", f"0{N}%"))])
def test_percentages_follow_the_locale(t: Translator, expected: tuple[str, str, str]) -> None:
    assert (t.percent(0.0213), t.percent(0.12, 0, signed=True), t.percent(0, 0, signed=True)) == expected


@pytest.mark.parametrize(
    ("span", "english", "french"),
    [
        (timedelta(seconds=20), "less than a minute", "moins d’une minute"),
        (timedelta(minutes=45), "45 min", f"45{N}min"),
        (timedelta(hours=1), "1 h", f"1{N}h"),
        (timedelta(hours=2, minutes=5), "2 h 05", f"2{N}h{N}05"),
        (timedelta(days=1), "1 day", f"1{N}jour"),
        (timedelta(days=-3, hours=-2), "3 days 2 h", f"3{N}jours 2{N}h"),
    ],
)
def test_durations_are_short(span: timedelta, english: str, french: str) -> None:
    assert (EN.duration(span), FR.duration(span)) == (english, french)


@pytest.mark.parametrize(
    ("zone", "english", "french"),
    [
        ("America/Toronto", "Toronto", "Toronto"),
        ("America/Montreal", "Montréal", "Montréal"),
        ("Europe/London", "London", "Londres"),
        ("Europe/Kyiv", "Kyiv", "Kiev"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires", "Buenos Aires"),
        ("UTC", "UTC", "UTC"),
        ("Etc/UTC", "UTC", "UTC"),
        ("Etc/GMT+5", "Etc/GMT+5", "Etc/GMT+5"),
    ],
)
def test_a_zone_is_known_by_its_city(zone: str, english: str, french: str) -> None:
    assert (EN.place(zone), FR.place(zone)) == (english, french)


def test_lists_end_with_and_or_or() -> None:
    assert EN.listing(["a", "b"]) == "a and b"
    assert FR.listing(["a", "b", "c"], "or") == "a, b ou c"
    assert EN.listing([]) == ""


@pytest.mark.parametrize("t", [EN, FR, CA], ids=every)
def test_every_word_of_the_domain_has_a_name(t: Translator) -> None:
    names = [
        *map(t.platform, Platform),
        *map(t.kind, PostKind),
        *map(t.state, PostState),
        *map(t.reminder, ReminderKind),
        *(t(f"objective-{each}") for each in ObjectiveKind),
        *(t(f"kpi-{each}") for each in Kpi),
    ]

    assert all(names)


@pytest.mark.parametrize(
    ("locale", "known", "language"),
    [
        ("fr-FR", "fr-FR", "fr"),
        ("fr-CA", "fr-CA", "fr"),
        ("fr", "fr-FR", "fr"),
        ("fr-XX", "fr-FR", "fr"),
        ("en-GB", "en-GB", "en"),
        ("de-DE", "en-GB", "en"),
        ("ja-JP", "en-US", "en"),
        ("frr", "en-US", "en"),
        ("", "en-US", "en"),
        ("no such locale", "en-US", "en"),
    ],
)
def test_any_locale_of_slack_finds_a_language(locale: str, known: str, language: str) -> None:
    t = Translator(locale, "UTC")

    assert (t.locale, t.language) == (known, language)


def test_an_unknown_text_is_a_bug() -> None:
    with pytest.raises(MissingText):
        EN("no-such-text")


def test_a_missing_parameter_is_a_bug() -> None:
    with pytest.raises(MissingText):
        EN("refusal-not-understood")


def test_a_parameter_that_is_no_word_is_a_bug() -> None:
    with pytest.raises(TypeError):
        EN("refusal-not-understood", what=date(2026, 11, 25))


@pytest.mark.parametrize(("n", "english", "french"), [(0, "days", "jour"), (1, "day", "jour"), (2, "days", "jours")])
def test_plural_forms_are_those_of_the_language(n: int, english: str, french: str) -> None:
    assert EN("duration-days", days=n) == f"{n} {english}"
    assert FR("duration-days", days=n) == f"{n}{N}{french}"


@pytest.mark.parametrize(
    ("key", "params", "french"),
    [
        ("digest-known-posts", {"n": 1, "of": 5}, "1 publication chiffrée sur 5"),
        ("digest-known-posts", {"n": 0, "of": 5}, "0 publication chiffrée sur 5"),
        ("digest-known-contests", {"n": 1, "of": 2}, "1 concours chiffré sur 2"),
        ("digest-known-done-partly", {"n": 1, "of": 5}, "d’après 1 des 5 rondes faites"),
        ("digest-partly", {"now": 1, "posts": 2}, "1 publication chiffrée sur 2 seulement"),
        ("digest-round-questions", {"answered": 1, "received": 3}, "réponse à 1 question sur 3"),
        ("kpi-best-compared", {"compared": 1, "of": 5}, "1 publication sur 5 a pu être comparée"),
    ],
)
def test_french_counts_what_is_known_and_not_what_there_is(key: str, params: dict[str, int], french: str) -> None:
    assert french in FR(key, **params)


def test_a_target_behind_too_few_posts_counts_them_in_french() -> None:
    said = FR("digest-target-hidden", kpi="taux", target="2 %", n=1, weeks=4, fewest=5)
    assert f"un taux{N}: 1 chiffrée en quatre semaines," in said


@pytest.mark.parametrize(
    ("t", "nothing"),
    [
        (EN, "The calendar of Lune: no post with a date."),
        (FR, f"Le calendrier de Lune{N}: aucune publication datée."),
    ],
)
def test_a_calendar_file_without_a_post_says_so(t: Translator, nothing: str) -> None:
    assert t("export-ics-message", name="Lune", count=0) == nothing


def test_text_of_users_is_kept_as_it_is() -> None:
    assert "“<!channel> { $x } « é »”" in EN("refusal-not-understood", what="<!channel> { $x } « é »")


def test_a_refusal_is_written_with_its_parameters() -> None:
    refusal = UserError("post-state", post="P1", state="published", wanted="draft")

    assert EN.refusal(refusal) == "P1 is published, so it cannot become a draft. Open it to see what it allows now."
    assert "P9" in FR.refusal(NotFound("post", "P9"))


def test_members_and_channels_have_their_own_translators() -> None:
    member = Member(id="U1", name="Léa", zone="America/Toronto", locale="fr-CA")
    strategy = Strategy(id="S1", name="Lune", channel_id="C1", zone="Europe/Paris", manager_id="U1", locale="en-GB")

    assert (translator_for(member).locale, translator_for(member).zone) == ("fr-CA", "America/Toronto")
    assert (translator_of(strategy).locale, translator_of(strategy).zone) == ("en-GB", "Europe/Paris")


@pytest.mark.parametrize(
    ("place", "english", "french"),
    [
        ("CA", "Canada", "Canada"),
        ("CA-QC", "Canada (QC)", "Canada (QC)"),
        ("DE", "Germany", "Allemagne"),
        ("??", "??", "??"),
    ],
)
def test_a_country_has_its_name(place: str, english: str, french: str) -> None:
    assert (EN.country(place), FR.country(place)) == (english, french)


def test_an_abbreviation_ends_its_sentence_with_one_full_stop() -> None:
    canadian = Translator("en-CA", "America/Toronto")
    clock = canadian.wall(time(9))

    assert clock.endswith("a.m.")
    assert canadian("home-zone", place="Toronto", at=clock).endswith("a.m.")
    assert not canadian("home-zone", place="Toronto", at=clock).endswith("..")
    assert FR("home-zone", place="Paris", at="4 déc.").endswith("4 déc.")
    assert EN("home-zone", place="Paris", at="soon..").endswith("soon...")


def test_one_answered_question_is_singular_in_french_however_many_came() -> None:
    said = {n: FR("care-rate", answered=n, received=2, share="…") for n in (0, 1, 2)}

    assert [text.split(" (")[0] for text in said.values()] == [
        "0 question traitée sur 2",
        "1 question traitée sur 2",
        "2 questions traitées sur 2",
    ]
