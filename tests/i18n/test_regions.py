"""What differs between France and Canada, the US and the others, in the catalogue's own text and nowhere else."""

import re

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import FluentSerializer

from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.i18n.catalogue import texts
from bot.i18n.regions import NARROW, NO_BREAK, WORDS_OF_FRANCE, regional
from tests.test_help_is_true import NOW, PARSERS, examples_in

N, NN = NO_BREAK, NARROW
FRANCE, CANADA = Translator("fr-FR", "Europe/Paris"), Translator("fr-CA", "America/Toronto")
WRITTEN = f"a = Vu{N}? «{N}{{ $what }}{N}»{N}; oui{N}: non{N}! `/plan{N}? blogue`, un blogue, `{{ $what }}{N}!`"


def written(locale: str, ftl: str, **params: str) -> str:
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(regional(ftl, locale))
    return str(bundle.format_pattern(bundle.get_message("a").value, params)[0])


def whole(locale: str, language: str) -> str:
    return "\n".join(FluentSerializer().serialize(regional(each, locale)) for each in texts(language).values())


@pytest.mark.parametrize("what", ["blogue", f"<@U1> dit{N}: «{N}oui{N}!{N}» https://a.ca/?b;c! 24/12"])
def test_in_france_marks_have_a_narrow_space_and_what_people_typed_keeps_its_own(what: str) -> None:
    assert written("fr-FR", WRITTEN, what=what) == (
        f"Vu{NN}? «{NN}{what}{NN}»{NN}; oui{N}: non{NN}! `/plan{N}? blogue`, un blog, `{what}{N}!`"
    )


def test_in_canada_high_marks_have_no_space_before_them() -> None:
    what = f"blogue{N}!"

    assert written("fr-CA", WRITTEN, what=what) == (
        f"Vu? «{N}{what}{N}»; oui{N}: non! `/plan{N}? blogue`, un blogue, `{what}{N}!`"
    )


def test_plural_forms_are_rewritten_too() -> None:
    ftl = f"a = {{ $n ->\n    [one] Un blogue{N}!\n   *[other] Des blogues{N}!\n}}"

    assert (written("fr-FR", ftl, n=1), written("fr-FR", ftl, n=2)) == (f"Un blog{NN}!", f"Des blogs{NN}!")


def test_no_text_of_the_catalogue_has_the_spaces_of_the_other_country() -> None:
    outside_code = {each: re.sub(r"`[^`]*`", "", whole(each, "fr")) for each in ("fr-FR", "fr-CA")}

    assert re.findall(rf".{{9}}(?:{N}[;!?»]|«{N}).?", outside_code["fr-FR"]) == []
    assert re.findall(rf".{{9}}(?:[{N}{NN}][;!?]|«{NN}|{NN}»).?", outside_code["fr-CA"]) == []
    assert f"«{NN}" in outside_code["fr-FR"]


@pytest.mark.parametrize("word", WORDS_OF_FRANCE)
def test_readers_in_france_never_read_a_word_of_canada(word: str) -> None:
    assert re.findall(rf"\b{word}s?\b", re.sub(r"`[^`]*`", "", whole("fr-FR", "fr")), re.IGNORECASE) == []


def test_a_blog_is_called_as_in_the_readers_country() -> None:
    assert (FRANCE.platform(Platform.BLOG), CANADA.platform(Platform.BLOG)) == ("Blog", "Blogue")


def test_the_month_comes_first_in_the_examples_of_the_us() -> None:
    assert "`/checkin away 12/24..1/2`" in Translator("en-US", "UTC")("round-help")
    assert "`/checkin away 24/12..2/1`" in Translator("en-GB", "UTC")("round-help")


DATED = re.compile(r"\b\d\d?/\d\d?\b(?!/)")


@pytest.mark.parametrize("locale", ["en-US", "en-CA", "en-GB", "de-DE", "fr-FR", "fr-CA"])
def test_every_example_with_a_date_shows_the_same_days_to_everybody(locale: str) -> None:
    t = Translator(locale, "UTC")
    asked = list(_asked(whole(t.locale, t.language), t))

    assert len(asked) >= 5
    assert asked == list(_asked("\n".join(texts(t.language).values()), Translator("en-GB", "UTC")))


def _asked(text: str, t: Translator):
    for example in examples_in(text):
        command, _, rest = example.lstrip("/").partition(" ")
        if DATED.search(rest):
            request = PARSERS[command](rest, now=NOW, zone="Europe/Paris", dates=t.date_order)
            fields = {name: getattr(request, name) for name in type(request).__dataclass_fields__}
            yield {name: value for name, value in fields.items() if name not in {"typed", "doubts"}}
