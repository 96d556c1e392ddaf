"""Reading an article: its timeline, and what it expects, each with its evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.domain.evidence import Evidence
from bot.domain.language import Language
from bot.domain.reading import ProposedEntry, ProposedFollowUp, Reading
from bot.domain.window import EventWindow
from bot.reading.clauses import take_apart
from bot.reading.events import Mention, joined, stems
from bot.reading.expectation import Judgement, Outlook, Setting, judge, place
from bot.reading.grammar import Lexicon, lexicon_of, likeliest_language
from bot.reading.lists import Lists, is_dated_line, judge_line
from bot.reading.moments import Moment, clipped, find_moments
from bot.reading.names import names_in
from bot.reading.sentences import Kind, Sentence, split_sentences
from bot.reading.titles import title_of


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
    tongue = Language(language) if language else likeliest_language(text)
    sentences = split_sentences(text)
    moments = find_moments(text, published=published, language=tongue, country=country)
    reader = _Reader(tongue, lexicon_of(tongue), published)
    found = list(reader.read(sentences, moments))
    return Reading(
        language=tongue,
        published=published,
        headline=_headline(sentences),
        follow_ups=tuple(
            ProposedFollowUp(each.title, each.window, each.occurrence, each.evidence)
            for each in joined(_of(found, Outlook.EXPECTED))
        ),
        timeline=tuple(
            ProposedEntry(each.title, each.window, each.evidence)
            for each in joined(_of(found, Outlook.FACT))
        ),
    )


def _of(found: Iterable[tuple[Outlook, Mention]], wanted: Outlook) -> list[Mention]:
    return [mention for outlook, mention in found if outlook is wanted]


def _headline(sentences: Sequence[Sentence]) -> str | None:
    if len(sentences) < 2 or sentences[0].kind is not Kind.HEADLINE:
        return None
    return sentences[0].text


@dataclass(frozen=True, slots=True)
class _Reader:
    """What stays the same while an article is read from top to bottom."""

    language: Language
    lexicon: Lexicon
    published: datetime

    def read(
        self, sentences: Sequence[Sentence], moments: Sequence[Moment]
    ) -> Iterator[tuple[Outlook, Mention]]:
        """Yield what each phrase of time dates, in the order of the text."""
        lists = Lists(self.lexicon)
        known: tuple[str, ...] = ()
        pending = list(reversed(moments))
        for sentence in sentences:
            inside = _inside(sentence, pending)
            lists.meet(sentence)
            for setting in self._settings(sentence, inside):
                judgement = self._judged(sentence, setting, lists)
                if mention := self._mention(sentence, setting, judgement, known):
                    yield judgement.outlook, mention
            known = names_in(sentence.text, self.language) or known

    def _settings(self, sentence: Sentence, inside: Sequence[Moment]) -> Iterator[Setting]:
        if not inside:
            return
        spans = [(each.start - sentence.start, each.end - sentence.start) for each in inside]
        syntax = take_apart(sentence.text, spans, self.lexicon)
        for moment in inside:
            yield place(syntax, self.lexicon, moment, sentence.start)

    def _judged(self, sentence: Sentence, setting: Setting, lists: Lists) -> Judgement:
        start = setting.moment.start - sentence.start
        end = setting.moment.end - sentence.start
        if is_dated_line(sentence.text, start, end):
            return judge_line(setting, lists.leaning)
        return judge(setting)

    def _mention(
        self,
        sentence: Sentence,
        setting: Setting,
        judgement: Judgement,
        known: Sequence[str],
    ) -> Mention | None:
        moment = setting.moment
        window = self._window(moment, judgement)
        if window is None:
            return None
        names = [*known, *names_in(sentence.text[: _end(moment, sentence)], self.language)]
        evidence = Evidence(sentence.text, sentence.start, sentence.end, moment.text, window)
        return Mention(
            title=title_of(setting, sentence.text, names),
            window=window,
            occurrence=judgement.occurrence,
            evidence=(evidence,),
            about=stems(sentence.text, self.lexicon),
        )

    def _window(self, moment: Moment, judgement: Judgement) -> EventWindow | None:
        match judgement.outlook:
            case Outlook.EXPECTED:
                window = moment.named_future if judgement.named else moment.future
                return clipped(window, self.published)
            case Outlook.FACT:
                window = moment.named_past if judgement.named else moment.past
                return None if moment.clock_only or window.start is None else window
            case Outlook.NOTHING:
                return None
            case _:
                assert_never(judgement.outlook)


def _end(moment: Moment, sentence: Sentence) -> int:
    return moment.start - sentence.start


def _inside(sentence: Sentence, pending: list[Moment]) -> list[Moment]:
    """Take the phrases of a sentence from those still to come."""
    inside: list[Moment] = []
    while pending and pending[-1].start < sentence.end:
        moment = pending.pop()
        if moment.start >= sentence.start and moment.end <= sentence.end:
            inside.append(moment)
    return inside
