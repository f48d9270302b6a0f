"""When a strategy's questions are worked on, when they are due, and how long it is known who asked."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True, kw_only=True)
class CareRules:
    """When a strategy's questions are worked on, and when they are due.

    *working_days*: Monday is 0. *closes* 00:00 is midnight. *due_days*: a question is due at the end of the working
    day that is so many after it came; 0 is the same day. *forget_days*: so long after it was closed it is still known
    who asked.
    """

    working_days: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(18)
    due_days: int = 1
    forget_days: int = 180
