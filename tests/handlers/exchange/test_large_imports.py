"""A file too large for one breath: acknowledged first, written in slices in the background, told how far it is."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.services.exchange import imports, slices
from handlers.exchange import running
from handlers.exchange.running import resume
from tests.handlers.exchange.test_files import answer_to, csv, replaced
from tests.handlers.longest import assert_message, worst
from tests.handlers.posting import SOCIAL, posts

ROWS = 23


@pytest.fixture(autouse=True)
def small_slices(monkeypatch):
    """Five lines are a slice here; the rule is the same."""
    for module in (slices, imports, running):
        monkeypatch.setattr(module, "SLICE", 5)
    monkeypatch.setattr(running, "BREATH", 0)
    monkeypatch.setattr(running, "TOLD_EVERY", 1)


@pytest.fixture
def errands(stage, monkeypatch):
    """What is to be done in the background, when the test says so."""
    waiting = []
    object.__setattr__(stage.bot.house, "background", waiting.append)
    return waiting


def large(rows: int = ROWS) -> str:
    lines = [f"Post {n},instagram,2026-12-{n % 28 + 1:02} 10:{n % 60:02},Text {n}" for n in range(rows)]
    return "\n".join(["title,platform,due,text", *lines])


def written_at_once(stage, monkeypatch) -> list[int]:
    """How many posts each transaction leaves more than there were."""
    counts = [0]
    store = stage.bot.house.store
    plain = imports.Run.carry_out

    def counted(run, source):
        plan = plain(run, source)
        with store.transaction() as tx:
            counts.append(len(list(tx.posts.all())))
        return plan

    monkeypatch.setattr(imports.Run, "carry_out", counted)
    return counts


def test_the_press_is_acknowledged_before_anything_is_written(stage, bob, errands):
    preview = answer_to(bob, csv(large()))

    answer = bob.press(preview, "import.confirm")

    assert answer.acknowledged
    assert posts(stage) == []
    assert "calendar.csv is being imported: 0 of 23 lines." in replaced(bob, preview)
    assert len(errands) == 1


def test_it_is_written_in_slices_and_told_how_far_it_is(stage, bob, errands, monkeypatch):
    counts = written_at_once(stage, monkeypatch)
    said = []
    plain = running.tell
    monkeypatch.setattr(
        running, "tell", lambda house, note, text, blocks: (said.append(text), plain(house, note, text, blocks))
    )
    preview = answer_to(bob, csv(large()))
    bob.press(preview, "import.confirm")

    errands.pop()()

    assert [after - before for before, after in pairwise(counts)] == [5, 5, 5, 5, 3]
    assert [each.split(": ")[-1] for each in said[:-1]] == [f"{n} of 23 lines." for n in (0, 5, 10, 15, 20)]
    assert "calendar.csv is in: 23 added" in replaced(bob, preview)


def test_between_two_slices_others_are_answered(stage, bob, amy, errands, monkeypatch):
    heard = []
    monkeypatch.setattr(running, "breathe", lambda: heard.append(amy.command("/post list all", channel=SOCIAL)))
    bob.press(answer_to(bob, csv(large())), "import.confirm")

    errands.pop()()

    assert len(heard) == 5
    assert all(each.acknowledged and each.messages for each in heard)
    assert "5" in heard[0].messages[-1].text


def test_a_second_press_meanwhile_is_answered_and_begins_nothing(stage, bob, errands):
    preview = answer_to(bob, csv(large()))
    block = next(each for each in preview.blocks if each["type"] == "actions")
    bob.press(preview, "import.confirm")
    copy = stage.bot.app.client.chat_postMessage(channel=preview.channel, text="x", blocks=[block])

    again = bob.press(stage.slack.workspace.message(preview.channel, copy["ts"]), "import.confirm")

    assert "“calendar.csv” is being imported already" in again.messages[-1].text
    assert len(errands) == 1


def test_one_that_was_cut_off_goes_on_after_the_restart_and_nothing_comes_in_twice(stage, bob, errands, monkeypatch):
    preview = answer_to(bob, csv(large()))
    bob.press(preview, "import.confirm")

    def killed():
        raise SystemExit

    monkeypatch.setattr(running, "breathe", killed)
    with pytest.raises(SystemExit):
        errands.pop()()
    assert len(posts(stage)) == 5
    monkeypatch.setattr(running, "breathe", lambda: None)

    resume(stage.bot.house)

    assert sorted(each.title for each in posts(stage)) == sorted(f"Post {n}" for n in range(ROWS))
    assert "18 added, 0 changed, 5 already here" in replaced(bob, preview)

    resume(stage.bot.house)
    assert len(posts(stage)) == ROWS


def test_all_of_it_is_undone_by_one_press_also_what_came_in_before_a_restart(stage, bob, errands, monkeypatch):
    preview = answer_to(bob, csv(large()))
    bob.press(preview, "import.confirm")
    errands.pop()()
    done = next(each for each in bob.direct_messages() if each.ts == preview.ts)

    bob.press(done, "import.undo")

    assert {each.state for each in posts(stage)} == {"cancelled"}
    assert "The import is undone: 23 posts" in replaced(bob, preview)


def test_undo_by_word_takes_all_slices_back(stage, bob, errands):
    bob.press(answer_to(bob, csv(large())), "import.confirm")
    errands.pop()()

    asked = bob.command("/post undo", channel=SOCIAL).messages[-1]
    assert "23 posts (imported)" in asked.text
    answer = bob.press(asked, "undo.yes")

    assert "The import is undone: 23 posts" in answer.messages[-1].text


def test_what_somebody_changed_between_two_slices_stays_theirs(stage, bob, amy, errands, monkeypatch):
    bob.press(answer_to(bob, csv(large())), "import.confirm")
    moved = []
    monkeypatch.setattr(
        running, "breathe", lambda: moved or moved.append(amy.command("/post cancel P1", channel=SOCIAL))
    )
    with stage.bot.house.store.transaction() as tx:
        assert list(tx.posts.all()) == []

    errands.pop()()

    assert len(posts(stage)) == ROWS


def test_who_lost_the_right_meanwhile_begins_nothing(stage, bob, errands):
    preview = answer_to(bob, csv(large()))
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UBOB"), is_guest=True))

    bob.press(preview, "import.confirm")

    assert errands == []


def test_a_bug_in_the_background_is_told_and_nothing_waits_for_ever(stage, bob, errands, monkeypatch):
    preview = answer_to(bob, csv(large()))
    bob.press(preview, "import.confirm")

    def broken(*_, **__):
        raise RuntimeError("broken")

    monkeypatch.setattr(running, "run_import", broken)
    errands.pop()()

    assert "it is our fault" in replaced(bob, preview)
    with stage.bot.house.store.transaction() as tx:
        assert not [each for each in tx.notes.all() if each.id.startswith("import:")]


def test_two_equal_lines_in_two_slices_are_not_one_post_twice(stage, bob, errands):
    text = large(6) + "\nPost 0,instagram,2026-12-01 10:00,Text 0"

    preview = answer_to(bob, csv(text))
    assert "6 new posts, 0 to be changed, 0 already here, 1 to be left out" in preview.text
    bob.press(preview, "import.confirm")
    errands.pop()()

    assert len(posts(stage)) == 6


def test_a_file_of_one_slice_is_in_at_once(stage, bob, errands):
    preview = answer_to(bob, csv(large(5)))

    bob.press(preview, "import.confirm")

    assert len(posts(stage)) == 5
    assert errands == []


def test_it_waits_no_longer_than_a_day_to_be_begun(stage, bob, errands):
    preview = answer_to(bob, csv(large()))
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(days=2))

    answer = bob.press(preview, "import.confirm")

    assert errands == []
    assert answer.messages


def test_the_longest_progress_is_a_message_that_slack_takes(t, texts):
    from handlers.views.exchange import imports as views

    assert_message(*views.running(t, name=worst(300, texts), done=12_000, total=20_000))
