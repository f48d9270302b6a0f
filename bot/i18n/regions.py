"""What differs between the regions of one language, done once to the catalogue's own text: never to what fills it.

The catalogues are written with the day first, a no-break space wherever French has one in France or in Canada, and the
words of Canada.
"""

import re
from collections.abc import Callable

from babel import Locale
from fluent.runtime import FluentResource
from fluent.syntax.ast import Pattern, Resource, TextElement
from fluent.syntax.visitor import Transformer

Rule = Callable[[str], str]

WORDS_OF_FRANCE = {"blogue": "blog", "courriel": "e-mail", "fin de semaine": "week-end"}
"""What is said in Canada: what is said in France, with a plural in -s."""

NO_BREAK, NARROW = "\u00a0", "\u202f"
DATE = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)(?![\d/])")
IN_FRANCE = re.compile(rf"{NO_BREAK}(?=[;!?»])|(?<=«){NO_BREAK}")
BEFORE_MARKS = re.compile(rf"{NO_BREAK}(?=[;!?])")
OTHER_WORDS = re.compile(rf"\b(?:{'|'.join(WORDS_OF_FRANCE)})(?=s?\b)", re.IGNORECASE)


def writes_month_first(locale: Locale) -> bool:
    """In words: "Dec 3"."""
    return is_month_first(locale.datetime_skeletons["MMMd"].pattern)


def figures(locale: Locale) -> str:
    """The pattern of a day of the year: "M/d", "dd/MM"."""
    return str(locale.datetime_skeletons.get("Md", locale.date_formats["short"]).pattern)


def counts_twelve_hours(locale: Locale) -> bool:
    """ "9:00 AM"."""
    return "h" in re.sub(r"'[^']*'", "", locale.time_formats["short"].pattern)


def is_month_first(pattern: str) -> bool:
    return pattern.find("M") < pattern.find("d")


def regional(text: str, locale: str) -> Resource:
    """The messages of the catalogue *text* as readers of *locale* write; commands between backticks keep their words.

    Sources: Lexique des règles typographiques en usage à l'Imprimerie nationale, "Ponctuation" (France: a narrow
    no-break space before ; ! ? and inside « »); OQLF, "Espacement" (Canada: none before ; ! ?, a no-break space
    before the colon and inside « »).
    """
    resource = FluentResource(text)
    known = Locale.parse(locale, sep="-")
    if known.language == "fr":
        _Rewriting(plain=_of_canada if known.territory == "CA" else _of_france).visit(resource)
    elif is_month_first(figures(known)):
        _Rewriting(plain=_month_first, code=_month_first).visit(resource)
    return resource


def _of_france(text: str) -> str:
    return OTHER_WORDS.sub(_word_of_france, IN_FRANCE.sub(NARROW, text))


def _word_of_france(found: re.Match[str]) -> str:
    word = WORDS_OF_FRANCE[found[0].lower()]
    return word.capitalize() if found[0][0].isupper() else word


def _of_canada(text: str) -> str:
    return BEFORE_MARKS.sub("", text)


def _month_first(text: str) -> str:
    return DATE.sub(r"\2/\1", text)


def _as_it_is(text: str) -> str:
    return text


class _Rewriting(Transformer):
    """Applies *plain* to the text of messages, *code* to what stands between backticks."""

    def __init__(self, *, plain: Rule, code: Rule = _as_it_is) -> None:
        self.rules = plain, code

    def visit_Pattern(self, node: Pattern) -> Pattern:  # noqa: N802 - the visitor's own naming
        in_code = 0
        for element in node.elements:
            if isinstance(element, TextElement):
                pieces = element.value.split("`")
                element.value = "`".join(self.rules[(in_code + n) % 2](each) for n, each in enumerate(pieces))
                in_code = (in_code + len(pieces) - 1) % 2
        self.generic_visit(node)
        return node
