"""A picture or another file dropped into the direct message: to its post by its number, or asked about, or named."""

import json

import pytest

from bot.domain.posts import Attachment, Post
from bot.domain.strategy import Platform
from bot.language.post.numbers import posts_named, words_after_colon
from bot.sandbox.team import Upload
from bot.services.post.adding import add_post, wish_for
from handlers.views.exchange import dropped
from tests.builders import add_post_on
from tests.handlers import longest
from tests.handlers.exchange.test_files import answer_to, csv
from tests.handlers.longest import EVIL, assert_harmless, assert_message, mrkdwn_in, worst
from tests.handlers.posting import due_in

CUP = Upload(name="cup.png", content=b"png", mimetype="image/png")


def dans_post(stage, **more) -> Post:
    """Made by Dan and his."""
    store = stage.bot.house.store
    with store.transaction() as tx:
        dan = tx.members.get("UDAN")
    wish = wish_for(title="Somebody's", platform=Platform.INSTAGRAM, owner_id=dan.id, **more)
    return add_post(store, strategy=stage.strategy, by=dan, now=stage.slack.clock.now(), wish=wish).post


def files_of(stage, post_id: str = "P1") -> list[tuple[str, str]]:
    with stage.bot.house.store.transaction() as tx:
        post: Post = tx.posts.get(post_id)
    return [(each.name, each.alt) for each in post.attachments]


def choices_in(message) -> list[str]:
    return [
        each["value"].partition("|")[2]
        for block in message.blocks
        for element in block.get("elements", ())
        for each in element.get("options", ())
    ]


@pytest.mark.parametrize("said", ["P1", "p1", "pour P1", "post 1", "la publication n° 1", "here it is: P1"])
def test_a_picture_with_a_number_goes_to_that_post(stage, bob, said):
    add_post_on(stage, owner="UBOB")

    answer = answer_to(bob, CUP, text=said)

    assert files_of(stage) == [("cup.png", "")]
    assert "*The file is attached to P1.* Say in “Details…” what it shows." in json.dumps(
        answer.blocks, ensure_ascii=False
    )


def test_what_stands_after_the_colon_is_what_it_shows(stage, amy):
    add_post_on(stage, owner="UAMY")

    answer = answer_to(amy, CUP, text="P1 : Amy tient une tasse")

    assert files_of(stage) == [("cup.png", "Amy tient une tasse")]
    assert "*Le fichier est joint à P1,* avec son texte de remplacement." in json.dumps(
        answer.blocks, ensure_ascii=False
    )


def test_several_pictures_at_once_and_any_other_file_go_there_too(stage, bob):
    add_post_on(stage, owner="UBOB")

    answer_to(bob, CUP, Upload(name="film.mp4", content=b"mp4"), Upload(name="brief.pdf", content=b"pdf"), text="P1")

    assert [name for name, _ in files_of(stage)] == ["cup.png", "film.mp4", "brief.pdf"]


def test_the_due_message_tells_of_it(stage, bob):
    add_post_on(stage, owner="UBOB", due=due_in(hours=3))
    answer_to(bob, CUP, text="P1: A cup")

    stage.move_to(due_in(hours=2).at)

    ping = next(each for each in bob.direct_messages() if "is due on" in each.text)
    assert "cup.png" in ping.text
    assert "A cup" in ping.text


def test_without_a_number_it_is_asked_which_post_and_one_press_answers(stage, bob):
    add_post_on(stage, title="Later", owner="UBOB", due=due_in(hours=48))
    add_post_on(stage, title="Soon", owner="UBOB", due=due_in(hours=4))
    dans_post(stage)

    question = answer_to(bob, CUP)
    assert "Which post does “cup.png” belong to?" in question.text
    assert choices_in(question) == ["P2", "P1"]

    bob.press(question, "files.attach", choice="P2 · Soon · Mon 23 Nov 17:00")
    assert files_of(stage, "P2") == [("cup.png", "")]
    assert files_of(stage, "P1") == []


def test_with_two_numbers_it_is_asked_which_and_they_come_first(stage, bob):
    for hours in (4, 48, 72):
        add_post_on(stage, owner="UBOB", due=due_in(hours=hours))

    question = answer_to(bob, CUP, text="P3 or P2")

    assert choices_in(question) == ["P2", "P3", "P1"]


def test_the_manager_may_choose_among_everybodys_posts_with_their_own_first(stage, amy):
    dans_post(stage, due=due_in(hours=4))
    add_post_on(stage, owner="UAMY", due=due_in(hours=48))

    assert choices_in(answer_to(amy, CUP)) == ["P2", "P1"]


def test_somebody_elses_post_takes_no_file_and_it_is_said_who_can(stage, bob):
    dans_post(stage)

    answer = answer_to(bob, CUP, text="P1")

    assert files_of(stage) == []
    assert "<@UDAN>" in answer.text


def test_a_press_of_somebody_else_attaches_nothing(stage, bob, amy):
    add_post_on(stage, owner="UBOB")
    question = answer_to(bob, CUP)
    block = next(each for each in question.blocks if each["type"] == "actions")
    forged = stage.bot.app.client.chat_postMessage(channel="CSOCIAL", text="x", blocks=[block])

    answer = amy.press(
        stage.slack.workspace.message("CSOCIAL", forged["ts"]),
        "files.attach",
        choice="P1 · Spring contest · no date yet",
    )

    assert files_of(stage) == []
    assert "ne peut plus être" in answer.messages[-1].text or "Slack" in answer.messages[-1].text


def test_a_number_that_no_post_has_is_said(stage, bob):
    assert "P99" in answer_to(bob, CUP, text="P99").text


def test_without_any_post_to_choose_it_says_what_to_do(stage, bob):
    assert "(/post add)" in answer_to(bob, CUP).text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("brief.pdf", "“brief.pdf” is a PDF."),
        ("plan.docx", "is a text document."),
        ("plan.xlsx", "is a spreadsheet. To import it as a calendar, choose “Save as → CSV”"),
        ("talk.key", "is a presentation."),
        ("all.zip", "is an archive."),
        ("voice.m4a", "is a sound file."),
        ("thing", "is a kind of file I can't read."),
    ],
)
def test_what_is_neither_calendar_nor_picture_is_called_what_it_is(bob, name, words):
    answer = answer_to(bob, Upload(name=name, content=b"\x00\x01"))

    assert words in answer.text
    assert "with the post's number" in answer.text
    assert "CSV" in answer.text


def test_a_calendar_is_read_as_before_whatever_is_said_beside_it(stage, bob):
    assert "calendar.csv: 2 new posts" in answer_to(bob, csv(), text="here is our calendar").text


def test_names_of_files_call_nobody(stage, bob):
    add_post_on(stage, owner="UBOB")

    for name in (worst(200, EVIL).replace("\n", " ") + ".png", worst(200, EVIL).replace("\n", " ") + ".pdf"):
        answer = answer_to(bob, Upload(name=name, content=b"x"))
        assert_harmless(answer.text, *mrkdwn_in(answer.blocks))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("P38", ["P38"]),
        ("for p38 and P7, P38", ["P38", "P7"]),
        ("publication nº 38", ["P38"]),
        ("post38", ["P38"]),
        ("MP4", []),
        ("top10", []),
        ("P38b", []),
        ("38", []),
        ("", []),
    ],
)
def test_which_numbers_name_posts(text, named):
    assert posts_named(text) == named


def test_a_colon_before_the_number_begins_no_description():
    assert words_after_colon("voici : P38") == ""
    assert words_after_colon("P38: a cup: blue") == "a cup: blue"


def test_the_longest_question_is_a_message_that_slack_takes(t, texts):
    files = [Attachment(file_id=f"F{n}", name=worst(255, texts), url="https://example.com") for n in range(10)]
    posts = [longest.a_post(texts, number) for number in range(200)]

    assert_message(*dropped.which_post(t, files, posts, token="0" * 16))
    assert_message(*dropped.which_post(t, files[:1], posts[:1], token="0" * 16))


def both_answers(hand, *files: Upload, text: str = ""):
    before = len(hand.direct_messages())
    hand.say(text, files=files)
    return hand.wait_for(lambda: found if len(found := hand.direct_messages()[before + 1 :]) > 1 else [])


@pytest.mark.parametrize("name", ["a.csv", "A.CSV"])
def test_a_calendar_beside_a_picture_is_offered_and_only_the_picture_goes_to_the_post(stage, bob, name):
    add_post_on(stage, owner="UBOB")

    attached, preview = both_answers(bob, csv(name=name), CUP, text="P1")

    assert files_of(stage) == [("cup.png", "")]
    assert "The file is attached to P1" in attached.text
    assert preview.text.startswith(name)
    assert "Nothing is written before you press" in json.dumps(preview.blocks)


def test_a_calendar_beside_a_picture_without_a_number_is_offered_and_the_picture_asked_about(stage, bob):
    add_post_on(stage, owner="UBOB")

    question, preview = both_answers(bob, CUP, csv())

    assert "Which post does “cup.png” belong to?" in question.text
    assert preview.text.startswith("calendar.csv")


def test_a_text_and_a_calendar_alone_go_to_the_post_that_is_named(stage, bob):
    add_post_on(stage, owner="UBOB")

    answer_to(bob, Upload(name="brief.txt", content=b"Blue"), CUP, text="P1")
    answer_to(bob, csv(), text="P1")

    assert [name for name, _ in files_of(stage)] == ["brief.txt", "cup.png", "calendar.csv"]
