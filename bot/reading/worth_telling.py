"""What a title does without, and which times in it are worth telling all the same."""

from bot.reading.setting import Setting

_MARKS = '–—«»“”":;,.!?()…*•'


def is_left_out(setting: Setting, index: int) -> bool:
    """Whether a title does without a token: a time, a mark, an adverb that fills."""
    token = setting.syntax.tokens[index]
    if token.timed:
        return not _is_worth_telling(setting, index)
    if token.word in _MARKS or (token.word == "-" and index == 0):
        return not _is_of_an_ordinal(setting, index)
    if setting.group is not None and setting.group.at == index:
        return False
    return token.word in setting.lexicon.fillers and index > 0 and not token.capital


def _is_worth_telling(setting: Setting, index: int) -> bool:
    """Whether a word of time belongs to a thing: "*mandagens* møte", "tall *for 2026*", "frist"."""
    tokens, lexicon = setting.syntax.tokens, setting.lexicon
    if tokens[index].word in lexicon.deadlines:
        return True
    if _is_measure(setting, index):
        return True
    first, last = index, index + 1
    while first and tokens[first - 1].timed:
        first -= 1
    while last < len(tokens) and tokens[last].timed:
        last += 1
    owns = tokens[last - 1].word.endswith(lexicon.grammar.genitives)
    follows = setting.syntax.words(last, last + 1)
    if owns and follows and follows[0].isalpha() and follows[0] not in lexicon.places:
        return True
    if first <= setting.first < last:
        return False
    before = setting.syntax.words(max(0, first - 2), first + 1)
    return bool(set(before) & lexicon.about) and tokens[last - 1].word not in lexicon.ago


def _is_measure(setting: Setting, index: int) -> bool:
    """Whether a word of time counts to the thing named after it: "*få timer før* avspark"."""
    tokens, grammar = setting.syntax.tokens, setting.lexicon.grammar
    last = index + 1
    while last < len(tokens) and tokens[last].timed:
        last += 1
    following = tokens[last].word if last < len(tokens) else ""
    named = following.isalpha() and following not in setting.lexicon.verbs
    return named and tokens[last - 1].word in {grammar.after, grammar.before}


def _is_of_an_ordinal(setting: Setting, index: int) -> bool:
    """Whether a dot belongs to the figure before it: "det 170. storting"."""
    tokens = setting.syntax.tokens
    if tokens[index].word != "." or not index or index + 1 >= len(tokens):
        return False
    before = tokens[index - 1]
    return before.word.isdecimal() and before.end == tokens[index].start and not before.timed
