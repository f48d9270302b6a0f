"""Tables from CSV bytes as people's programs write them, and cells that a spreadsheet will not run."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.errors import UserError
from bot.domain.limits import FILE_BYTES

MOST_ROWS = 20_000
PREAMBLE = 10
"""Lines that may stand above the header: some exports begin with a title and a date range."""

RUNS = re.compile(r"'*[=+\-@\t\r]")
TOTALS = frozenset({"total", "totals", "totaux"})
FIGURE = re.compile(r"-?[\d\s.,:%'’]*$")
DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """*header* as written; *rows* as (line number in the file, cells), blank lines left out."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(content: bytes, *, knows: Callable[[str], bool]) -> Table:
    """The table in *content*; its header is the first line with two columns that *knows* recognises.

    Raises `UserError`: "file-too-large", "file-not-text", "file-empty", "file-no-header", "file-too-long".
    """
    if len(content) > FILE_BYTES:
        raise UserError("file-too-large", limit=FILE_BYTES // 1024 // 1024)
    text = decoded(content)
    if not text.strip():
        raise UserError("file-empty")
    csv.field_size_limit(FILE_BYTES)
    for delimiter in delimiters(text):
        lines = numbered(text, delimiter)
        for place, (_, cells) in enumerate(lines[:PREAMBLE]):
            if sum(knows(cell) for cell in cells) >= 2:
                return table(cells, lines[place + 1 :])
    raise UserError("file-no-header")


def table(header: Sequence[str], lines: Sequence[tuple[int, list[str]]]) -> Table:
    rows = [(line, tuple(cells)) for line, cells in lines if any(cells) and not is_total(cells)]
    if len(rows) > MOST_ROWS:
        raise UserError("file-too-long", limit=MOST_ROWS)
    return Table(header=tuple(header), rows=tuple(rows))


def is_total(cells: Sequence[str]) -> bool:
    """The line of sums that some exports add: the word and figures, never a day or another word."""
    others = [cell.strip() for cell in cells[1:]]
    return cells[0].strip().lower() in TOTALS and all(FIGURE.match(each) and not DAY.match(each) for each in others)


def decoded(content: bytes) -> str:
    """UTF-8 with or without BOM, UTF-16 with one, else Windows-1252, as spreadsheets save."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in content:
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError("file-not-text")


def delimiters(text: str) -> list[str]:
    """The likeliest first: whichever stands most often in the first lines."""
    head = "\n".join(text.splitlines()[:PREAMBLE])
    return sorted((",", ";", "\t"), key=head.count, reverse=True)


def numbered(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UserError("file-broken", line=line) from error
    return found


def written(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file in UTF-8 with a BOM, so that spreadsheets read accents; nothing in it runs as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[neutral(cell) for cell in row] for row in rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def neutral(cell: str) -> str:
    """A cell that a spreadsheet would run gets an apostrophe in front; a typed number stays a number.

    Source: OWASP, "CSV Injection". `restored` takes it off again.
    """
    return f"'{cell}" if RUNS.match(cell) and not NUMBER.match(cell) else cell


def restored(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and RUNS.match(cell) else cell
