"""What the columns of the table of reminder kinds can say (`reminder_kinds`)."""

from enum import StrEnum


class Hour(StrEnum):
    """By whose clock it comes."""

    AGENDA = "agenda"  # its reader's, when the agenda comes
    ROUND = "round"  # its reader's, when the round is asked for
    AT_WORK = "at-work"  # its reader's, between these two
    STRATEGY = "strategy"
    POST = "post"
    NOW = "now"  # when somebody does something


class To(StrEnum):
    """Whom it is owed to."""

    EACH = "each"  # every member, about what is theirs
    DOER = "doer"  # who has the post, or the question, in hands
    REVIEWER = "reviewer"
    MANAGER = "manager"
    ROUND = "round"  # whoever does rounds
    CHANNEL = "channel"
    CONCERNED = "concerned"  # whom the deed of somebody else concerns


class Told(StrEnum):
    """In which message."""

    ALONE = "alone"
    LINE = "line"  # of its reader's morning: it waits for the next one
    TOGETHER = "together"  # alone, in one message with all of its kind that its reader gets within ten minutes
    NEAR = "near"  # alone, or a line of what else its reader gets within half an hour


class Replaced(StrEnum):
    """What becomes of its message afterwards."""

    ITSELF = "itself"  # changed in place as things are done
    NEXT = "next"  # gone once the next about the same post is with the same reader
    NEVER = "never"  # it stays as it was sent


class Muted(StrEnum):
    """How a member turns it off."""

    BY_CHOICE = "by-choice"  # in their settings
    NEVER = "never"  # it belongs to others too, or is needed to mend things


class Instead(StrEnum):
    """Who gets it where whom it is owed to is away, gone or shut out."""

    BACKUP = "backup"  # the post's, the platform's, then as LEAD
    APPROVER = "approver"  # somebody else who may approve it
    LEAD = "lead"  # the manager, who is near, then an admin
    NOBODY = "nobody"  # it is worth nothing to others


class Joined(StrEnum):
    """As what a message about all that came too late tells it."""

    POST = "post"  # that it is about
    LIST = "list"  # of the posts that it names
    NUMBERS = "numbers"  # asked of a post
    ROUND = "round"  # of a day
    PARTS = "parts"  # which are all that it has told


class Stale(StrEnum):
    """When it is worth nobody's time once its window is over."""

    NEVER = "never"
    ALWAYS = "always"  # the next one says how things stand
    BEFOREHAND = "beforehand"  # where it announces a moment that is past by then


class Reader(StrEnum):
    MEMBER = "member"
    CHANNEL = "channel"  # which reads nothing twice, and has somebody told where it got nothing
    EITHER = "either"
