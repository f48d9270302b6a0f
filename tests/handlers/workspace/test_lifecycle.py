"""Members change, tokens are revoked, the app is taken away: what the bot does, on the local Slack."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk.socket_mode.builtin.connection import ConnectionState

from bot.app import Bot, build
from bot.cli.sample import found_team
from bot.settings import Settings
from storage.copies.backup import back_up
from storage.tiny import TinyStore
from tests.conftest import MONDAY, ROOT, settings_of
from tests.storage.journal.disks import BadDisk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "parution.json"


@pytest.fixture
def bot(slack, path: Path) -> Iterator[Bot]:
    """A bot with the sample team and a backup, its calendar on disk."""
    known = settings_of(slack)
    settings = Settings(
        bot_token=known.bot_token, app_token=known.app_token, api_url=known.api_url, store_url=f"tinydb://{path}"
    )
    made = build(settings, clock=slack.clock)
    made.start(ticking=False)
    slack.wait_for_app()
    found_team(made.house, MONDAY, with_posts=False)
    assert isinstance(made.house.store, TinyStore)
    back_up(made.house.store, now=MONDAY)
    yield made
    made.stop()


def files(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.rglob("*") if each.is_file())


def test_a_member_who_moves_is_known_in_the_new_zone(bot, slack):
    slack.change_member("UAMY", tz="Asia/Tokyo")

    def zone() -> bool:
        with bot.house.store.transaction() as tx:
            return tx.members.get("UAMY").zone == "Asia/Tokyo"

    assert slack.wait_for(zone)


def test_an_uninstallation_deletes_the_calendar_and_its_backups_once_the_connection_is_over(bot, slack, path, caplog):
    slack.uninstall()
    assert bot.over.wait(10)
    assert "parution.json" in files(path)

    bot.stop()

    assert files(path) == ["parution.json.lock"]
    said = [record.getMessage() for record in caplog.records if "uninstalled:" in record.getMessage()]
    assert said == [f"the app was uninstalled: tinydb://{path} and its backups are deleted"]


def test_what_a_crash_kept_from_being_deleted_is_deleted_at_the_next_start(bot, slack, path):
    slack.uninstall()
    assert bot.over.wait(10)
    bot.uninstalled.clear()  # killed before it came to that
    bot.stop()
    assert any("backups" in str(each) for each in path.parent.rglob("*.json"))

    again = build(bot.settings, clock=slack.clock)

    with again.house.store.transaction() as tx:
        assert tx.strategies.all() == tx.members.all() == []
    again.house.store.close()
    assert files(path) == ["parution.json", "parution.json.lock"]


def test_a_full_disk_keeps_no_data_from_being_deleted(bot, slack, path, monkeypatch):
    bad = BadDisk(monkeypatch, "write")
    bad.error = errno.ENOSPC

    slack.uninstall()
    assert bot.over.wait(10)
    bot.stop()

    assert files(path) == ["parution.json.lock"]


def test_what_could_not_be_deleted_is_named_for_whoever_runs_the_bot(bot, slack, path, caplog, monkeypatch):
    slack.uninstall()
    assert bot.over.wait(10)
    unlink = Path.unlink

    def refuse(each: Path, **options: bool) -> None:
        if each == path:
            raise PermissionError
        unlink(each, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        bot.stop()

    assert f"could not be deleted: {path}" in caplog.text


def test_revoked_tokens_alone_delete_nothing(bot, slack, path, caplog):
    slack.announce("tokens_revoked", {"tokens": {"oauth": [], "bot": ["U0BOT"]}})
    slack.wait_for(lambda: "revoked the app's tokens" in caplog.text)

    bot.stop()

    assert not bot.over.is_set()
    assert "parution.json" in files(path)


class Forgetful(ConnectionState):
    """As a session's reader that begins late leaves it: twice it is taken back that the session is over."""

    times = 0

    @property  # type: ignore[override]
    def terminated(self) -> bool:
        return self.times > 2

    @terminated.setter
    def terminated(self, value: bool) -> None:
        self.times += value


def test_a_bot_that_is_stopped_just_as_its_session_begins_ends_all_the_same(bot):
    bot.connection._handler.client.current_session_state.__class__ = Forgetful

    end = threading.Thread(target=bot.stop, daemon=True)
    end.start()
    end.join(10)

    assert not end.is_alive()


def test_an_ordinary_end_deletes_nothing(bot, path):
    before = files(path)

    bot.stop()

    assert files(path) == [each for each in before if each != "parution.json.journal"]  # it is in the main file now


@pytest.mark.parametrize(("locale", "words"), [("en_CA", "have been deleted"), ("fr_FR", "sont effacés")])
def test_the_process_ends_by_itself_and_says_what_it_did(slack, path, locale, words):
    environment = {
        **os.environ,
        "LC_ALL": locale,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "PARUTION_STORE": f"tinydb://{path}",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    slack.wait_for_app(30)
    slack.uninstall()

    out, err = process.communicate(timeout=30)

    assert process.returncode == 0
    assert words in out.decode()
    assert "Traceback" not in err.decode()
    assert "`client`" not in err.decode()
    assert files(path) == ["parution.json.lock"]
