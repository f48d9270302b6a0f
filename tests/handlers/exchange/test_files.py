"""A calendar dropped into the direct message: preview, then Import; and the calendar sent back as a file."""

from datetime import timedelta

import pytest

from bot.ports import Outgoing
from bot.sandbox.team import Upload
from tests.handlers.posting import posts
from tests.needed import BRAND, HAS_BRAND, NO_BRAND

CALENDAR = """title,platform,kind,due,owner,text
Spring & contest,instagram,contest,2026-12-01 10:00,UBOB,"Come <by>, all!"
Refills,mastodon,news,2026-12-02 09:30,,
"""


def csv(text: str = CALENDAR, name: str = "calendar.csv") -> Upload:
    return Upload(name=name, content=text.encode())


def answer_to(hand, *files: Upload, text: str = ""):
    """What the bot writes once the files were taken."""
    before = len(hand.direct_messages())
    hand.say(text, files=files)
    return hand.wait_for(lambda: hand.direct_messages()[before + 1 :])[-1]


def words_of(what) -> str:
    return str(what.blocks)


def replaced(hand, answer):
    """The text that the pressed message has become."""
    messages = hand.direct_messages
    return hand.wait_for(lambda: [m.text for m in messages() if m.ts == answer.ts and m.text != answer.text])[0]


# --- bringing a calendar in


def test_a_dropped_calendar_is_shown_before_anything_is_written(stage, bob):
    preview = answer_to(bob, csv())

    assert posts(stage) == []
    assert "calendar.csv: 2 new posts" in preview.text
    assert "Spring &amp; contest" in words_of(preview)
    assert "import.confirm" in words_of(preview)


def test_import_writes_the_posts_and_says_so_in_the_same_message(stage, bob):
    preview = answer_to(bob, csv())

    bob.press(preview, "import.confirm")

    assert [(each.title, each.owner_id, each.text) for each in posts(stage)] == [
        ("Spring & contest", "UBOB", "Come <by>, all!"),
        ("Refills", None, ""),
    ]
    assert "2 added" in replaced(bob, preview)
    assert "import.confirm" not in words_of(bob.direct_messages()[-1])


def test_pressing_twice_changes_nothing_more(stage, bob):
    preview = answer_to(bob, csv())
    stale = stage.slack.hand("UBOB")
    first = stage.slack.workspace.message(preview.channel, preview.ts)
    bob.press(preview, "import.confirm")

    pressed_again = [each for each in (first,) if "import.confirm" in words_of(each)]
    stage.slack.workspace.put_message(pressed_again[0])  # a second device still shows the button
    again = stale.press(preview, "import.confirm")

    assert len(posts(stage)) == 2
    assert "done, left as it was, or too old" in again.text


def test_the_same_file_again_has_nothing_to_import(stage, bob):
    bob.press(answer_to(bob, csv()), "import.confirm")

    again = answer_to(bob, csv())

    assert "nothing to import" in words_of(again)
    assert "import.confirm" not in words_of(again)


def test_a_changed_row_is_shown_and_changes_its_post(stage, bob):
    bob.press(answer_to(bob, csv()), "import.confirm")

    preview = answer_to(bob, csv(CALENDAR.replace("Come <by>, all!", "See you!")))
    bob.press(preview, "import.confirm")

    assert "text" in words_of(preview)
    assert [each.text for each in posts(stage)] == ["See you!", ""]


def test_a_line_that_cannot_be_read_is_named_with_its_reason_and_the_rest_comes_in(stage, bob):
    preview = answer_to(bob, csv(CALENDAR + "Third,fakebook,news,2026-12-03 10:00,,\n"))

    assert "line 4" in words_of(preview)
    assert "“fakebook” is not a platform I know" in words_of(preview)
    bob.press(preview, "import.confirm")
    assert len(posts(stage)) == 2


def test_a_number_that_another_post_has_here_is_asked_about_and_overwrites_nothing(stage, bob):
    bob.press(answer_to(bob, csv()), "import.confirm")
    before = posts(stage)

    preview = answer_to(bob, csv("N°;Titre;Plateforme;Texte\nP1;Noël;facebook;Joyeux\n2;Refills!;instagram;New\n"))
    bob.press(preview, "import.confirm")

    assert "line 2, column number: P1 is another post here" in words_of(preview)
    assert posts(stage)[:2] == before
    assert [each.title for each in posts(stage)[2:]] == ["Refills!"]


def test_leaving_it_writes_nothing_and_the_button_is_gone(stage, bob):
    preview = answer_to(bob, csv())

    bob.press(preview, "import.drop")

    assert posts(stage) == []
    assert "Nothing was written" in replaced(bob, preview)


def test_columns_are_named_in_the_readers_language(stage):
    amy = stage.slack.hand("UAMY")

    preview = answer_to(amy, csv("titre;plateforme;responsable;portée\nUne bougie;instagram;nobody;\n"))

    assert "titre, plateforme, responsable et portée" in words_of(preview)
    assert "colonne responsable" in words_of(preview)


def test_in_which_order_a_french_file_has_its_days_is_said_in_french_letters(stage):
    amy = stage.slack.hand("UAMY")

    preview = answer_to(amy, csv("titre,plateforme,date\nThé,x,01/12/2026\n"))

    assert "je les lis jj/mm/aaaa" in words_of(preview)
    assert "mar. 1er d" in words_of(preview)


def test_what_lies_in_the_past_comes_in_and_is_said_before_and_after(stage, bob):
    head = "title,platform,state,date\n"
    preview = answer_to(bob, csv(f"{head}Late,x,,2026-11-20\nDone,x,published,2026-11-20\nNext,x,,2026-11-30\n"))

    bob.press(preview, "import.confirm")

    assert "Line 2 lies in the past and comes in as late" in words_of(preview)
    assert "Line 2 lies in the past" in words_of(bob.direct_messages()[-1])
    assert [each.state.value for each in posts(stage)] == ["draft", "published", "draft"]


def test_a_day_that_a_file_moves_into_the_past_is_said_and_an_old_one_is_not(stage, bob):
    head = "title,platform,date\n"
    bob.press(answer_to(bob, csv(f"{head}Late,x,2026-11-20\nNext,x,2026-11-30\n")), "import.confirm")

    head = "number,title,platform,date,text\n"
    preview = answer_to(bob, csv(f"{head}P1,Late,x,2026-11-20,New\nP2,Next,x,2026-11-19,\n"))

    assert "Line 3 lies in the past" in words_of(preview)


def test_after_a_day_the_preview_has_gone_stale(stage, bob):
    preview = answer_to(bob, csv())
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(days=1, minutes=1))

    answer = bob.press(preview, "import.confirm")

    assert "too old" in answer.text
    assert posts(stage) == []


def test_a_file_that_nobody_confirmed_is_not_kept_for_ever(stage, bob):
    answer_to(bob, csv())
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(days=1, minutes=1))
    answer_to(bob, csv())

    with stage.bot.house.store.transaction() as tx:
        assert len([each for each in tx.notes.all() if each.id.startswith("import:")]) == 1


def test_only_who_sent_the_file_can_confirm_it(stage, bob):
    preview = answer_to(bob, csv())
    shared = stage.bot.house.messenger
    sent = shared.post("UAMY", Outgoing(text=preview.text, blocks=tuple(preview.blocks)), key="forwarded")
    forwarded = stage.slack.workspace.message(sent.channel_id, sent.ts)

    answer = stage.slack.hand("UAMY").press(forwarded, "import.confirm")

    assert posts(stage) == []
    assert "trop ancien" in answer.text or "abandonné" in answer.text


@pytest.mark.parametrize("name", ["Calendrier d’été 2026.csv", "a b&c%20#1?.csv", "CALENDAR.CSV"])
def test_a_file_may_be_called_anything(bob, name):
    assert "import.confirm" in words_of(answer_to(bob, csv(name=name)))


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (Upload(name="calendar.xlsx", content=b"PK\x03\x04"), "CSV"),
        (Upload(name="calendar.csv", content=b"\x89PNG\x00\x01\x02"), "not a text file"),
        (Upload(name="calendar.csv", content=b""), "it is empty"),
        (Upload(name="calendar.csv", content=b"one,two\n1,2\n"), "column names"),
        (Upload(name="calendar.csv", content=b"x" * (5 * 1024 * 1024 + 1)), "larger than 5 MB"),
        (Upload(name="noextension", content=b"title,platform\nA,blog\n"), "CSV"),
        (Upload(name="<!channel>.pdf", content=b"%PDF"), "&lt;!channel&gt;.pdf"),
    ],
    ids=["spreadsheet", "picture", "empty", "no header", "huge", "no suffix", "loud name"],
)
def test_a_file_that_is_no_calendar_is_refused_with_what_to_do(stage, bob, upload, said):
    refusal = answer_to(bob, upload)

    assert said in refusal.text
    assert posts(stage) == []


def test_two_files_are_asked_for_one_by_one(bob):
    assert "One file at a time" in answer_to(bob, csv(), csv(name="second.csv")).text


def test_a_file_with_a_word_is_still_a_file(bob):
    assert "import.confirm" in words_of(answer_to(bob, csv(), text="here it is"))


def test_a_file_that_was_deleted_meanwhile_is_asked_for_again(stage, bob):
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=1))
    record = bob._uploaded(stage.slack.workspace.direct_channel("UBOB"), csv())
    stage.slack.workspace.files.pop(record.id)
    event = {"type": "message", "subtype": "file_share", "channel": "DBOB", "channel_type": "im", "user": "UBOB"}
    file = {
        "id": record.id,
        "name": "calendar.csv",
        "size": 9,
        "url_private": f"{stage.slack.url}/files-pri/T-{record.id}/c",
    }
    before = len(bob.direct_messages())

    stage.slack.announce("message.im", event | {"ts": "1.1", "text": "", "files": [file]})

    assert "can't be fetched" in bob.wait_for(lambda: bob.direct_messages()[before:])[-1].text


def test_a_file_that_lies_elsewhere_is_never_fetched(stage, bob):
    event = {"type": "message", "subtype": "file_share", "channel": "DBOB", "channel_type": "im", "user": "UBOB"}
    file = {"id": "F1", "name": "calendar.csv", "size": 9, "url_private": "http://169.254.169.254/latest/calendar.csv"}
    before = len(bob.direct_messages())

    stage.slack.announce("message.im", event | {"ts": "1.1", "text": "", "files": [file]})

    assert "can't be fetched" in bob.wait_for(lambda: bob.direct_messages()[before:])[-1].text


def test_a_file_that_slack_only_names_by_its_id_is_asked_for(stage, bob):
    record = bob._uploaded(stage.slack.workspace.direct_channel("UBOB"), csv())
    event = {"type": "message", "subtype": "file_share", "channel": "DBOB", "channel_type": "im", "user": "UBOB"}
    before = len(bob.direct_messages())

    stage.slack.announce(
        "message.im", event | {"ts": "1.1", "text": "", "files": [{"id": record.id, "file_access": "check_file_info"}]}
    )

    preview = bob.wait_for(lambda: bob.direct_messages()[before:])[-1]
    assert "calendar.csv" in preview.text
    assert "import.confirm" in words_of(preview)


def test_the_five_hundred_real_posts_come_in_with_their_numbers(stage, bob):
    if not HAS_BRAND:
        pytest.skip(NO_BRAND)

    bob.press(answer_to(bob, Upload(name="brand-2014.csv", content=BRAND.read_bytes())), "import.confirm")

    with stage.bot.house.store.transaction() as tx:
        assert len(tx.posts.all()) == 500
        assert len(tx.measurements.all()) == 500


def test_without_a_strategy_the_first_step_is_named(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.delete("S1")

    assert "/parution setup" in answer_to(bob, csv()).text


# --- sending it out
