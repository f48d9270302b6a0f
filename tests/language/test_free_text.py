"""What anybody may write after a key word stays as it is, and names that are words of their own are platforms."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.posts import PostKind
from bot.domain.strategy import Platform
from bot.language.requests import AddPost, CancelPost, EditPost, PostRequest
from tests.language.post.test_commands import FRIDAY, MONDAY, at, parse, said

EDITS: dict[str, PostRequest] = {
    "edit P38 text Come in and taste": EditPost(post_id="P38", text="Come in and taste"),
    "edit 38 text Come in and taste": EditPost(post_id="P38", text="Come in and taste"),
    "edit P38 text: Come in and taste": EditPost(post_id="P38", text="Come in and taste"),
    'edit P38 text "Come in and taste"': EditPost(post_id="P38", text="Come in and taste"),
    "P38 text Come in and taste": EditPost(post_id="P38", text="Come in and taste"),
    'P38 text "Come in!"': EditPost(post_id="P38", text="Come in!"),
    "P38 title Winter menu": EditPost(post_id="P38", title="Winter menu"),
    "modifier P38 texte Venez demain à 10 h !": EditPost(post_id="P38", text="Venez demain à 10 h !"),
    "modifier P38 texte : Venez demain": EditPost(post_id="P38", text="Venez demain"),
    "edit P38 text See you friday 10am on Facebook by @amy": EditPost(
        post_id="P38", text="See you friday 10am on Facebook by @amy"
    ),
    "edit P38 friday 10h text Come in": EditPost(post_id="P38", text="Come in", **at(FRIDAY, 10)),
    "edit P38 title Two hours later": EditPost(post_id="P38", title="Two hours later"),
    "edit P38 title Winter menu text: Come in": EditPost(post_id="P38", title="Winter menu", text="Come in"),
    'edit P38 title Winter menu text "Come in"': EditPost(post_id="P38", title="Winter menu", text="Come in"),
    "edit P38 title: Winter menu": EditPost(post_id="P38", title="Winter menu"),
    "edit P38 theme Friday deals": EditPost(post_id="P38", theme="Friday deals"),
    "edit P38 label friday": EditPost(post_id="P38", labels=("friday",)),
    "edit 38 text no 5 left, see P7": EditPost(post_id="P38", text="no 5 left, see P7"),
    "edit P38 x": EditPost(post_id="P38", platform=Platform.X),
    "edit P38 platform x": EditPost(post_id="P38", platform=Platform.X),
    "cancel 12 because post 5 is better": CancelPost(post_id="P12", reason="post 5 is better"),
    "cancel P12 because no 5 is better": CancelPost(post_id="P12", reason="no 5 is better"),
}


@pytest.mark.parametrize(("text", "expected"), EDITS.items())
def test_a_text_is_kept_to_the_letter(text: str, expected: PostRequest) -> None:
    request = parse(text)

    assert type(request) is type(expected)
    assert said(request) == said(expected)


ADDED: dict[str, dict[str, Any]] = {
    'add "A" on ig text Come in and taste': {"text": "Come in and taste", "platform": Platform.INSTAGRAM},
    'add "A" text Come in': {"text": "Come in", "platform": None},
    "add Menu on ig text Come in": {"title": "Menu", "text": "Come in"},
    'add "News" on fb due fri 14:00 text News of the house': {"text": "News of the house", "kind": None},
    'add "Tea" on blog text A long story about tea #tea': {"text": "A long story about tea #tea", "kind": None},
    'add "B" on fb by @amy fri 14:00 text Come on monday 9am, @bob waits on instagram': {
        "text": "Come on monday 9am, @bob waits on instagram",
        "platform": Platform.FACEBOOK,
        **at(FRIDAY, 14),
    },
    "add Menu on ig texte Notre offre du concours": {"text": "Notre offre du concours", "kind": None},
    "add Text messages that sell on ig": {"title": "Text messages that sell", "text": ""},
    "add The title of my text on ig friday 10:00": {"title": "The title of my text", **at(FRIDAY, 10)},
    'add "Menu" x mon 9am': {"title": "Menu", "platform": Platform.X, **at(MONDAY, 9)},
    'add "Menu" threads mon 9am': {"title": "Menu", "platform": Platform.THREADS, **at(MONDAY, 9)},
    'add "Menu" blog mon 9am': {"title": "Menu", "platform": Platform.BLOG, "kind": None},
    'add "Menu" mon 9am li': {"platform": Platform.LINKEDIN},
    'add x "Menu" mon 9am': {"title": "Menu", "platform": Platform.X},
    'ajouter "Menu" blogue lundi 9h': {"platform": Platform.BLOG},
    'add "Menu" google friday': {"platform": Platform.GOOGLE_BUSINESS},
    "add title: Menu x mon 9am": {"title": "Menu", "platform": Platform.X},
    'add "A" blog on facebook': {"platform": Platform.FACEBOOK, "kind": PostKind.BLOG},
    "add Generation X on facebook": {"title": "Generation X", "platform": Platform.FACEBOOK},
    "add Threads of gold on ig": {"title": "Threads of gold", "platform": Platform.INSTAGRAM},
    "add Our new blog on ig": {"title": "Our new blog", "platform": Platform.INSTAGRAM},
    'add "X" on ig': {"title": "X", "platform": Platform.INSTAGRAM},
}


@pytest.mark.parametrize(("text", "expected"), ADDED.items())
def test_a_new_post_has_what_was_typed(text: str, expected: dict[str, Any]) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert {name: getattr(request, name) for name in expected} == expected
    assert not request.not_understood


ASKED = ['add "A" on ig text Come in friday 10am', 'add "A" on ig text on facebook', 'add "A" x threads mon 9am']
ASKED += [
    "add Our new blog tue at 10",
    "add Menu x mon 9am",
    'add "A" on ig theme spring',
    'add "A" on ig text Come in kind contest',
]


@pytest.mark.parametrize("text", ASKED)
def test_what_may_be_more_than_a_text_or_a_title_is_asked(text: str) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert not request.is_complete


TYPED = """
    Come in and taste friday tomorrow 10:00 demain 9h in 2 hours later on facebook by me @amy #sale a an d of the P7
    12 x threads next week dans une heure ET until 31/1 every tuesday done cancel move to
"""
WORDS = st.sampled_from(TYPED.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


@given(TEXTS, st.sampled_from(["edit P38 text", "modifier P38 texte", "P38 text", "edit 38 text:", "edit P38 title"]))
def test_any_text_after_its_key_word_is_kept_and_moves_nothing(text: str, typed: str) -> None:
    request = parse(f"{typed} {text}")

    assert isinstance(request, EditPost)
    assert (request.text or request.title) == text
    assert said(request).keys() == {"post_id", "title" if "title" in typed else "text"}


@given(TEXTS)
def test_a_text_without_a_colon_moves_no_new_post(text: str) -> None:
    request = parse(f'add "A" on ig text {text}')

    assert isinstance(request, AddPost)
    assert (request.text, request.due, request.day, request.clock) == (text, None, None, None)
