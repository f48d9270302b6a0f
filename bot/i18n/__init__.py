"""What people read: the catalogues (English, French) and the Translator; knows the domain's words, nothing of Slack."""

from bot.i18n.translator import MissingText, Translator, translator_for, translator_of

__all__ = ["MissingText", "Translator", "translator_for", "translator_of"]
