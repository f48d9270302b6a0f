"""The daily round, questions, voices, absences."""

OFFERS: dict[str, tuple[str, ...]] = {
    "corrections": ("refuse_unless_correction",),
    "question_records": (
        "keepers_of_question",
        "refuse_unless_question",
    ),
    "share_kits": ("refuse_unless_kit",),
    "voices": (
        "refuse_unless_voice",
        "voice_in",
    ),
}
"""What other steps use of this one, by file; all else is its own."""
