"""Where an address ends that was pasted between quotes, in brackets or at the end of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.links import address
from bot.language.requests import PublishPost
from tests.language.post.test_commands import parse

LINK = "https://x.com/lune/status/1"

TYPED = [
    LINK,
    f"“{LINK}”",
    f"{LINK}”",
    f"« {LINK} »",
    f"«{LINK}»",
    f"{LINK}»",
    f"‘{LINK}’",
    f"{LINK}’",
    f"'{LINK}'",
    f'"{LINK}"',
    f'{LINK}"',
    f"({LINK})",
    f"[{LINK}]",
    f"{LINK})",
    f"{LINK}.",
    f"{LINK},",
    f"{LINK} .",
    f"{LINK}!",
    f"{LINK}…",
    f"({LINK}).",
    f"„{LINK}“",
    f"‹{LINK}›",
    f"`{LINK}`",
    f"*{LINK}*",
    f"<{LINK}>",
    f"<{LINK}|x.com/lune>",
    f"<{LINK}”|x.com>",
    f"“<{LINK}>”",
    f'"<{LINK}">',
    f"“<{LINK}”>",
    f"«<{LINK}»>",
    f"'<{LINK}'>",
    f'"<{LINK}"|x.com>',
    f"&lt;{LINK}&gt;",
    f"&lt;<{LINK}>&gt;",
    f"link:{LINK}",
    "x.com/lune/status/1",
    "“x.com/lune/status/1”",
    "(x.com/lune/status/1).",
]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("line", ["done P1 {}", "publiée P1 {}", "P1 {}", "done {} P1"])
def test_a_link_is_the_address_alone(line: str, typed: str) -> None:
    request = parse(line.format(typed))

    assert isinstance(request, PublishPost)
    assert (request.post_id, request.link, request.not_understood) == ("P1", LINK, ())


@pytest.mark.parametrize(
    "link",
    [
        "https://en.wikipedia.org/wiki/Moon_(disambiguation)",
        "https://x.com/1?a=b&c=d#e",
        "https://lune.example/l'été",
        "https://lune.example/a,b;c",
        "https://lune.example/~lune/",
    ],
)
def test_what_belongs_to_an_address_stays(link: str) -> None:
    request = parse(f"done P1 ({link}).")

    assert isinstance(request, PublishPost)
    assert request.link == link


def test_a_second_link_is_asked_about() -> None:
    assert parse(f"done P1 {LINK} https://x.com/2").not_understood == ("https://x.com/2",)


@given(st.text("ab/?=&%-_~#()", max_size=12), st.text("”»’)].,;:!?…\"'", max_size=5))
def test_no_sign_that_closes_something_is_the_end_of_an_address(path: str, after: str) -> None:
    found = address(f"https://lune.example/{path}{after}")

    assert found.startswith("https://lune.example/")
    assert found[-1] not in "”».,;:!?…\"'’"
    assert address(found) == found
