"""A disk that is full, read-only or failing, as people meet it in Slack: told in words, nothing half kept, and back."""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.app import Bot, build
from bot.cli.sample import found_team
from bot.domain.errors import UserError
from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.sandbox.server import LocalSlack
from bot.settings import Settings
from storage import open_store
from storage.tiny import TinyStore
from tests.conftest import MONDAY, settings_of
from tests.storage.journal.disks import BadDisk, fill_up, small_disk
from tests.storage.store_samples import HOUR, a_post

ADD = '/post add "Spring contest" on instagram due tue 10:00'
SOCIAL = "CSOCIAL"


@contextmanager
def a_bot(slack: LocalSlack, folder: Path) -> Iterator[Bot]:
    """A bot with the sample team whose calendar is in *folder*, on the local Slack."""
    known = settings_of(slack)
    settings = Settings(
        bot_token=known.bot_token,
        app_token=known.app_token,
        api_url=known.api_url,
        store_url=f"tinydb://{folder}/parution.json",
    )
    bot = build(settings, clock=slack.clock)
    bot.start(ticking=False)
    try:
        slack.wait_for_app()
        found_team(bot.house, MONDAY, with_posts=False)
        yield bot
    finally:
        bot.stop()


@pytest.fixture
def bot(slack, tmp_path) -> Iterator[Bot]:
    with a_bot(slack, tmp_path) as made:
        yield made


def titles(bot: Bot) -> list[str]:
    with bot.house.store.transaction() as tx:
        return [post.title for post in tx.posts.all()]


def titles_on_disk(folder: Path) -> list[str]:
    """As a restart would find them, from a copy of the files."""
    here = folder / "copy"
    here.mkdir()
    for name in ("parution.json", "parution.json.journal"):
        (here / name).write_bytes((folder / name).read_bytes())
    store = TinyStore(here / "parution.json")
    try:
        with store.transaction() as tx:
            return [post.title for post in tx.posts.all()]
    finally:
        store.close()


def shown(answer) -> str:
    """All that the member sees of an answer, whichever blocks it is in."""
    seen = [message.text + str(message.blocks) for message in answer.messages]
    return " ".join([*seen, str(answer.modal.blocks) if answer.modal else ""])


# A real full disk


def typed_until_refused(hand):
    """The room that the journal has written in advance has to be used up first."""
    for _ in range(400):
        answer = hand.command(ADD, channel=SOCIAL)
        if "The disk is full: nothing was saved" in shown(answer):
            return answer
    raise AssertionError("the disk never was full")


def test_a_full_disk_refuses_in_words_gives_back_what_was_typed_and_goes_on_when_there_is_room(slack, tmp_path):
    with small_disk(tmp_path / "small") as folder, a_bot(slack, folder) as bot:
        bob = slack.hand("UBOB")
        filler = fill_up(folder)
        refused = typed_until_refused(bob)
        kept = titles(bot)

        filler.unlink()
        taken = bob.command(ADD.replace("Spring", "Autumn"), channel=SOCIAL)

        assert ADD in shown(refused)
        assert "Autumn contest" in shown(taken)
        assert titles(bot) == [*kept, "Autumn contest"]


# Injected failures


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        ("write", errno.ENOSPC, "The disk is full: nothing was saved"),
        ("write", errno.EDQUOT, "The disk is full: nothing was saved"),
        ("write", errno.EROFS, "may not be written: nothing was saved"),
        ("sync", errno.EIO, "The disk refused to save it: nothing was saved"),
        ("sync", errno.ENOSPC, "The disk is full: nothing was saved"),
    ],
)
def test_a_write_the_disk_refuses_is_told_and_memory_and_disk_agree(
    bot, slack, tmp_path, monkeypatch, call, error, words
):
    bob = slack.hand("UBOB")
    bob.command(ADD, channel=SOCIAL)
    bad = BadDisk(monkeypatch, call)

    bad.error = error
    refused = bob.command(ADD.replace("Spring", "Summer"), channel=SOCIAL)
    seen, on_disk = titles(bot), titles_on_disk(tmp_path)
    bad.error = None
    bob.command(ADD.replace("Spring", "Autumn"), channel=SOCIAL)

    assert words in shown(refused)
    assert "Summer contest" in shown(refused)
    assert seen == on_disk == ["Spring contest"]
    assert titles(bot) == ["Spring contest", "Autumn contest"]


def test_the_refusal_is_in_the_language_of_the_member(bot, slack, monkeypatch):
    bad = BadDisk(monkeypatch, "write")

    bad.error = errno.ENOSPC
    refused = slack.hand("UCHLOE").command('/post ajouter "Concours" sur instagram', channel=SOCIAL)

    assert "Le disque est plein" in shown(refused).replace("\u00a0", " ")
    assert "Concours" in shown(refused)


def test_a_form_that_cannot_be_saved_stays_open_below_the_refusal(bot, slack, monkeypatch):
    bob = slack.hand("UBOB")
    bob.command("/post add", channel=SOCIAL)
    bad = BadDisk(monkeypatch, "write")

    bad.error = errno.ENOSPC
    refused = bob.submit({"title": "Spring contest", "platform": "instagram"})
    bad.error = None
    bob.close()
    bob.submit()

    assert "The disk is full: nothing was saved" in shown(refused)
    assert titles(bot) == ["Spring contest"]


def test_a_button_that_cannot_be_saved_says_so(bot, slack, monkeypatch):
    bob = slack.hand("UBOB")
    card = bob.command(ADD, channel=SOCIAL).messages[-1]
    bad = BadDisk(monkeypatch, "sync")

    bad.error = errno.ENOSPC
    answer = bob.press(card, "post.undo")

    assert "nothing was saved" in shown(answer)


def test_somebody_new_is_answered_on_a_full_disk_and_met_later(bot, slack, monkeypatch):
    with bot.house.store.transaction() as tx:
        tx.members.delete("UBOB")
    bad = BadDisk(monkeypatch, "write")

    bad.error = errno.ENOSPC
    answer = slack.hand("UBOB").command(ADD, channel=SOCIAL)
    bad.error = None
    slack.hand("UBOB").command("/post list", channel=SOCIAL)

    assert "The disk is full" in shown(answer)
    with bot.house.store.transaction() as tx:
        assert tx.members.find("UBOB") is not None


def test_a_failed_rename_costs_no_write(slack, tmp_path, monkeypatch, caplog):
    bad = BadDisk(monkeypatch, "rename")
    store = TinyStore(tmp_path / "cal.json", compact_after=5)

    bad.error = errno.EIO
    for number in range(1, 30):
        with store.transaction() as tx:
            tx.posts.put(a_post(number))
    worker = store.journal._worker
    if worker:
        worker.join()
    bad.error = None
    store.close()

    again = TinyStore(tmp_path / "cal.json")
    with again.transaction() as tx:
        assert len(tx.posts.all()) == 29
    again.close()
    assert "was not rewritten" in caplog.text


# Reminders


def a_due_post(bot: Bot) -> None:
    with bot.house.store.transaction() as tx:
        due = Due.of(MONDAY + HOUR, "UTC")
        tx.posts.put(
            Post(
                id="P1",
                strategy_id=tx.strategies.all()[0].id,
                title="Spring contest",
                platform=Platform.INSTAGRAM,
                owner_id="UBOB",
                due=due,
                state=PostState.APPROVED,
            )
        )


def pings(slack: LocalSlack) -> list[str]:
    return [each.text for each in slack.hand("UBOB").direct_messages() if "Spring contest" in each.text]


def refusing(bot: Bot) -> Callable[[], None]:
    """A tick that may be refused, as the metronome has it."""
    return bot.ticker.beat


def test_no_reminder_is_sent_that_could_not_be_written_down_and_none_is_lost(bot, slack, monkeypatch, caplog):
    bot.tick()
    a_due_post(bot)
    slack.clock.set(MONDAY + HOUR)
    bad = BadDisk(monkeypatch, "write")

    bad.error = errno.ENOSPC
    for _ in range(3):
        refusing(bot)()
    silent = pings(slack)
    bad.error = None
    for _ in range(3):
        refusing(bot)()

    assert silent == []
    assert len(pings(slack)) == 1
    assert caplog.text.count("a tick was refused") == 1


@pytest.mark.parametrize("failures", [1, 1000])
def test_a_reminder_whose_confirmation_could_not_be_written_is_looked_up_and_not_sent_again(
    bot, slack, monkeypatch, failures
):
    bot.tick()
    a_due_post(bot)
    slack.clock.set(MONDAY + HOUR)
    bad = BadDisk(monkeypatch, "write")
    post = bot.house.messenger.post

    def post_and_fill_the_disk(*args, **options):
        sent = post(*args, **options)
        bad.error, bad.left = errno.ENOSPC, failures
        return sent

    with monkeypatch.context() as patch:
        patch.setattr(bot.house.messenger, "post", post_and_fill_the_disk)
        refusing(bot)()
    bad.error = None
    for minutes in range(1, 30):
        slack.clock.set(MONDAY + HOUR + minutes * HOUR / 60)
        refusing(bot)()

    assert len(pings(slack)) == 1
    with bot.house.store.transaction() as tx:
        states = [each.state for each in tx.deliveries.owed_between(MONDAY, MONDAY + 2 * HOUR, recipient_id="UBOB")]
    assert states == ["sent"]


# At the start


def test_a_folder_on_a_read_only_disk_is_refused_in_one_line_and_can_still_be_checked(tmp_path, monkeypatch, capsys):
    with small_disk(tmp_path / "small") as folder:
        store = TinyStore(folder / "parution.json")
        with store.transaction() as tx:
            tx.posts.put(a_post(1))
        store.close()
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        monkeypatch.setenv("PARUTION_STORE", f"tinydb://{folder}/parution.json")
        monkeypatch.setenv("LC_ALL", "en_US")

        forgetting = main(["forget", "U1", "--yes"])
        refused = capsys.readouterr().err
        main(["check"])
        checked = capsys.readouterr().out

    assert forgetting == 1
    assert "may not be written" in refused
    assert len(refused.splitlines()) == 1
    assert "can be read to the end: 1 post" in checked


def test_a_store_that_cannot_be_opened_for_writing_says_what_to_do(tmp_path, monkeypatch):
    real = os.open

    def refuse(path, *args, **options):
        if str(path).endswith(".lock"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *args, **options)

    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(UserError) as refusal:
        open_store(f"tinydb://{tmp_path}/parution.json")

    assert (refusal.value.key, refusal.value.params["what"]) == ("store-write", "forbidden")
