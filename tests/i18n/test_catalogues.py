"""Holds the catalogues against each other; what the code asks of them is held in `test_keys_of_the_code`."""

import re
from collections import Counter

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.i18n import Translator
from bot.i18n.catalogue import Language, resources
from bot.i18n.catalogue import messages as messages_as_written


def messages(language: Language) -> dict[str, ftl.Message]:
    every = (entry for resource in resources(language).values() for entry in resource.body)
    return {each.id.name: each for each in every if isinstance(each, ftl.Message)}


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 – the visitor's own naming
        self.names.add(node.id.name)


class References(Visitor):
    def __init__(self) -> None:
        self.count = 0

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 – the visitor's own naming
        self.count += 1

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802 – the visitor's own naming
        self.count += 1


def references(message: ftl.Message) -> int:
    found = References()
    found.visit(message)
    return found.count


def variables(message: ftl.Message) -> set[str]:
    found = Variables()
    found.visit(message)
    return found.names


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_file_of_the_catalogue_is_valid_fluent(language: Language) -> None:
    junk = [
        (name, entry.content)
        for name, resource in resources(language).items()
        for entry in resource.body
        if isinstance(entry, ftl.Junk)
    ]

    assert junk == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_key_is_defined_twice(language: Language) -> None:
    names = Counter(
        entry.id.name
        for resource in resources(language).values()
        for entry in resource.body
        if isinstance(entry, ftl.Message)
    )

    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_message_read_alone_is_what_it_is_in_its_file(language: Language) -> None:
    alone = {key: FluentResource(text).body[0] for key, text in messages_as_written(language).items()}

    assert alone.keys() == messages(language).keys()
    different = [key for key, whole in messages(language).items() if not whole.equals(alone[key], ["span", "comment"])]
    assert different == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_message_refers_to_another_which_might_not_be_read_yet(language: Language) -> None:
    assert [key for key, message in messages(language).items() if references(message)] == []


def test_both_languages_have_the_same_files() -> None:
    assert resources("en").keys() == resources("fr").keys()


def test_both_languages_have_the_same_keys() -> None:
    assert messages("en").keys() ^ messages("fr").keys() == set()


def test_both_languages_use_the_same_parameters() -> None:
    english, french = messages("en"), messages("fr")
    shared = [key for key in english if key in french and not key.startswith("pattern-")]

    different = {key for key in shared if variables(english[key]) != variables(french[key])}

    assert different == set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_message_can_be_written_with_any_parameters(language: Language) -> None:
    t = Translator(language, "UTC")

    for key, message in messages(language).items():
        for value in (0, 1, 2, 1000000, 2.5, "words"):
            assert t(key, **dict.fromkeys(variables(message), value)), key


LOOSE = re.compile(
    r"""(?<!\u00a0)[:;!?»%](?![^\s*_`.,)»])  # a mark that ends something
      | «(?!\u00a0)
      | [\d¤][ ](?:h|min|s|Mo)(?![\w’])       # a number and its unit
      | \d[ \u202f]\d{3}(?!\d)             # the thousands of a number""",
    re.VERBOSE,
)


class Phrases(Visitor):
    """The texts of a message, each variant on its own, with ¤ for what the code puts in."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Pattern(self, node: ftl.Pattern) -> None:  # noqa: N802 – the visitor's own naming
        self.found.append("".join(str(getattr(each, "value", "¤")) for each in node.elements))
        self.generic_visit(node)


def phrases(message: ftl.Message) -> list[str]:
    found = Phrases()
    found.visit(message)
    return found.found


def test_french_keeps_marks_units_and_thousands_together_with_no_break_spaces() -> None:
    loose = [
        f"{key}: {phrase}"
        for key, message in messages("fr").items()
        for phrase in phrases(message)
        if LOOSE.search(phrase)
    ]

    assert loose == []


@pytest.mark.parametrize(
    ("loose", "held"),
    [
        ("Vraiment ?", "Vraiment~?"),
        ("*Plan:* ¤", "*Plan~:* ¤"),
        ("oui\u202f; non", "oui~; non"),
        ("«oui »", "«~oui~»"),
        ("à 80 %.", "à 80~%."),
        ("dans ¤ h", "dans ¤~h"),
        ("1 440", "1~440"),
    ],
)
def test_a_space_that_breaks_would_be_noticed(loose: str, held: str) -> None:
    assert LOOSE.search(loose)
    assert not LOOSE.search(held.replace("~", "\u00a0"))


def test_a_catalogue_with_a_fault_would_be_noticed() -> None:
    resource = FluentResource("good = yes\nbad = { $never\n")

    assert [type(entry) for entry in resource.body] == [ftl.Message, ftl.Junk]
