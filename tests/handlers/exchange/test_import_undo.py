"""An import that was pressed too soon: Undo in its message, for ten minutes, and the card tells what happened."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.posts import PostState
from tests.conftest import MONDAY
from tests.handlers.exchange.test_files import answer_to, csv
from tests.handlers.exchange.test_import_holds import AVOID, CHEAP, HEAD, keep_plan, result, said
from tests.handlers.posting import SOCIAL, posts


def imported(hand):
    preview = answer_to(hand, csv())
    hand.press(preview, "import.confirm")
    return result(hand, preview)


def test_one_press_takes_the_whole_file_back(stage, bob):
    message = imported(bob)

    bob.press(message, "import.undo")

    assert {each.state for each in posts(stage)} == {PostState.CANCELLED}
    after = result(bob, message)
    assert "The import is undone: 2 posts. The same file can be sent again." in after.text
    assert "import.undo" not in said(after)
    assert "undone: imported" in said(bob.command("/post show P1", channel=SOCIAL).messages[-1])


def test_in_french(stage, amy):
    message = imported(amy)
    assert "Tout peut être défait pendant dix minutes" in said(message)

    amy.press(message, "import.undo")

    assert "2 publications. Le même fichier peut être renvoyé." in result(amy, message).text


def test_after_ten_minutes_it_says_what_to_do(stage, bob):
    message = imported(bob)
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=10))

    answer = bob.press(message, "import.undo")

    assert "ten minutes have passed" in answer.text
    assert "/post list" in answer.text
    assert PostState.CANCELLED not in {each.state for each in posts(stage)}


def test_whoever_may_import_no_more_takes_no_import_back(stage, bob):
    message = imported(bob)
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), platforms=(), round_ids=()))

    answer = bob.press(message, "import.undo")

    assert "Importing changes everybody's calendar. Ask <@UAMY>" in answer.text
    assert PostState.CANCELLED not in {each.state for each in posts(stage)}


def test_what_was_let_pass_with_a_reason_is_taken_back_from_the_form(stage, amy):
    keep_plan(stage, policies=(AVOID,))
    amy.press(answer_to(amy, csv(HEAD + CHEAP)), "import.override")
    form = amy.submit({"override": "Le mot est dans la marque"}).modal

    amy.press(form, "import.undo")

    assert "L’import est défait" in said(amy.modal)
    assert [each.state for each in posts(stage)] == [PostState.CANCELLED]


def test_the_card_names_what_a_file_changed(stage, bob):
    imported(bob)
    changed = "number,title,platform,owner,text\nP2,Refills,mastodon,UBOB,New\n"

    bob.press(answer_to(bob, csv(changed)), "import.confirm")

    assert "imported: text and owner" in said(bob.command("/post show P2", channel=SOCIAL).messages[-1])
