"""Keeps what this version stores, for every later one to open: `python -m tests.storage.keep NAME`.

Run it once for each version that people have, with that version's own code, and never again: what it leaves in
`tests/storage/kept/NAME` is that version's word on its own calendar.

    parution.json, parution.json.journal, backups/   as a bot leaves them that was killed in the middle of a beat
    everything.json                                  that calendar, as `export --everything` told it
    slack.json                                       what Slack had then, and what that version sent in the day after
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.cli.demo import step
from bot.sandbox.core import Call
from bot.sandbox.server import LocalSlack
from bot.sandbox.workspace import BOT_USER_ID
from handlers.slack.messenger import opaque
from storage import open_store
from tests.storage.keep_life import Life, born, lived, local_slack

KEPT = Path(__file__).parent / "kept"
THE_NEXT_DAY = datetime(2026, 11, 18, 22, 0, tzinfo=UTC)
ACCEPTED = frozenset({"ok", "fault: 500_after", "fault: drop_after", "fault: timeout_after"})


def keep(name: str) -> Path:
    kept = KEPT / name
    kept.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, local_slack() as slack:
        home = Path(folder)
        life = Life(slack=slack, folder=home, bot=born(slack, home), answers=[])
        try:
            lived(life)
            copy_store(home, kept)
        finally:
            life.bot.stop()
        export(kept)
        said = {"at": slack.clock.now().isoformat(), "messages": messages_of(slack)}
        sent = [*keyed(accepted(slack.calls))]
        after = went_on(slack, kept, home / "after")
    write(kept / "slack.json", {**said, "sent": sent, "after": after})
    return kept


def copy_store(home: Path, kept: Path) -> None:
    """The files as they are; of the journal without the room that is written in advance."""
    shutil.copy(home / "parution.json", kept)
    shutil.copytree(home / "backups", kept / "backups")
    journal = (home / "parution.json.journal").read_bytes().rstrip(b"\0")
    assert journal, "a bot that is killed leaves a journal"
    (kept / "parution.json.journal").write_bytes(journal)


def export(kept: Path) -> None:
    address, file = f"tinydb://{kept}/parution.json", kept / "everything.json"
    subprocess.run([sys.executable, "-m", "bot", "export", "--everything", file, "--store", address], check=True)


def messages_of(slack: LocalSlack) -> list[dict[str, Any]]:
    """The bot's own, without their blocks."""
    every = [each for channel in slack.workspace.channels for each in slack.workspace.log(channel).all()]
    return [
        {
            "channel": each.channel,
            "ts": each.ts,
            "text": each.text,
            "thread_ts": each.thread_ts,
            "metadata": each.metadata,
        }
        for each in every
        if each.user == BOT_USER_ID and each.ephemeral_to is None and each.metadata
    ]


def went_on(slack: LocalSlack, kept: Path, folder: Path) -> list[str]:
    """The keys of what this version's own bot sent in the day after it was killed."""
    shutil.copytree(kept, folder)
    before = len(slack.calls)
    slack.wait_for(lambda: slack.connections.count == 0)
    bot = born(slack, folder)
    try:
        bot.tick()
        step(bot, slack.clock, THE_NEXT_DAY)
    finally:
        bot.stop()
    with closing(open_store(f"tinydb://{folder}/parution.json")) as store, store.transaction() as tx:
        plain = {opaque(each.key): each.key for each in tx.deliveries.all()}
    return [plain[each] for each in keyed(accepted(slack.calls[before:]))]


def accepted(calls: Sequence[Call]) -> list[Call]:
    return [each for each in calls if each.method == "chat.postMessage" and each.verdict in ACCEPTED]


def keyed(calls: Sequence[Call]) -> list[str]:
    keys = ((each.args.get("metadata") or {}).get("event_payload", {}).get("key") for each in calls)
    return [each for each in keys if each]


def write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    print(keep(sys.argv[1]))
