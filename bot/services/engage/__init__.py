"""The daily round, questions, voices, absences."""

OFFERS: dict[str, tuple[str, ...]] = {
    "advocates": ("advocate_of",),
    "corrections": ("refuse_unless_correction",),
    "kit_answers": (
        "answer_in",
        "with_answer",
    ),
    "question_records": (
        "hours_of",
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
