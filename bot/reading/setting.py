"""Where a phrase of time stands: in which clause, and with which verb."""

from dataclasses import dataclass

from bot.reading.clauses import Clause, Syntax
from bot.reading.grammar import Lexicon, Opener, Role, Tense
from bot.reading.moments import Moment
from bot.reading.verb_groups import Group


@dataclass(frozen=True, slots=True)
class Setting:
    """A phrase of time in its sentence.

    Attributes:
        syntax: The sentence, taken apart.
        lexicon: The language's words.
        moment: The phrase.
        first: Index of its first token.
        last: Index after its last one.
        clause: Index of its clause.
        group: The verb it belongs to; None where the sentence has none.
        verb_clause: Index of that verb's clause.
    """

    syntax: Syntax
    lexicon: Lexicon
    moment: Moment
    first: int
    last: int
    clause: int
    group: Group | None
    verb_clause: int

    @property
    def own_clause(self) -> Clause:
        """The clause in which the phrase stands."""
        return self.syntax.clauses[self.clause]

    @property
    def matrix(self) -> Group | None:
        """The verb on which the clause hangs: "*said* that …", "*thinks* it will …"."""
        if self.group is None:
            return None
        clause = self.syntax.clauses[self.verb_clause]
        earlier = [group for group in clause.groups if group.at < self.group.at]
        if earlier:
            return earlier[-1]
        if clause.opener in {Opener.THAT, Opener.QUESTION} and self.verb_clause:
            before = self.syntax.clauses[self.verb_clause - 1]
            return before.groups[-1] if before.groups else None
        return None

    def words(self, clause: int) -> list[str]:
        """Return the words of a clause, in lower case."""
        span = self.syntax.clauses[clause]
        return self.syntax.words(span.first, span.last)


def place(syntax: Syntax, lexicon: Lexicon, moment: Moment, offset: int) -> Setting:
    """Find the clause and the verb that a phrase of time belongs to.

    Args:
        syntax: The sentence, taken apart.
        lexicon: The language's words.
        moment: The phrase, by its offsets in the text.
        offset: Where the sentence starts in the text.
    """
    first = syntax.token_at(moment.start - offset)
    last = syntax.token_at(moment.end - offset - 1) + 1
    clause = syntax.clause_at(moment.start - offset)
    verb_clause, group = _governing(syntax, clause, first, last)
    return Setting(syntax, lexicon, moment, first, last, clause, group, verb_clause)


def _governing(syntax: Syntax, clause: int, first: int, last: int) -> tuple[int, Group | None]:
    groups = syntax.clauses[clause].groups
    if _goes_on_with_dates(syntax, clause, first, last):
        return clause - 1, syntax.clauses[clause - 1].groups[-1]
    before = [group for group in groups if group.at < first]
    after = [group for group in groups if group.at >= last]
    if before and after and after[0].at == last and _yields(before[-1]):
        return clause, after[0]
    if before:
        return clause, before[-1]
    if after:
        return clause, after[0]
    return _borrowed(syntax, clause)


def _goes_on_with_dates(syntax: Syntax, clause: int, first: int, last: int) -> bool:
    """Whether the phrase is one more date of a list: "on May 23, *May 31 and June 1* with …"."""
    span = syntax.clauses[clause]
    if not clause or span.first != first or not syntax.clauses[clause - 1].groups:
        return False
    listed = syntax.tokens[first - 1].word == "," and syntax.tokens[first - 2].timed
    turned = any(group.at == last for group in span.groups)  # ", fredag *møter* han …"
    return listed and not turned


def _yields(group: Group) -> bool:
    """Whether a verb leaves the phrase to the one right after it: "says the vote Monday *is* …"."""
    noun_like = bool(group.finite.tense & Tense.INFINITIVE) and group.main is group.finite
    return noun_like or group.main.role in {Role.SPEECH, Role.OPINION}


def _borrowed(syntax: Syntax, clause: int) -> tuple[int, Group | None]:
    """Take the verb of the nearest clause before, or else after, one that has none."""
    if syntax.clauses[clause].opener is Opener.THAT:  # "at det mandag, etter møtet, *kom* …"
        later = [index for index in range(clause + 1, clause + 3) if _goes_on(syntax, index)]
        if later:
            return later[0], syntax.clauses[later[0]].groups[0]
    earlier = [index for index in range(clause) if syntax.clauses[index].groups]
    if earlier and _closes_aside(syntax, clause):
        mains = [index for index in earlier if syntax.clauses[index].opener is not Opener.RELATIVE]
        earlier = mains or earlier
    if earlier:
        return earlier[-1], syntax.clauses[earlier[-1]].groups[-1]
    for index in range(clause + 1, len(syntax.clauses)):
        if syntax.clauses[index].groups:
            return index, syntax.clauses[index].groups[0]
    return clause, None


def _goes_on(syntax: Syntax, index: int) -> bool:
    """Whether a clause is there, and begins with its verb."""
    clause = syntax.clauses[index] if index < len(syntax.clauses) else None
    return clause is not None and bool(clause.groups) and clause.groups[0].at == clause.first


def _closes_aside(syntax: Syntax, clause: int) -> bool:
    """Whether a clause goes on after an aside: "fikk melding om bilen, som brant, *mandag*"."""
    if clause < 1 or syntax.clauses[clause - 1].opener is not Opener.RELATIVE:
        return False
    aside = syntax.clauses[clause - 1]
    marks = (*syntax.words(aside.first - 1, aside.first), *syntax.words(aside.last - 1, aside.last))
    return marks == (",", ",") and syntax.tokens[syntax.clauses[clause].first].timed


UNREAL = frozenset({Role.OPINION, Role.DEMAND, Role.INTENT})


WEIGHTY = frozenset({Role.MAY, Role.DUTY, Role.ADVICE, Role.SHALL, Role.FUTURE})
