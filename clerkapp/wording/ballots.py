"""A ballot in the words of the house, or as a table of its rounds."""

from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Ballot, Candidate, elected
from clerkapp.wording.minutes import Table
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.votes import number_words


def ballot_words(ballot: Ballot, sentences: Sentences) -> str:
    """The rounds, who dropped out between them, and who was elected."""
    words = sentences.style.votes
    told: list[str] = []
    for place, candidates in enumerate(ballot.rounds):
        form = words.round if len(ballot.rounds) > 1 else words.round_alone
        votes = ", ".join(_candidate(each, sentences) for each in candidates)
        told.append(form.format(round=place + 1, votes=votes))
        told += (
            words.dropped.format(person=sentences.named(each)) for each in dropped(ballot, place)
        )
    return " ".join((*told, elected_words(ballot, sentences))).strip()


def elected_words(ballot: Ballot, sentences: Sentences) -> str:
    """Who was elected, and to what; "" where nobody had more than half of the votes."""
    words = sentences.style.votes
    winner = elected(ballot)
    if winner is None:
        return ""
    person = sentences.named(winner)
    if not ballot.post:
        return words.elected.format(person=person)
    return words.elected_to.format(person=person, post=ballot.post)


def ballot_table(ballot: Ballot, sentences: Sentences) -> Table | None:
    """Each candidate and the votes they had in each round; None where nobody stood."""
    words = sentences.style.votes
    people = list(dict.fromkeys(each.person for votes in ballot.rounds for each in votes))
    if not people:
        return None
    rounds = [{each.person: each.votes for each in votes} for votes in ballot.rounds]
    headings = (
        words.ballot_candidate,
        *(words.ballot_round.format(round=place + 1) for place in range(len(rounds))),
    )
    rows = tuple(
        (sentences.listed(person), *(str(votes.get(person, "–")) for votes in rounds))
        for person in people
    )
    return Table(words.ballot_title, words.ballot_summary, headings, rows)


def dropped(ballot: Ballot, place: int) -> tuple[Mention, ...]:
    """Who stood in that round, from 0, and no longer in the one after it."""
    if place + 1 >= len(ballot.rounds):
        return ()
    after = {each.person for each in ballot.rounds[place + 1]}
    return tuple(each.person for each in ballot.rounds[place] if each.person not in after)


def _candidate(candidate: Candidate, sentences: Sentences) -> str:
    return sentences.style.votes.candidate.format(
        person=sentences.named(candidate.person), count=number_words(candidate.votes, sentences)
    )
