"""Every field of a post, in one table: its column in a file, what a change of it means, what is copied and asked.

A new field is an attribute of `Post`, its row here, its word `field-<name>` in both catalogues and, where a form
asks for it, its element there (`handlers/views/post`). A test walks the table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.limits import NOTES_LIMIT, TITLE_LIMIT


class Cell(StrEnum):
    """How a cell of a calendar file is read and written."""

    TEXT = "text"
    PERSON = "person"
    YES_NO = "yes-no"
    MONEY = "money"
    LABELS = "labels"
    CHOICE = "choice"  # of a platform, kind, state or objective
    FILES = "files"
    STEPS = "steps"
    MOMENT = "moment"
    NUMBER = "number"  # of the post


class Trait(StrEnum):
    """What a field takes part in."""

    READ = "read"  # by a reviewer: a change asks for a new review
    EDITED = "edited"  # the history of an edit names it
    COPIED = "copied"  # with the post, onto another platform
    POINTER = "pointer"  # it is the number of another post
    COMPARED = "compared"  # the echo check reads it
    WRITING = "writing"  # the form of the post asks for it
    DETAILS = "details"  # the form of its details does


@dataclass(frozen=True, slots=True, kw_only=True)
class PostField:
    """*column*: in our own file, "" where it is not in it; *others*: what else people call it, in English or French.
    What other programs call it stands with them (`services/exchange/formats`).

    *most*: characters of a text in a file; *asked*: of one that the form of the post asks for in an element of no
    special sort, 0 where it has its own.
    """

    name: str
    cell: Cell | None = None
    column: str = ""
    others: tuple[str, ...] = ()
    most: int = 2000
    asked: int = 0
    traits: frozenset[Trait] = frozenset()


def _in_file(
    name: str, cell: Cell, *others: str, column: str = "", traits: Iterable[Trait] = (), **sizes: int
) -> PostField:
    return PostField(name=name, cell=cell, column=column or name, others=others, traits=frozenset(traits), **sizes)


_WRITTEN = (Trait.WRITING, Trait.EDITED)
_READ = (*_WRITTEN, Trait.READ, Trait.COPIED)
_DETAIL = (Trait.DETAILS, Trait.EDITED, Trait.COPIED)

POST_FIELDS: tuple[PostField, ...] = (
    _in_file("id", Cell.NUMBER, "numéro", "no", "n°", column="number"),
    _in_file("title", Cell.TEXT, "titre", "subject", "sujet", most=TITLE_LIMIT, traits=_READ),
    _in_file(
        "platform",
        Cell.CHOICE,
        *("plateforme", "réseau", "channel", "canal", "service"),
        traits=(*_WRITTEN, Trait.READ),
    ),
    _in_file("kind", Cell.CHOICE, "catégorie", "type", "genre", traits=(*_WRITTEN, Trait.COPIED)),
    _in_file("state", Cell.CHOICE, "status", "état", "statut"),
    _in_file(
        "due",
        Cell.MOMENT,
        *("due at", "scheduled", "scheduled at", "prévu", "échéance"),
        *("scheduled time", "scheduled date", "date time", "send time"),
        traits=_WRITTEN,
    ),
    _in_file(
        "owner_id",
        Cell.PERSON,
        *("owner id", "responsable", "assigned to", "auteur", "author"),
        column="owner",
        traits=_WRITTEN,
    ),
    _in_file("backup_id", Cell.PERSON, "remplaçant", "remplaçante", column="backup"),
    _in_file("reviewer_id", Cell.PERSON, "relecteur", "relectrice", column="reviewer"),
    _in_file(
        "text",
        Cell.TEXT,
        *("texte", "caption", "légende", "content text", "post content"),
        most=100_000,
        traits=(*_READ, Trait.COMPARED),
    ),
    _in_file("image", Cell.TEXT, "media", "média", "photo", "visuel", traits=_READ),
    _in_file("image_text", Cell.TEXT, "alt text", "alternative text", "texte alternatif", traits=_READ),
    _in_file("theme", Cell.TEXT, "thème", traits=_DETAIL),
    _in_file("labels", Cell.LABELS, "étiquettes", "label", traits=_DETAIL),
    _in_file("notes", Cell.TEXT, "note", "comment to team", most=10_000, asked=NOTES_LIMIT, traits=_WRITTEN),
    _in_file("link", Cell.TEXT, "url", "lien", traits=_WRITTEN),
    _in_file(
        "published_at",
        Cell.MOMENT,
        "published",
        "published at",
        "publié le",
    ),
    _in_file(
        "platform_post_id",
        Cell.TEXT,
        "id",
    ),
    _in_file("is_paid", Cell.YES_NO, "promoted", "sponsorisé", "boosted", column="paid"),
    _in_file("spend", Cell.MONEY, "cost", "dépense", "budget", "coût", traits=(Trait.DETAILS,)),
    _in_file("objective_id", Cell.CHOICE, "objectif", column="objective", traits=_WRITTEN),
    _in_file("campaign", Cell.TEXT, "campagne", traits=_DETAIL),
    _in_file(
        "is_partnership",
        Cell.YES_NO,
        *("partenariat", "paid partnership", "partenariat rémunéré"),
        column="partnership",
        traits=_DETAIL,
    ),
    _in_file(
        "attachments",
        Cell.FILES,
        *("pièces jointes", "files", "fichiers", "media urls"),
        traits=(*_DETAIL, Trait.READ),
    ),
    _in_file("checklist", Cell.STEPS),
    _in_file("copied_from", Cell.TEXT, traits=(Trait.POINTER,)),
    _in_file("parent_id", Cell.TEXT, column="parent", traits=(Trait.POINTER,)),
    _in_file("series_id", Cell.TEXT, column="series", traits=(Trait.POINTER,)),
    _in_file("echo_reason", Cell.TEXT),
    _in_file("compass_answer", Cell.TEXT),
    _in_file("override", Cell.TEXT),
    _in_file("published_by", Cell.PERSON),
    _in_file("source_uid", Cell.TEXT, column="uid"),
    *(
        PostField(name=name)
        for name in (
            *("strategy_id", "moves", "snoozes", "snoozed_until", "created_at", "created_by", "approved_at"),
            *("approved_by", "review_asked_at", "review_asked_by", "asked_for", "history", "rev"),
        )
    ),
)
"""In the order of the columns of our own file; last what is no column: what people did with a post stays here."""

COLUMNS = {each.column: each for each in POST_FIELDS if each.column}
PLAINLY_ASKED = {each.name: each.asked for each in POST_FIELDS if each.asked}
"""Texts of which the form of a post asks no more than how long they may be."""


def names_with(trait: Trait) -> tuple[str, ...]:
    return tuple(each.name for each in POST_FIELDS if trait in each.traits)


def texts_asked() -> tuple[str, ...]:
    """The texts of the form of a post that are nothing but themselves."""
    own_way = {"title", "text"}  # which its platform measures
    texts = (each.name for each in POST_FIELDS if each.cell is Cell.TEXT and Trait.WRITING in each.traits)
    return tuple(name for name in texts if name not in own_way)


def columns_of(cell: Cell) -> dict[str, str]:
    """Column → field, of those that are read and written that way."""
    return {each.column: each.name for each in POST_FIELDS if each.cell is cell}
