"""Reading an article: its timeline, and what it expects, each with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import assert_never

from bot.domain.evidence import Evidence
from bot.domain.language import Language
from bot.domain.reading import ProposedEntry, ProposedFollowUp, Reading
from bot.domain.window import EventWindow, Precision
from bot.reading.anchors import Anchors
from bot.reading.called_off import CallOff, call_off, says_off
from bot.reading.clauses import take_apart
from bot.reading.events import Mention, joined, stems
from bot.reading.expectation import FACT, Judgement, Outlook, judge
from bot.reading.grammar import Lexicon, lexicon_of
from bot.reading.languages.detect import detect_language
from bot.reading.lists import Lists, is_dated_line, judge_line
from bot.reading.measures import is_measured_from_event
from bot.reading.moments import Deixis, Moment, clipped, find_moments
from bot.reading.names import name_words, names_in, people_of
from bot.reading.sentences import Kind, Sentence, split_sentences
from bot.reading.setting import Setting, place
from bot.reading.titles import Names, title_of
from bot.reading.undated import find_undated

_QUOTES = '–—-«“"'
_ONE_DAY = timedelta(days=1)
_MOST_TIMES = 12  # in one sentence; one that names more is a table
_MOST_CALLED_OFF = 50  # in one article; each is held against all that is expected


def read_article(
    text: str, *, published: datetime, language: str | None = None, country: str = "NO"
) -> Reading:
    """Read an article: dated facts for the timeline, and follow-ups for what is expected.

    Args:
        text: The article, plain, a paragraph or a line of a list on each line.
        published: When it was published, aware, in the zone its words of time speak of.
        language: BCP 47 tag; None to tell it from the text.
        country: ISO 3166-1 alpha-2, whose holidays are meant.

    Returns:
        Proposals in order of time, undated ones last. The windows of follow-ups never begin
        before the day of publication.

    Raises:
        ValueError: If ``published`` is in no IANA zone, or the language is unknown.
    """
    tongue = Language(language or detect_language(text))
    sentences = split_sentences(text)
    moments = find_moments(text, published=published, language=tongue, country=country)
    reader = _Reader(tongue, lexicon_of(tongue), published, name_words(text))
    reader.read(sentences, moments)
    return Reading(
        language=tongue,
        published=published,
        headline=_headline(sentences),
        follow_ups=tuple(
            ProposedFollowUp(each.title, each.window, each.occurrence, each.evidence)
            for each in joined(reader.still_expected())
        ),
        timeline=tuple(
            ProposedEntry(each.title, each.window, each.evidence) for each in joined(reader.facts)
        ),
        called_off=tuple(off.evidence for off in reader.called_off),
    )


def _headline(sentences: Sequence[Sentence]) -> str | None:
    if len(sentences) < 2 or sentences[0].kind is not Kind.HEADLINE:
        return None
    return sentences[0].text


@dataclass(slots=True)
class _Reader:
    """An article being read from top to bottom, and what was met on the way."""

    language: Language
    lexicon: Lexicon
    published: datetime
    name_words: frozenset[str]
    expected: list[Mention] = field(default_factory=list)
    facts: list[Mention] = field(default_factory=list)
    called_off: list[CallOff] = field(default_factory=list)
    _known: tuple[str, ...] = ()
    _met: set[str] = field(default_factory=set)
    _own: tuple[str, ...] = ()
    _before: Sentence | None = None

    def read(self, sentences: Sequence[Sentence], moments: Sequence[Moment]) -> None:
        """Read every sentence in turn."""
        lists, anchors = Lists(self.lexicon), Anchors(self.lexicon)
        pending = list(reversed(moments))
        for sentence in sentences:
            inside = _inside(sentence, pending)
            lists.meet(sentence)
            self._own = self._names(sentence.text)
            so_far = len(self.expected)
            if inside:
                self._read_dated(sentence, inside, lists, anchors)
            if len(self.expected) == so_far:
                self._read_undated(sentence)
            self._known = self._meant(sentence)
            self._met.update(self._own)
            self._before = sentence

    def _names(self, text: str) -> tuple[str, ...]:
        return names_in(text, self.language, self.name_words)

    def _meant(self, sentence: Sentence) -> tuple[str, ...]:
        """Return whom a pronoun after a sentence may mean: its people, or those before it."""
        words = {word.strip(".,:;?!»”").lower() for word in sentence.text.split()}
        people = people_of(self._own, sentence.text, self.language)
        spoken_of = words & (self.lexicon.persons | self.lexicon.person_objects)
        return self._known if spoken_of else people

    def _said_before(self, sentence: Sentence) -> str:
        """Return the sentence before where both are of one stretch of prose."""
        before = self._before
        near = before is not None and sentence.line - before.line <= 1
        if before is None or not near or sentence.kind is not Kind.PROSE:
            return ""
        quoted = before.text[:1] in _QUOTES or before.text.endswith("?")
        return "" if quoted else before.text

    def still_expected(self) -> list[Mention]:
        """Return what is expected and is not called off by another sentence."""
        return [
            each for each in self.expected if not any(off.hits(each) for off in self.called_off)
        ]

    def _read_dated(
        self, sentence: Sentence, inside: Sequence[Moment], lists: Lists, anchors: Anchors
    ) -> None:
        spans = [(each.start - sentence.start, each.end - sentence.start) for each in inside]
        syntax = take_apart(sentence.text, spans, self.lexicon)
        settings = [place(syntax, self.lexicon, each, sentence.start) for each in inside]
        if says_off(syntax):
            expected = (each for each in settings if judge(each).outlook is not Outlook.FACT)
            ahead = [each.moment.future for each in expected]
            if off := call_off(sentence, syntax, ahead, self.lexicon):
                self._call_off(off)
        habits = {each.clause for each in settings if each.moment.recurring}
        for setting in settings:
            if setting.clause in habits or _is_hour_of_another(setting, settings):
                continue
            if _is_year_of_another(setting, settings):
                continue
            if is_measured_from_event(setting):
                self._keep_fact(sentence, setting, anchors.window(setting, sentence.text), anchors)
                continue
            judgement = self._judged(sentence, setting, lists)
            window = self._window(setting.moment, judgement)
            match judgement.outlook:
                case Outlook.EXPECTED if window is not None:
                    self.expected.append(self._mention(sentence, setting, judgement, window))
                case Outlook.FACT:
                    self._keep_fact(sentence, setting, window, anchors)
                case _:
                    continue

    def _call_off(self, off: CallOff) -> None:
        if len(self.called_off) < _MOST_CALLED_OFF:
            self.called_off.append(off)

    def _keep_fact(
        self, sentence: Sentence, setting: Setting, window: EventWindow | None, anchors: Anchors
    ) -> None:
        if window is None:
            return
        fact = self._mention(sentence, setting, FACT, window)
        self.facts.append(fact)
        anchors.meet(fact.about, window)

    def _read_undated(self, sentence: Sentence) -> None:
        if off := self._call_off_without_date(sentence):
            self._call_off(off)
        for found in find_undated(sentence, self.lexicon, self.published):
            judgement = Judgement(Outlook.EXPECTED, found.occurrence)
            self.expected.append(self._mention(sentence, found.setting, judgement, None))

    def _call_off_without_date(self, sentence: Sentence) -> CallOff | None:
        lower = sentence.text.lower()
        if not any(cue in lower for cue in self.lexicon.grammar.undone):
            return None
        return call_off(sentence, take_apart(sentence.text, (), self.lexicon), (), self.lexicon)

    def _judged(self, sentence: Sentence, setting: Setting, lists: Lists) -> Judgement:
        start = setting.moment.start - sentence.start
        if is_dated_line(setting, sentence.text, start, setting.moment.end - sentence.start):
            return judge_line(setting, lists.leaning)
        return judge(setting)

    def _mention(
        self,
        sentence: Sentence,
        setting: Setting,
        judgement: Judgement,
        window: EventWindow | None,
    ) -> Mention:
        moment = setting.moment
        before = sentence.text[: moment.start - sentence.start]
        own = people_of(self._names(before), sentence.text, self.language)
        names = Names(self._known, own, frozenset(self._met), self._said_before(sentence))
        dated = None if window is None else moment.text
        evidence = Evidence(sentence.text, sentence.start, sentence.end, dated, window)
        return Mention(
            title=title_of(setting, sentence.text, names),
            window=window,
            occurrence=judgement.occurrence,
            evidence=(evidence,),
            about=stems(sentence.text, self.lexicon) - stems(moment.text, self.lexicon),
            names=self._own,
        )

    def _is_today(self, moment: Moment) -> bool:
        """Whether it is in the course of the day of publication, and not until then."""
        start, end = moment.past.start, moment.past.end
        if start is None or end is None or moment.until:
            return False
        return start.date() == self.published.date() and end - start <= _ONE_DAY

    def _window(self, moment: Moment, judgement: Judgement) -> EventWindow | None:
        match judgement.outlook:
            case Outlook.EXPECTED:
                window = moment.named_future if judgement.named else moment.future
                open_end = window.end is None and moment.named_future.end is not None
                gone = open_end and clipped(moment.named_future, self.published) is None
                return None if gone else clipped(window, self.published)
            case Outlook.FACT:
                latest = moment.deadline and moment.deixis is Deixis.PAST and not moment.until
                window = moment.named_past if judgement.named or latest else moment.past
                bounded = moment.deadline and not (judgement.named or self._is_today(moment))
                over = window.end is not None and window.end <= self.published
                if moment.clock_only or (bounded and not over):
                    return None
                doubtful = moment.deixis is Deixis.EITHER and not moment.weekday
                doubtful = doubtful and not judgement.named
                if doubtful and moment.nearer_ahead and _is_of_a_day(window):
                    return None  # a day of last year is told with its year
                if window.end is None and not moment.since:
                    return None  # "etter 22. juli": from then on, and nobody says until when
                return window if _has_begun(window, self.published) else None
            case Outlook.NOTHING:
                return None
            case _:
                assert_never(judgement.outlook)


def _is_of_a_day(window: EventWindow) -> bool:
    return window.precision in {Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE}


def _is_hour_of_another(setting: Setting, settings: Sequence[Setting]) -> bool:
    """Whether hours of the same verb belong to days: "fra kl. 20 til 22 *i dagene* 3.–5. mars"."""
    window = setting.moment.future
    if not setting.moment.clock_only or window.precision is Precision.MINUTE:
        return False
    return any(
        each is not setting
        and each.group == setting.group
        and not each.moment.clock_only
        and each.first > setting.last
        for each in settings
    )


def _is_year_of_another(setting: Setting, settings: Sequence[Setting]) -> bool:
    """Whether a verb that opens with this year has its day too: "*i år* skjer det 11. oktober"."""
    if not setting.moment.year_long or setting.moment.deixis is not Deixis.CURRENT:
        return False
    return any(
        each is not setting and each.group == setting.group and _is_of_a_day(each.moment.future)
        for each in settings
        if setting.first == 0 and setting.group is not None
    )


def _has_begun(window: EventWindow, published: datetime) -> bool:
    return window.start is not None and window.start.date() <= published.date()


def _inside(sentence: Sentence, pending: list[Moment]) -> list[Moment]:
    """Take the phrases of a sentence from those still to come."""
    inside: list[Moment] = []
    while pending and pending[-1].start < sentence.end:
        moment = pending.pop()
        if moment.start >= sentence.start and moment.end <= sentence.end:
            inside.append(moment)
    return inside[:_MOST_TIMES]
