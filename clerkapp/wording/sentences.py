"""Sentences made from facts: "Councillor Ali joined the meeting at 7.36 pm."."""

import datetime as dt
import re
from collections.abc import Iterable

from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.decisions import Referral
from clerkapp.meeting.entries import Entry, EntryKind, Movement
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting, NextMeeting, people_of
from clerkapp.meeting.people import (
    Attendance,
    Mention,
    Person,
    Standing,
    has_honorific,
    several,
    surname,
    without_honorific,
)
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.patterns import pattern
from clerkapp.wording.closing import goes_on
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.openings import ROLE
from clerkapp.wording.times import date_words, time_words, weekday
from clerkapp.wording.together import together

_COUNCILLOR = pattern(r"(?:councillor|cllr|c'?llr|cynghorydd|cyng)\.?\s+", re.IGNORECASE)
_WELSH_ROLE = "Clerc|Pennaeth|Cyfarwyddwr|Swyddog|Rheolwr|Trysorydd|Prif Weithredwr|Cyfreithiwr"
_POST = pattern(rf"\b(?:(?:{ROLE})s?|{_WELSH_ROLE})\b")


class Sentences:
    """The sentences of one meeting in one house style."""

    def __init__(self, meeting: Meeting, style: HouseStyle) -> None:
        self.style = style
        self._meeting = meeting
        self._layout = style.layout
        self._words = style.words
        self._presence = style.presence
        self._remote = {line.person.id for line in meeting.attendance if line.remote}
        self._decisions = style.decisions
        self._interests = style.interests
        self._lines = {line.person.id: line for line in reversed(meeting.attendance)}
        self._initials = (
            _initials_of(people_of(meeting)) if style.layout.names == "initials" else {}
        )
        self._named: dict[Mention, str] = {}  # the same few people are named hundreds of times
        surnames = [surname(p.name) for p in people_of(meeting) if has_honorific(p.name)]
        self._shared = {name for name in surnames if surnames.count(name) > 1}

    # People and times

    def full_name(self, name: str) -> str:
        """`name` with the house's title: "Councillor A Marsden" for "Cllr A Marsden"."""
        match = _COUNCILLOR.match(name)
        return f"{self._layout.member} {name[match.end() :]}" if match else name

    def listed(self, mention: Mention | None) -> str:
        """`mention` as in a table: the full name, or the words that were typed."""
        if mention is not None and (short := self._initials.get(mention.person_id)):
            return short
        if mention is None:
            return ""
        if mention.words and (owners := self._several(mention.words)):
            return owners
        line = self._lines.get(mention.person_id)
        return self.full_name(line.person.name if line else mention.words)

    def _several(self, words: str) -> str:
        """Two or more owners, each as one alone is told; "" where one of them is nobody known.

        The record has such owners as words, which are one mention.
        """
        found = several(words, people_of(self._meeting))
        told = [self.listed(Mention(each.id)) for each in found]
        return together(told, self.style) if told else ""

    def in_full(self, person: Person) -> str:
        """`person` as on a list of who was there: the full name, with the initials of the house."""
        name = self.full_name(person.name)
        if short := self._initials.get(person.id):
            own = _without_post(name)
            told = self._presence.initials.format(person=own, initials=short)
            return f"{told}{name[len(own) :]}"
        return name

    def post(self, post: str) -> str:
        """The office in the words of the house: "Convener" of "Chair"; of "Chairman" as typed."""
        neutral = {"chair": self._layout.chair, "vice-chair": self._layout.vice_chair}
        return neutral.get(post.casefold().replace(" ", "-"), post)

    def named_of(self, line: Attendance) -> str:
        """Whoever stands on that line, in a sentence."""
        return self.named(Mention(line.person.id))

    def named(self, mention: Mention | None) -> str:
        """`mention` in a sentence: "Councillor Marsden", "the Chief Digital Officer", "somebody".

        A surname that two people share keeps its initials. “Jo Ray, Clerk” is Jo Ray.
        """
        if mention is None:
            return self._words.somebody
        if mention not in self._named:
            self._named[mention] = self._name(mention)
        return self._named[mention]

    def _name(self, mention: Mention) -> str:
        if officer := self._officer(mention):
            return officer
        name = self.listed(mention)
        if not name:
            return self._words.somebody
        if name == self._initials.get(mention.person_id):
            return name
        name = _without_post(name)
        if not has_honorific(name):
            is_post = _POST.search(name) and name[:4].lower() != "the "
            return self._words.named_post.format(post=name) if is_post else name
        if not (self._layout.names == "full" or surname(name) in self._shared):
            name = f"{name[: len(name) - len(without_honorific(name))]}{surname(name)}"
        is_member = name.startswith(f"{self._layout.member} ")
        return self._words.named_member.format(name=name) if is_member else name

    def _officer(self, mention: Mention) -> str:
        """An officer with a name and a post, in the manner of the house; "" of anybody else."""
        line = self._lines.get(mention.person_id)
        manner = self._layout.officers
        if line is None or line.standing is not Standing.IN_ATTENDANCE or manner == "as listed":
            return ""
        name, _, post = line.person.name.partition(", ")
        post = line.person.post or post
        if not post:
            return ""
        titled = self._words.named_post.format(post=post)
        return {"title": titled, "name": name, "name (title)": f"{name} ({post})"}[manner]

    def time(self, time: dt.time) -> str:
        """`time` in the manner of the house."""
        return time_words(time, self._layout.times)

    def date(self, date: dt.date) -> str:
        """`date` in the manner of the house."""
        return date_words(date, self._layout.dates)

    def next_meeting(self) -> str:
        """The sentence that says when the next meeting is; "" where that is not known."""
        following, form = self._meeting.heading.next_meeting, self._words.next_meeting
        if following is None:
            return ""
        day = weekday(following.date, self._layout.dates, following.start)
        return one_stop(form.format(date=self.next_words(following), weekday=day))

    def next_words(self, meeting: NextMeeting) -> str:
        """When and where the next meeting is: its date, then its time and its place if known."""
        at = self._words.next_time.format(time=self.time(meeting.start)) if meeting.start else ""
        place = f" {meeting.place}" if goes_on(meeting.place) else ""
        if meeting.place and not place:
            place = self._words.next_place.format(place=meeting.place)
        return f"{self.date(meeting.date)}{at}{place}"

    # What happened

    def movement(self, entry: Entry, movement: Movement, *, for_interest: bool = False) -> str:
        """Who came or went, and when if that is known."""
        words, who = self._presence, movement.person
        if entry.kind is EntryKind.ARRIVAL and for_interest:
            return self.returned(who, entry.time)
        if entry.kind is EntryKind.ARRIVAL and who.person_id in self._remote:
            forms = words.arrived_remotely, words.arrived_remotely_untimed
        elif entry.kind is EntryKind.ARRIVAL:
            forms = words.arrived, words.arrived_untimed
        elif for_interest:
            return self.withdrew(who, entry.time)
        else:
            forms = words.left, words.left_untimed
        return self._happened(*forms, entry.time, who)

    def withdrew(self, who: Mention, time: dt.time | None = None) -> str:
        """That somebody left the room for the item, because of an interest in it."""
        return self._happened(self._presence.withdrew, self._presence.withdrew_untimed, time, who)

    def returned(self, who: Mention, time: dt.time | None = None) -> str:
        """That somebody who had withdrawn came back."""
        return self._happened(self._presence.returned, self._presence.returned_untimed, time, who)

    def step(self, proceeding: Proceeding, time: dt.time | None) -> str:
        """What happened to the meeting itself; "" for a step that the words of the entry tell."""
        words = self._presence
        match proceeding.step:
            case Step.ADJOURNED:
                return self._happened(words.adjourned, words.adjourned_untimed, time)
            case Step.RESUMED:
                return self._happened(words.resumed, words.resumed_untimed, time)
            case Step.CLOSED:
                return self._happened(words.closed, words.closed_untimed, time)
            case Step.CHAIR_HANDED_OVER:
                forms = words.chair, words.chair_untimed
                return self._happened(*forms, time, proceeding.person)
            case _:
                return ""

    def _happened(
        self, timed: str, untimed: str, time: dt.time | None, who: Mention | None = None
    ) -> str:
        person = self.named(who)
        if time is None:
            return one_stop(_capital(untimed.format(person=person)))
        return one_stop(_capital(timed.format(person=person, time=self.time(time))))

    def declaration(self, declaration: Declaration) -> str:
        """Who declared what, and what they then did."""
        # not before somebody declares an interest: the window opens sooner by its ten classes
        from clerkapp.law.jurisdiction import law_of  # noqa: PLC0415
        from clerkapp.wording.interests import declaration_sentence  # noqa: PLC0415

        person = self.named(declaration.person)
        law = law_of(self._meeting, self._words.language)
        return declaration_sentence(declaration, person, self._meeting, self._interests, law)

    def declaration_cells(self, declaration: Declaration) -> tuple[str, str, str, str]:
        """The same in the four columns of a table."""
        from clerkapp.law.jurisdiction import law_of  # noqa: PLC0415
        from clerkapp.wording.interests import declaration_cells  # noqa: PLC0415

        person = self.listed(declaration.person) if declaration.person else ""
        law = law_of(self._meeting, self._words.language)
        return declaration_cells(declaration, person, self._meeting, law)

    def order_varied(self, number: str, title: str) -> str:
        """That the item was taken out of its order; `number` is the one that the agenda printed."""
        people = people_of(self._meeting)
        chair = next((p for p in people if p.post.casefold() == "chair"), None)
        post = self._words.named_post.format(post=self._layout.chair)
        by = self.named(Mention(chair.id)) if chair else post
        form = self._words.order_varied
        return _capital(form.format(number=number or f"“{title}”", title=title, chair=by))

    def recommendation(self, referral: Referral) -> str:
        """The label of a recommendation, with the body that it goes to."""
        if not referral.body:
            return self._decisions.recommended
        return self._decisions.recommended_to.format(body=referral.body)

    def owner_and_due(self, action: ActionPoint | None) -> str:
        """Who is to do it and by when: "Owner: Head of Legal. Due: 2 April 2026."."""
        said = [
            self._words.owner.format(owner=self.listed(action.owner))
            if action and action.owner
            else "",
            self._words.due.format(due=self.due(action)) if action and action.due else "",
        ]
        return " ".join(one_stop(part) for part in said if part)

    def due(self, action: ActionPoint | None) -> str:
        """By when: a date, or the words for one."""
        if action is None:
            return ""
        if isinstance(action.due, dt.date):
            return self.date(action.due)
        return self._words.due_next if action.due == NEXT_MEETING else action.due


def _without_post(name: str) -> str:
    """“Stuart Glover” of "Stuart Glover, Head of Roads"; any other name whole."""
    before, _, post = name.partition(", ")
    return before if _POST.search(post) else name


def _initials_of(people: Iterable[Person]) -> dict[str, str]:
    """By the id of a person, the initials that are that person's alone: "RF" of "Cllr R Finch"."""
    made = {
        person.id: "".join(
            word[0] for word in re.split(r"[\s.-]+", without_honorific(name)) if word
        ).upper()
        for person in people
        if not _POST.search(name := _without_post(person.name))
    }
    return {who: short for who, short in made.items() if list(made.values()).count(short) == 1}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def one_stop(sentence: str) -> str:
    """`sentence` with one full stop where a form of words and its place both brought one."""
    return sentence[:-1] if sentence.endswith("..") else sentence
