"""Hints into an open form while somebody types: the last one who types is right.

Keys struck in a row come with one and the same hash of the form, and the first hint changes it: Slack would refuse
the second, and what stands there would be about a text that is older than what was typed. So a hint goes on from
the hash that the one before it made; where anything else changed the form (it was sent, say), Slack refuses still.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from slack_sdk import WebClient

from handlers.payloads import Press, View

FORMS = 500
HASHES = 50


@dataclass(slots=True)
class HintsGiven:
    """What one form was told last: when that was typed, the hashes it had before, and the one it has now."""

    lock: Lock = field(default_factory=Lock)
    typed_at: float = 0
    before: tuple[str, ...] = ()
    now: str = ""


class Hints:
    def __init__(self) -> None:
        self._lock = Lock()
        self._told: OrderedDict[str, HintsGiven] = OrderedDict()

    def show(self, client: WebClient, press: Press, modal: View) -> None:
        """Change the form, unless something was told that was typed later. Raises what the client raises."""
        told = self._of(press.view_id)
        with told.lock:
            if told.typed_at > press.at:
                return
            given = told.now if press.view_hash in told.before else press.view_hash
            answer = client.views_update(view_id=press.view_id, hash=given, view=modal)
            told.typed_at, told.now = press.at, answer["view"]["hash"]
            told.before = (*told.before, given)[-HASHES:]

    def _of(self, view_id: str) -> HintsGiven:
        with self._lock:
            told = self._told.setdefault(view_id, HintsGiven())
            self._told.move_to_end(view_id)
            if len(self._told) > FORMS:
                self._told.popitem(last=False)
            return told
