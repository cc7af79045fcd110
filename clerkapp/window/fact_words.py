"""The facts of an entry in a few words, as they stand beside its text in the window."""

from clerkapp.meeting.entries import Entry, Movement, Referral, present_facts
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.votes import Motion, Vote
from clerkapp.wording.sentences import Sentences


def fact_words(entry: Entry, sentences: Sentences) -> str:
    """What the facts of `entry` say; "" where it has none.

    Also for an action point, whose owner and date have fields of their own.
    """
    match present_facts(entry):
        case Motion() as motion:
            _, moved = sentences.moved(motion)
            return moved
        case Vote() as vote:
            return sentences.vote(vote)
        case Referral(body=body):
            return f"To {body}"
        case Declaration() as declaration:
            return sentences.declaration(declaration)
        case Movement() as movement:
            return sentences.movement(entry, movement)
        case _:
            return ""


def exempt_words(exempt: Exempt) -> str:
    """That an item is exempt, and under which paragraph."""
    return f"Exempt · paragraph {exempt.paragraph}" if exempt.paragraph else "Exempt"
