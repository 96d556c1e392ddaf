"""How each language says that something was, or is to be: its words as data, looked up fast."""

import re
from functools import cache

from bot.domain.language import Language
from bot.reading.grammar.en import EN
from bot.reading.grammar.lexicon import Lexicon
from bot.reading.grammar.nb import NB
from bot.reading.grammar.nn import NN
from bot.reading.grammar.words import Opener, Role, Tense, Verb

__all__ = ["Lexicon", "Opener", "Role", "Tense", "Verb", "lexicon_of", "likeliest_language"]

_GRAMMARS = {Language.NB: NB, Language.NN: NN, Language.EN: EN}


_SAMPLE = 4_000


@cache
def lexicon_of(language: Language) -> Lexicon:
    """Return the words of a language, made ready for looking up."""
    return Lexicon.of(_GRAMMARS[language])


def likeliest_language(text: str) -> Language:
    """Return the language whose small words the head of a text holds the most of."""
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    return max(
        _GRAMMARS, key=lambda each: sum(word in lexicon_of(each).function_words for word in words)
    )
