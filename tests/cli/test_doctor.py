"""`doctor` against a local Slack in good health, and in each state that it says how to mend."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from bot.cli import doctor, slack_checks
from bot.cli.manifest import optional_scopes, read_manifest, required_scopes
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from tests.cli.terminal import Terminal, faults, notes
from tests.conftest import MANIFEST, MONDAY

READING = {"channels:read", "groups:read"}
"""Scopes the bot does not ask for; with them Slack tells where it is a member."""


def grant(slack: LocalSlack, *, more: set[str] = frozenset(), without: set[str] = frozenset()) -> None:
    slack.core.app = replace(slack.core.app, scopes=(slack.core.app.scopes | more) - without)


def with_a_strategy(terminal: Terminal, channel_id: str = "CSOCIAL") -> None:
    strategy = Strategy(id="S1", name="Maison Lune", channel_id=channel_id, zone="UTC", manager_id="UAMY")
    terminal.written(lambda tx: tx.strategies.put(strategy))


def test_in_good_health_everything_is_ok(slack, terminal, examine):
    grant(slack, more=READING)
    with_a_strategy(terminal)

    said = examine()

    assert (said.status, faults(said), notes(said), said.err) == (0, [], [], "")
    assert len(said.out.splitlines()) == 7


def test_a_fresh_installation_is_ok_and_told_the_next_step(examine):
    said = examine()

    assert (said.status, faults(said)) == (0, [])
    assert "/parution setup" in notes(said)[0]


def test_beside_a_running_bot_the_calendar_is_read_as_it_stands(slack, running, examine):
    grant(slack, more=READING)

    said = examine()

    assert "in use by the bot" in said.out
    assert [line for line in faults(said) if "C1" not in line] == []


def test_a_wrong_bot_token(examine):
    said = examine(SLACK_BOT_TOKEN="xoxb-wrong")

    assert said.status == 1
    assert "invalid_auth" in faults(said)[0]
    assert "OAuth & Permissions" in faults(said)[0]


def test_an_app_that_was_removed(slack, examine):
    slack.uninstall()

    said = examine()

    assert said.status == 1
    assert "account_inactive" in said.out


def test_a_wrong_app_token(examine):
    said = examine(SLACK_APP_TOKEN="xapp-wrong")

    assert said.status == 1
    assert "Socket Mode" in faults(said)[0]
    assert "connections:write" in faults(said)[0]


def test_a_needed_scope_that_is_missing(slack, examine):
    grant(slack, without={"im:write", "users:read"})

    said = examine()

    assert said.status == 1
    assert "im:write, users:read" in faults(said)[0]
    assert "Reinstall" in faults(said)[0]


def test_with_the_required_scopes_alone_nothing_is_wrong(terminal, examine):
    with LocalSlack(manifest=MANIFEST, clock=SandboxClock(stopped_at=MONDAY), optional_scopes=False) as poor:
        said = examine(SLACK_API_URL=poor.api_url, SLACK_BOT_TOKEN=poor.bot_token, SLACK_APP_TOKEN=poor.app_token)

    assert (said.status, faults(said)) == (0, [])
    for each in optional_scopes(read_manifest(MANIFEST)):
        assert any(f"Without {each} " in note for note in notes(said))


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_of_every_optional_scope_it_is_said_what_is_lost_without_it(locale):
    t = Translator(locale, "UTC")
    unknown = t("doctor-scope-advice", name="", scope="tea-read")
    granted = ",".join(required_scopes(read_manifest(MANIFEST)))

    findings = slack_checks.scope_findings({"x-oauth-scopes": granted}, read_manifest(MANIFEST))

    said = [t(each.key, **{**each.params, "name": ""}) for each in findings if each.key == "doctor-scope-advice"]
    assert len(said) == len(optional_scopes(read_manifest(MANIFEST)))
    assert unknown not in said


def test_an_optional_scope_that_is_missing_is_no_fault(slack, examine):
    grant(slack, without={"dnd:read"})

    said = examine()

    assert said.status == 0
    assert any("dnd:read" in each for each in notes(said))


@pytest.mark.parametrize(("seconds", "direction"), [(300, "fast"), (-300, "slow")])
def test_a_clock_that_is_wrong(examine, monkeypatch, seconds, direction):
    real = slack_checks.time.time
    monkeypatch.setattr(slack_checks, "time", SimpleNamespace(time=lambda: real() + seconds))

    said = examine()

    assert said.status == 1
    assert f" s {direction}" in faults(said)[0]


@pytest.mark.parametrize("age", [0, 3600, 30 * 86400], ids=["new", "an-hour", "a-month"])
def test_beside_a_local_slack_of_any_age_the_clock_is_right(slack, examine, monkeypatch, age):
    real = slack_checks.time.time
    monkeypatch.setattr(slack_checks.time, "time", lambda: real() + age)
    slack.clock.move_to(MONDAY + timedelta(days=3))

    said = examine()

    assert "agrees with Slack's (0 s apart)" in said.out or "agrees with Slack's (1 s apart)" in said.out
    assert faults(said) == []


def test_a_manifest_of_another_version(examine, monkeypatch, tmp_path):
    manifest = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    manifest["features"]["slash_commands"].pop()
    manifest["features"]["slash_commands"].append({"command": "/tea", "description": "Tea"})
    path = tmp_path / "manifest.yml"
    path.write_text(yaml.safe_dump(manifest), encoding="utf-8")
    monkeypatch.setattr(doctor, "own_manifest", lambda: Path(path))

    said = examine()

    assert said.status == 1
    assert "/parution, /tea" in faults(said)[0]


def test_a_channel_without_the_bot(slack, terminal, examine):
    grant(slack, more=READING)
    with_a_strategy(terminal, "CGENERAL")

    said = examine()

    assert said.status == 1
    assert "Maison Lune cannot post to #general (not_in_channel)" in faults(said)[0]
    assert "/invite @Parution" in faults(said)[0]


def test_an_archived_channel(slack, terminal, examine):
    grant(slack, more=READING)
    with_a_strategy(terminal, "COLD")

    said = examine()

    assert said.status == 1
    assert "is_archived" in faults(said)[0]


def test_a_channel_that_is_gone(slack, terminal, examine):
    grant(slack, more=READING)
    with_a_strategy(terminal, "CNOWHERE")

    said = examine()

    assert said.status == 1
    assert "channel_not_found" in faults(said)[0]


def test_without_a_scope_to_read_channels_it_is_said_that_nobody_knows(slack, terminal, examine):
    grant(slack, without=READING)
    with_a_strategy(terminal)

    said = examine()

    assert said.status == 0
    assert any("channels:read" in each for each in notes(said))


def test_a_store_that_does_not_open(examine):
    said = examine(PARUTION_STORE="tinydb:////proc/nothing/parution.json")

    assert said.status == 1
    assert len(faults(said)) == 1


def test_a_damaged_calendar(terminal, examine):
    terminal.path.write_text("{", encoding="utf-8")

    said = examine()

    assert said.status == 1
    assert str(terminal.path) in faults(said)[0]


def test_slack_out_of_reach(slack, examine):
    slack.stop()

    said = examine()

    assert said.status == 1
    assert len(faults(said)) >= 1
    assert said.err == ""


@pytest.mark.parametrize("kind", ["500", "429", "drop_before"])
def test_slack_in_trouble_is_told_and_never_a_traceback(slack, examine, kind):
    slack.faults.plan("auth.test", kind)

    said = examine()

    assert said.status == 1
    assert said.err == ""


def test_every_line_is_in_the_terminals_language(examine):
    english, french = examine(), examine(locale="fr_FR.UTF-8")

    assert len(english.out.splitlines()) == len(french.out.splitlines())
    assert set(english.out.splitlines()).isdisjoint(french.out.splitlines())


def test_two_wrong_tokens_are_both_named(examine):
    said = examine(SLACK_BOT_TOKEN="xoxb-wrong", SLACK_APP_TOKEN="xapp-wrong")

    assert ["SLACK_BOT_TOKEN" in faults(said)[0], "SLACK_APP_TOKEN" in faults(said)[1]] == [True, True]


def test_slack_out_of_reach_is_said_once(slack, examine):
    slack.stop()

    assert [slack.api_url.split("/")[2] in each for each in faults(examine())] == [True]


def test_a_slack_that_names_no_scopes_is_not_said_to_lack_any(slack, examine):
    slack.core.app = replace(slack.core.app, scopes=None)

    assert faults(examine()) == []


def test_no_token_is_ever_printed(slack, examine):
    said = examine()

    assert slack.bot_token not in said.out
    assert slack.app_token not in said.out
