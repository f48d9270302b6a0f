"""An unknown outcome where the history can be read, and where it cannot."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from bot.domain.posts import Post, PostState
from tests.e2e.ledger.ledger_life import A_MINUTE, EIGHT, NOON, TEAM, a_post, a_strategy, everything, living, texts
from tests.e2e.living import MANIFEST

MONDAY = datetime(2026, 11, 30, 8, 58, tzinfo=UTC)
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


def manifest_without(folder: Path, *scopes: str) -> Path:
    manifest = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    kinds = manifest["oauth_config"]["scopes"]
    for name in kinds:
        kinds[name] = [each for each in kinds[name] if each not in scopes]
    path = folder / "manifest.yml"
    path.write_text(yaml.safe_dump(manifest), encoding="utf-8")
    return path


def test_without_the_history_of_direct_messages_a_due_post_is_sent_again_and_says_so(tmp_path: Path) -> None:
    with living(manifest=manifest_without(tmp_path, "im:history")) as life:
        life.add(a_post())
        life.tick(NOON - 2 * A_MINUTE)
        life.slack.faults.plan("chat.postMessage", "drop_after")

        told = life.tick_until(NOON + 5 * A_MINUTE, timedelta(seconds=30))

        assert ["You may have had this already" in everything(call) for call in told] == [False, True]


@pytest.mark.parametrize("french", [False, True])
def test_without_the_history_of_the_channel_a_digest_waits_for_a_person(tmp_path: Path, french: bool) -> None:
    team = [replace(each, locale="fr-FR" if french else "en-GB") for each in TEAM]
    manifest = manifest_without(tmp_path, "channels:history", "groups:history")
    with living(at=MONDAY, manifest=manifest, team=team, strategy=a_strategy(created_at=EIGHT)) as life:
        life.slack.faults.plan("chat.postMessage", "drop_after")

        told = texts(life.tick_until(MONDAY + 2 * AN_HOUR))

        assert [channel for channel, _ in told] == ["CSOCIAL", "DINES"]
        assert ("peut-être pas arrivé dans <#CSOCIAL>" if french else "may not have arrived in <#CSOCIAL>") in told[1][
            1
        ]
        assert ("/kpi bilan" if french else "/kpi digest") in told[1][1]


def test_a_lost_reply_to_a_digest_or_to_its_thread_is_found_again() -> None:
    with living(at=MONDAY, strategy=a_strategy(created_at=EIGHT - 7 * A_DAY)) as life:
        life.add(a_published_post())
        life.slack.faults.plan("chat.postMessage", "drop_after", times=2)
        told = life.tick_until(MONDAY + 10 * A_MINUTE)
        life.slack.faults.plan("chat.postMessage", "drop_after", times=2)

        told += life.tick_until(MONDAY + 30 * A_MINUTE)

        assert life.doubled() == []
        digests = [call for call in told if call.args["channel"] == "CSOCIAL"]
        assert [bool(call.args.get("thread_ts")) for call in digests] == [False, True]
        assert life.unsettled() == []


def a_published_post() -> Post:
    at = MONDAY - 3 * A_DAY
    more = {"state": PostState.PUBLISHED, "published_at": at, "published_by": "UAMY"}
    return a_post(due=at, link="https://example.com/1", **more)
