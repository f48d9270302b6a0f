"""How long what people write may be here, once each; what the platforms allow stands in `platform_limits`."""

TITLE_LIMIT = 150
"""Of a post: as much as a heading of Slack's shows whole."""

NAME_LIMIT = 80
"""Of a strategy, a theme, a campaign, a tool: what a line still holds beside its figures."""

THEME_LIMIT = 100
"""Of the theme that a post names, which may be none of the plan's."""

LABELS_LIMIT = 500
"""Of all labels of a post, in one line of its form."""

SERIES_LABELS_LIMIT = 300
"""Of the labels for a whole series: a button carries them until it is pressed."""

STATEMENT_LIMIT = 300
"""Of an objective: one sentence."""

REASON_LIMIT = 300
"""Why a rule, an echo or a platform without an objective is meant."""

NO_LINK_LIMIT = 200
"""Why a published post has no link."""

REVIEW_NOTE_LIMIT = 300
"""What somebody tells the reviewer; longer, it is a comment."""

COMMENT_LIMIT = RESULT_LIMIT = ROUND_TEXT_LIMIT = QUESTION_LIMIT = 1000
"""What a reviewer asks for, what came of an objective, what was heard on a round, what a customer asked: a paragraph
that is read whole."""

VOICE_TEXT_LIMIT, VOICE_NOTES_LIMIT, VOICE_ADDRESSES, VOICE_ADDRESS_LIMIT = 150, 500, 8, 200
"""Of a line about a voice, of the notes; how many addresses, and of each: what the work needs, no file on a person."""

PLAN_TEXT_LIMIT = 500
"""Of a rule or a part of the plan."""

BUDGETS_LIMIT = 1500
"""Of the campaigns of a month with their amounts, one in a line."""

LANGUAGE_LIMIT, COUNTRY_LIMIT = 50, 6
"""Of what a platform is written in; of a country and its part, as in FR-57."""

NOTES_LIMIT = IMAGE_TEXT_LIMIT = 1000
"""In a form; a file may bring longer ones, which stay (`post_fields`)."""

ALT_LIMIT = 500
"""Of an attached file's alternative text."""

SAID_AGAIN = 100
"""Of what a refusal says again of what was typed."""

CELL_SAID_AGAIN, LONG_SAID_AGAIN, TITLE_OF_TEXT = 60, 40, 60
"""Of a cell of a file that can't be read; of one that is too long; of a title made of the beginning of a text."""

LINK_LIMIT = 2000
"""Addresses that are longer don't work everywhere."""

FILE_BYTES = 5 * 1024 * 1024
"""Of a calendar file: twenty thousand rows with their texts."""

COUNT_LIMIT = 10**12
"""More than that is a slip of the finger: there are not so many people."""
