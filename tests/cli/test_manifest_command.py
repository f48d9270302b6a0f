"""`manifest` prints what is pasted at Slack, for Socket Mode and for HTTP; a wrong address is refused in words."""

import pytest
import yaml

from bot.cli.manifest import for_http, read_manifest, request_url
from tests.conftest import MANIFEST

LOCALES = pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_FR.UTF-8"])


def test_without_an_address_it_is_the_one_for_socket_mode(terminal):
    said = terminal("manifest")

    assert (said.status, said.err) == (0, "")
    assert yaml.safe_load(said.out) == read_manifest(MANIFEST)


def test_with_an_address_it_is_the_one_for_http(terminal):
    said = terminal("manifest", "--url", "https://parution.example.com")

    assert (said.status, said.err) == (0, "")
    made = for_http(read_manifest(MANIFEST), "https://parution.example.com/slack/events")
    assert yaml.safe_load(said.out) == made
    assert list(yaml.safe_load(said.out)) == list(read_manifest(MANIFEST))


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("https://parution.example.com", "https://parution.example.com"),
        (" https://parution.example.com/ ", "https://parution.example.com"),
        ("HTTPS://Parution.Example.com", "https://parution.example.com"),
        ("https://parution.example.com:8443", "https://parution.example.com:8443"),
        ("https://société.example", "https://xn--socit-esab.example"),
        ("https://93.184.216.34", "https://93.184.216.34"),
        ("https://[2606:2800:220:1:248:1893:25c8:1946]", "https://[2606:2800:220:1:248:1893:25c8:1946]"),
    ],
)
def test_where_slack_calls_is_the_address_with_the_bots_own_path(said, url):
    assert request_url(said) == f"{url}/slack/events"


WRONG = {
    "http://parution.example.com": ("https://", "https://"),
    "parution.example.com": ("https://", "https://"),
    "ftp://parution.example.com": ("https://", "https://"),
    "": ("https://", "https://"),
    "https://": ("no host", "pas d’hôte"),
    "https:///slack/events": ("no host", "pas d’hôte"),
    "https://[": ("no host", "pas d’hôte"),
    "https://a..b": ("no host", "pas d’hôte"),
    "https://x y.example": ("no host", "pas d’hôte"),
    "https://parution.example.com:99999": ("no host", "pas d’hôte"),
    "https://amy:secret@parution.example.com": ("name or password", "mot de passe"),
    "https://parution.example.com/slack/events": ("/slack/events is added", "/slack/events y est ajouté"),
    "https://parution.example.com/bot": ("/slack/events is added", "/slack/events y est ajouté"),
    "https://parution.example.com?x=1": ("/slack/events is added", "/slack/events y est ajouté"),
    "https://parution.example.com#x": ("/slack/events is added", "/slack/events y est ajouté"),
    "https://localhost:3000": ("from outside", "depuis l’extérieur"),
    "https://127.0.0.1": ("from outside", "depuis l’extérieur"),
    "https://192.168.1.20": ("from outside", "depuis l’extérieur"),
    "https://[::1]": ("from outside", "depuis l’extérieur"),
    "https://server": ("from outside", "depuis l’extérieur"),
    "https://printer.local": ("from outside", "depuis l’extérieur"),
}


@pytest.mark.parametrize("said", WRONG)
@LOCALES
def test_a_wrong_address_is_refused_with_the_reason_and_an_example(terminal, said, locale):
    answer = terminal("manifest", "--url", said, locale=locale)

    assert (answer.status, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1
    assert WRONG[said][locale.startswith("fr")] in answer.err
    assert "https://parution.example.com." in answer.err
    assert "secret" not in answer.err
