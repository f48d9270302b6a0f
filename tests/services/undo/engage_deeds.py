"""What can be done, and taken back, with voices, mistakes and share kits; and those that are there for it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.domain.engage.corrections import Correction
from bot.domain.engage.share_kits import Shared, ShareKit
from bot.domain.engage.voices import Voice, VoiceKind
from bot.ports import Transaction
from bot.services.engage.advocates import be_advocate, be_no_advocate
from bot.services.engage.corrections import CorrectionWish, change_correction, take_on_correction
from bot.services.engage.share_kits import KitWish, decline, make_kit, share
from bot.services.engage.voices import (
    VoiceWish,
    change_voice,
    finish_voice_step,
    keep_voice,
    move_voice_step,
    note_happening,
)
from bot.services.undo.deeds import DeedPart, PartKind
from tests.services.post.post_builders import NOW

TABLES = ("voices", "corrections", "share_kits")
DAY = NOW.date()
DEEDS: dict[str, tuple[Any, dict[str, Any]]] = {
    "keep a voice": (keep_voice, {"wish": VoiceWish(name="Paul", kind=VoiceKind.PRESS)}),
    "change a voice": (change_voice, {"voice_id": "V1", "wish": VoiceWish(notes="New")}),
    "do the step of a voice": (finish_voice_step, {"voice_id": "V1"}),
    "plan the step of a voice": (move_voice_step, {"voice_id": "V1", "day": DAY + timedelta(days=3)}),
    "note what a voice did": (note_happening, {"voice_id": "V1", "words": "Shared", "on": DAY}),
    "agree to share": (be_advocate, {}),
    "share no more": (be_no_advocate, {}),
    "take on a mistake": (take_on_correction, {"post_id": "P3", "wish": CorrectionWish(what="Late")}),
    "change a correction": (change_correction, {"correction_id": "C1", "wish": CorrectionWish(answer="Sorry")}),
    "put a mistake right": (change_correction, {"correction_id": "C1", "wish": CorrectionWish(is_put_right=True)}),
    "reopen a correction": (change_correction, {"correction_id": "C2", "wish": CorrectionWish(is_put_right=False)}),
    "make a share kit": (make_kit, {"post_id": "P3", "wish": KitWish(angles=("Why?", "Who?"))}),
    "share": (share, {"kit_id": "K1"}),
    "not share": (decline, {"kit_id": "K1"}),
}


def put_all(tx: Transaction) -> None:
    """V1 is Bob's, with a step; V2 Amy as an advocate. C1 is open, C2 put right. K1 asks Bob."""
    bobs = {"strategy_id": "S1", "owner_id": "UBOB", "created_by": "UBOB"}
    tx.voices.put(Voice(id="V1", name="Marie", step="call", step_day=date(2027, 1, 4), **bobs))
    amy = {"strategy_id": "S1", "owner_id": "UAMY", "member_id": "UAMY", "kind": VoiceKind.ADVOCATE}
    tx.voices.put(Voice(id="V2", name="Amy", **amy))
    wrong = Correction(id="C1", post_id="P3", what="Price", noticed_at=NOW, **bobs)
    tx.corrections.put(wrong)
    tx.corrections.put(replace(wrong, id="C2", put_right_at=NOW))
    kit = ShareKit(id="K1", strategy_id="S1", post_id="P5", angles=("Why?", "Who?"), asked_ids=("UBOB",))
    tx.share_kits.put(kit)
    for name, count in (("voice", 2), ("correction", 2), ("share kit", 1)):
        for _ in range(count):
            tx.next_number(name)


def change(tx: Transaction, part: DeedPart) -> None:
    """By somebody else; an answer, and an agreement that is over, by the same member, as nobody else can."""
    table, row = part.also, tx.of(part.also).find(part.key)
    if row is None:
        tx.voices.put(Voice(id="V9", strategy_id="S1", name="Bob", owner_id="UBOB", member_id="UBOB"))
        return
    if part.kind is PartKind.ANSWER:
        tx.share_kits.put(replace(row, shares=(Shared(member_id="UBOB", at=NOW, words="Mine"),)))
        return
    other = {"voices": {"notes": "Mine"}, "corrections": {"answer": "Mine"}, "share_kits": {"facts": "Mine"}}[table]
    tx.of(table).put(replace(row, **other))
