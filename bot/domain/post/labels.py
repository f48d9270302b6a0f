"""Labels in one line, as files and forms have them: commas between them, quotes around those that hold one."""

import re
from collections.abc import Iterable

LABEL = re.compile(r'[^\S\n]*+"((?:[^"]|"")+)"[^\S\n]*+(?=[,;\n]|\Z)|([^,;\n]+)')
QUOTED = re.compile(r'[,;\n"]|^[\s#]|\s$')


def labels_line(labels: Iterable[str], between: str = ", ") -> str:
    return between.join(f'"{each.replace(chr(34), chr(34) * 2)}"' if QUOTED.search(each) else each for each in labels)


def labels_in(line: str) -> tuple[str, ...]:
    """Between commas, semicolons or lines; without the # that people write, but for what stands in quotes."""
    found = [quoted.replace('""', '"') if quoted else bare.strip().lstrip("#") for quoted, bare in LABEL.findall(line)]
    return tuple(each for each in found if each)
