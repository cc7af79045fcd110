"""The facts of an entry or an item in a few words, as they stand beside it in the window."""

from clerkapp.meeting.decisions import Referral
from clerkapp.meeting.entries import Entry, Movement, present_facts
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting, item_of
from clerkapp.meeting.numbering import number_of
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.votes import Ballot, Motion, Vote
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.votes import moved, vote_words


def fact_words(entry: Entry, sentences: Sentences, *, on_amendment: bool = False) -> str:
    """What the facts of `entry` say, of a vote whether an amendment was put; "" where it has none.

    Also for an action point, whose owner and date have fields of their own.
    """
    match present_facts(entry):
        case Motion() as motion:
            return moved(motion, sentences)
        case Vote() as vote:
            return vote_words(vote, sentences, amends=on_amendment)
        case Referral(body=body):
            return f"To {body}" if body else ""
        case Declaration() as declaration:
            return sentences.declaration(declaration)
        case Movement() as movement:
            return sentences.movement(entry, movement, for_interest=movement.for_interest)
        case Ballot() as ballot:
            from clerkapp.wording.ballots import ballot_words  # noqa: PLC0415 — few meetings have one

            return ballot_words(ballot, sentences)
        case Proceeding() as proceeding:
            return _step_words(entry, proceeding, sentences)
        case _:
            return ""


def _step_words(entry: Entry, told: Proceeding, sentences: Sentences) -> str:
    """What became of the meeting; of press and public shortly, as the page has it in full."""
    match told.step:
        case Step.PUBLIC_EXCLUDED:
            named = ", ".join(told.paragraphs)
            return "Press and public excluded" + (f" (paragraphs: {named})" if named else "")
        case Step.PUBLIC_READMITTED:
            return "Press and public readmitted"
        case _:
            return sentences.step(told, entry.time)


def exempt_words(exempt: Exempt) -> str:
    """That an item is exempt, and under which paragraph."""
    return f"Exempt · paragraph {exempt.paragraph}" if exempt.paragraph else "Exempt"


def heading_words(meeting: Meeting, item_id: str) -> tuple[str, str, str]:
    """The title of an item with its number, what there is to know about it, and a notice.

    Without an item the words say how to begin.
    """
    if not item_id:
        return "", "Ctrl+Shift+N adds the first item of the agenda.", ""
    item = item_of(meeting, item_id)
    number = number_of(meeting, item)
    # an en space between them, as on the page
    title = f"{number}\u2002{item.title}" if number else item.title
    about = [item.presenter, *(document.title for document in item.documents)]
    if item.exempt:
        about.insert(0, exempt_words(item.exempt))
    notice = (
        "This is a sample meeting, to try things on. Ctrl+N starts one of your own."
        if meeting.is_sample
        else ""
    )
    return title, " · ".join(part for part in about if part), notice
