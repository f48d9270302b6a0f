"""Forgetting a voice: no trace in the store, its journal, its backups, or what is exported; others' texts stay."""

from pathlib import Path

from bot.domain.engage.voices import Address
from bot.domain.platforms import Platform
from storage.copies.daily_backup import back_up_daily
from storage.copies.everything import dump, tables_in
from tests.builders import add_post_on
from tests.conftest import MONDAY
from tests.handlers.engage.voices.test_voices import a_voice, voices
from tests.handlers.posting import SOCIAL, last, shown

SECRETS = ("Zoé Quartz", "zoequartz", "amethyst", "call her sister")


def kept(stage) -> None:
    """Somebody with a history: made, changed, a step done, all of it undoable, and a backup taken of that."""
    hand = stage.slack.hand("UBOB")
    hand.command('/checkin voice "Zoé Quartz" press on instagram @zoequartz cares for amethyst', channel=SOCIAL)
    hand.command('/checkin V1 next "call her sister" today', channel=SOCIAL)
    hand.command("/checkin V1 done", channel=SOCIAL)
    back_up_daily(stage.bot.house.store, now=stage.slack.clock.now())


def traces(folder: Path) -> list[str]:
    """Which secrets stand in which files."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return [f"{each.name}: {secret}" for each in files for secret in SECRETS if secret.encode() in each.read_bytes()]


def press_forget(stage) -> str:
    hand = stage.slack.hand("UBOB")
    card = last(hand.command("/checkin V1", channel=SOCIAL))
    return shown(last(hand.press(card, "Forget…")))


def test_nothing_of_a_forgotten_voice_is_left_anywhere(on_disk, tmp_path):
    kept(on_disk)
    assert {each.partition(": ")[2] for each in traces(tmp_path)} == set(SECRETS)
    assert len({each.partition(": ")[0] for each in traces(tmp_path)}) > 1

    said = press_forget(on_disk)

    on_disk.bot.errands.shutdown()
    assert "Forgotten" in said
    assert traces(tmp_path) == []
    with on_disk.bot.house.store.transaction() as tx:
        assert tx.voices.all() == []
    exported = dump(tables_in(on_disk.bot.house.store), now=MONDAY)
    assert [each for each in SECRETS if each.encode() in exported] == []


def test_what_else_the_backup_holds_is_still_there(on_disk, tmp_path):
    kept(on_disk)
    a_voice(on_disk, name="Stays Here")
    add_post_on(on_disk, title="Stays too")
    back_up_daily(on_disk.bot.house.store, now=on_disk.slack.clock.now().replace(day=24))

    press_forget(on_disk)

    on_disk.bot.errands.shutdown()
    backups = [each.read_bytes() for each in tmp_path.rglob("*backup*/*") if each.is_file()]
    assert any(b"Stays Here" in each and b"Stays too" in each for each in backups)


def test_a_forgotten_voice_does_not_come_back_by_undo(on_disk):
    kept(on_disk)
    press_forget(on_disk)

    on_disk.slack.hand("UBOB").command("/post undo", channel=SOCIAL)

    assert voices(on_disk) == []


def test_texts_that_name_them_are_shown_and_left_to_a_person(stage, bob):
    a_voice(stage, addresses=(Address(platform=Platform.INSTAGRAM, where="@mariecafe"),))
    add_post_on(stage, title="Coffee with Marie Café")
    bob.command("/checkin question Is Marie Café coming?", channel=SOCIAL)

    question = last(bob.command("/checkin forget V1", channel=SOCIAL))
    said = shown(last(bob.press(question, "Forget for good")))

    assert "P1 and Q1" in said
    with stage.bot.house.store.transaction() as tx:
        assert tx.posts.get("P1").title == "Coffee with Marie Café"


def test_a_typed_forget_asks_first(stage, bob):
    a_voice(stage)

    asked = bob.command('/checkin oublie "Marie Café"', channel=SOCIAL)

    assert "can't be undone" in asked.text
    assert len(voices(stage)) == 1


def test_all_that_is_kept_of_somebody_is_one_press_away(stage, bob):
    a_voice(stage, notes="Prefers mornings", cares_for="amethyst")

    card = last(bob.command("/checkin V1", channel=SOCIAL))
    said = shown(bob.press(card, "Show all that is kept").modal)

    assert "Prefers mornings" in said
    assert "amethyst" in said
