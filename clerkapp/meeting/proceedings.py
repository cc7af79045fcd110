"""Steps of the meeting itself: adjourned, resumed, the chair handed over, the public excluded."""

from enum import StrEnum

from msgspec import Struct

from clerkapp.meeting.people import Mention


class Step(StrEnum):
    """What happened to the meeting as a whole."""

    ADJOURNED = "adjourned"
    RESUMED = "resumed"
    CHAIR_HANDED_OVER = "chair"  # to the person named
    PUBLIC_EXCLUDED = "excluded"  # by resolution, under the paragraphs named
    PUBLIC_READMITTED = "readmitted"
    CLOSED = "closed"


class Proceeding(Struct, frozen=True):
    """One such step. The words of the entry, if any, are printed after its sentence."""

    step: Step
    person: Mention | None = None  # who took the chair
    paragraphs: tuple[str, ...] = ()  # of the schedule that allows the public to be excluded
