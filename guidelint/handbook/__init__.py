"""The pages of the rules, made of the files of the rules: as Markdown with pictures, and as text."""

from guidelint.handbook.facts import facts_of
from guidelint.handbook.files import pages
from guidelint.handbook.page import text_of

__all__ = ["facts_of", "pages", "text_of"]
