"""How much a place takes, and how much is shown of what people wrote: once each, with its source.

How long something may be at all is the product's: `bot/domain/limits.py`. How many rows there are stands in the view.
"""

from bot.domain.limits import NAME_LIMIT

# What Slack takes, in characters: docs.slack.dev/reference/block-kit, blocks, elements and composition objects.
SECTION = INPUT = 3000
FIELD = LABEL = VALUE = 2000
"""One of ten texts in two columns; the label of an input; what a button brings back."""
HEADER = PLACEHOLDER = 150
BUTTON = OPTION = 75
MODAL_TITLE = 24
"""Also of the buttons that send and close a modal."""
ASKED_TITLE, ASKED_TEXT, ASKED_BUTTON = 100, 300, 30
"""What a button asks before it acts."""
CHOICES = 100
"""Entries of a menu."""
BLOCKS = 100
"""Of a modal and of Home; a message takes fifty."""
CHART_TITLE, CHART_LABEL = 50, 20
"""blocks/data-visualization-block; a label is that of a point or a series."""
ALT_TEXT = 1000
"""Of a file that is uploaded."""

# Of whole messages and views.
MESSAGE = 12_000
"""Of all blocks of a message; somewhere above 13 000 it is refused."""
COPYABLE = 9000
"""Of a text that one message shows whole, beside what else stands in it."""
MODAL_COPYABLE = 18_000
"""A view holds 250 KB of JSON, in which a character takes twelve bytes at most."""
TOP_TEXT = 4000
"""Of the text above blocks: advised (docs.slack.dev, reference/methods/chat.postMessage), enforced for updates."""
AGENDA, MONTH = 9000, 8500
"""Of all rows of a day, of all weeks of a list: the rest of the message is beside them."""
WEEK = SECTION - 100
COMMENT = 3500
"""With which a file comes."""
REVIEWED = 8000
"""Of a text to be reviewed, in its form."""

# What a sentence of a catalogue takes.
PLACEABLE = 1000
"""Of one placeable; fluent.runtime refuses above 2500, and a list of such texts has to fit as well."""
QUOTED = 900
"""Of what is quoted whole in a placeable, with marks around it."""

# What is shown of what somebody wrote, from a cell to a paragraph. It is there whole where the thing itself is opened.
WHOM = 24
"""A name in a line to be ticked, beside what is to be done."""
CELL = 40
"""In a table, a menu's entry or a button, beside other words."""
TABLE_CELL = 48
"""Of a digest: a number and a title, and four columns of figures beside it."""
WITHIN_BUTTON = 50
"""In a button or a list, beside a verb."""
GLIMPSE = 60
"""One of several names or titles in a line, or in the label of a field."""
NAME = NAME_LIMIT
"""A name or a title in a line of its own: as long as most names may be."""
GLIMPSE_ESCAPED = 90
"""A glimpse with what makes it safe."""
TITLE = 100
"""A name or a title in a sentence about it."""
NOTE = 120
"""Why something was changed, in its line of the history."""
LINE = 150
"""A name or a remark that a line ends with; a title, as it may be."""
REMARK = 160
"""One of several parts of a long line."""
PHRASE = 200
"""What was not understood, above help; a text of several in a list."""
ROW = 240
"""A row of a file and why the plan holds it back."""
IN_COLUMN = 250
"""In one of two columns, or a list of names in a text that is read aloud."""
SENTENCE = 300
"""A reason, a statement, notes: as long as those may be."""
RULE = 400
"""A rule of the plan in its own words."""
PARAGRAPH = 500
"""What was not understood of a line, above the form that opens with the rest; a question, an image's text."""
NAMES_OF_A_DAY = 450
"""Of all who did the round of a day, did not, or were off: seven days of the longest fit a message."""
LISTED = 600
"""All themes of a month in a line."""
LINKED_IN_LIST = 500
"""A link with its text, in a list of five."""
LINKED = 700
"""A link with the text that is shown for it; a longer address is shown as text."""
EXCERPT = 800
"""The beginning of a post's text; the names of columns that were not used."""
LANGUAGE = 30
"""Of a platform, in its line."""
BELOW = 2000
"""What is wrong with a post, small, below its text."""
POST_ID = 20
"""Also of what is none, in a button's value."""
