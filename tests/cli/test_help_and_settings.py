"""`--help` of every command, and what is said about a setting that is missing or wrong, in both languages."""

import pytest

from bot import settings
from bot.cli import COMMANDS
from bot.domain.errors import UserError
from bot.i18n import Translator
from bot.settings import Settings

GOOD = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
HTTP = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "PARUTION_PORT": "3000"}


@pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_FR.UTF-8"])
@pytest.mark.parametrize("command", ["", *(each.name for each in COMMANDS)])
def test_help_is_there_for_every_command(terminal, capsys, command, locale):
    with pytest.raises(SystemExit) as ended:
        terminal(*([command] if command else []), "--help", locale=locale)

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: parution")


def test_the_help_names_every_command_with_what_it_does(terminal, capsys):
    with pytest.raises(SystemExit):
        terminal("--help")

    said = capsys.readouterr().out
    for command in COMMANDS:
        assert f"    {command.name} " in said


@pytest.mark.parametrize("words", [(), ("frobnicate",), ("import",), ("demo", "--port", "x")], ids=" ".join)
def test_unusable_arguments_are_answered_with_usage_and_status_2(terminal, capsys, words):
    with pytest.raises(SystemExit) as ended:
        terminal(*words)

    assert ended.value.code == 2
    assert "usage: parution" in capsys.readouterr().err


ARGPARSE = ("positional arguments", "show this help message", "error:", "the following", "invalid", "expected one")


@pytest.mark.parametrize("command", ["", *(each.name for each in COMMANDS)])
def test_no_word_of_the_help_is_english_in_a_french_terminal(terminal, capsys, command):
    with pytest.raises(SystemExit):
        terminal(*([command] if command else []), "--help", locale="fr_FR.UTF-8")

    said = capsys.readouterr().out
    assert "affiche cette aide" in said
    assert not [each for each in ARGPARSE if each in said]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Il manque COMMANDE."),
        (("frobnicate",), "ne fait pas partie de"),
        (("import",), "Il manque FILE."),
        (("demo", "--port", "x"), "--port\u00a0: 'x' n’est pas lisible. --help montre ce qui convient."),
        (("digest", "--week"), "--week demande une valeur à sa suite."),
        (("digest", "--blorp"), "--blorp\u00a0: inconnu."),
        (("sandbox", "--re", "x"), "Écrivez-le en entier."),
    ],
    ids=" ".join,
)
def test_what_is_wrong_with_arguments_is_said_in_the_terminals_language(terminal, capsys, words, said):
    with pytest.raises(SystemExit):
        terminal(*words, locale="fr_FR.UTF-8")

    told = capsys.readouterr().err
    assert said in told
    assert not [each for each in ARGPARSE if each in told]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxp-1"}, "xoxb-"),
        ({"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        ({"SLACK_APP_TOKEN": ""}, "SLACK_SIGNING_SECRET"),
        ({"SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": "s"}, "PARUTION_PORT"),
        ({"PARUTION_PORT": "99999"}, "PARUTION_PORT"),
        ({"PARUTION_PORT": "http"}, "PARUTION_PORT"),
        ({"SLACK_API_URL": "http://slack.example/api/"}, "SLACK_API_URL"),
        ({"SLACK_API_URL": "slack.com"}, "SLACK_API_URL"),
        ({"SLACK_BOT_TOKEN": "xoxb-…"}, "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": "'xoxb-1'"}, "SLACK_BOT_TOKEN"),
        ({"SLACK_APP_TOKEN": "xapp-1 2"}, "SLACK_APP_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xapp-1", "SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        ({"SLACK_SIGNING_SECRET": "xoxb-1"}, "SLACK_SIGNING_SECRET"),
        ({"SLACK_SIGNING_SECRET": "••••••••"}, "SLACK_SIGNING_SECRET"),
        ({"PARUTION_LOG": "loud"}, "WARNING"),
        ({"TZ": "Nowhere"}, "Europe/Paris"),
        ({"TZ": "CET-1CEST"}, "TZ"),
        ({"PARUTION_STORE": "sqlite:///x"}, "PARUTION_STORE"),
    ],
)
@pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_FR.UTF-8"])
@pytest.mark.parametrize("command", ["run", "doctor"])
def test_a_setting_that_is_missing_or_wrong_is_one_line_that_names_it(terminal, changed, named, locale, command):
    for name in ("SLACK_SIGNING_SECRET", "PARUTION_PORT", "SLACK_API_URL"):
        terminal.patch.delenv(name, raising=False)
    for name, value in {**GOOD, **changed}.items():
        terminal.patch.setenv(name, value)

    said = terminal(command, locale=locale)

    assert said.status == 1
    lines = (said.out + said.err).strip().splitlines()
    assert len(lines) == 1
    assert named in lines[0]
    assert not terminal.path.exists()


def test_socket_mode_and_http_mode_are_told_apart():
    assert Settings.from_env(GOOD).is_socket_mode
    assert not Settings.from_env(HTTP).is_socket_mode
    assert Settings.from_env(HTTP).port == 3000


@pytest.mark.parametrize("url", ["https://slack.com/api", "http://127.0.0.1:8425/api/", "http://localhost:1/api"])
def test_slacks_address_ends_with_a_slash(url):
    assert Settings.from_env({**GOOD, "SLACK_API_URL": url}).api_url == url.rstrip("/") + "/"


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1.evil.example/api/", "http://localhost@evil.example/", "https://", "http://[", "file:///etc"],
)
def test_a_token_never_goes_to_an_address_that_only_looks_local(url):
    with pytest.raises(UserError):
        Settings.from_env({**GOOD, "SLACK_API_URL": url})


def test_without_a_word_about_it_the_calendar_lies_in_the_users_data_folder():
    assert settings.store_url({}).endswith("parution.json")
    assert settings.store_url({"PARUTION_STORE": "memory:///"}) == "memory:///"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "POSIX"}, "en"),
        ({"LANG": "xx_YY"}, "en"),
        ({}, "en"),
    ],
)
def test_the_terminals_language_is_the_environments(environ, expected):
    assert Translator(settings.language(environ), "UTC").language == expected
