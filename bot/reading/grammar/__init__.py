"""How each language says that something was, or is to be: its words as data, looked up fast."""

from functools import cache

from bot.domain.language import Language
from bot.reading.grammar.en import EN
from bot.reading.grammar.lexicon import Lexicon
from bot.reading.grammar.nb import NB
from bot.reading.grammar.nn import NN
from bot.reading.grammar.words import Grammar, Opener, Role, Tense, Verb

__all__ = ["Grammar", "Lexicon", "Opener", "Role", "Tense", "Verb", "lexicon_of"]

_GRAMMARS = {Language.NB: NB, Language.NN: NN, Language.EN: EN}


@cache
def lexicon_of(language: Language) -> Lexicon:
    """Return the words of a language, made ready for looking up."""
    return Lexicon.of(_GRAMMARS[language])
