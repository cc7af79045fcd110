"""Who came, who went and who presided: in sentences, in the table and in the lists."""

from pathlib import Path

import pytest
from hypothesis import given
from meetings import meetings
from msgspec.structs import replace

from clerkapp.export.plain_text import plain_text
from clerkapp.meeting.edits import set_facts
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Meeting, entries_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.notation.dates import read_time
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style, read_house_style
from clerkapp.wording.minutes import Audience

HEADER = """\
Present: Cllr S Banerjee (Chair); Cllr R Teale (Vice-chair); Cllr A Marsden
Apologies: Cllr J Okafor
Absent: Cllr G Pryce
Substitute: Cllr P Whitlock for Cllr J Okafor
In attendance: Head of Legal
"""
STYLE = house_style("")
LISTS = house_style("numbered-paragraphs")


def meeting(*lines: str) -> Meeting:
    return read_notation(HEADER + "\n".join(lines)).meeting


def changed(of: Meeting, name: str, **line) -> Meeting:
    """`of` with something else said in the attendance list of the one with that name."""
    return replace(
        of,
        attendance=tuple(
            replace(each, **line) if each.person.name == name else each for each in of.attendance
        ),
    )


def named(of: Meeting, name: str) -> Mention:
    return Mention(next(line.person.id for line in of.attendance if line.person.name == name))


def sentences(of: Meeting, audience=Audience.CONFIDENTIAL) -> list[list[str]]:
    made = compose(of, STYLE, audience)
    return [[passage.text for passage in section.passages] for section in made.sections]


def listed(of: Meeting, audience=Audience.PUBLIC, style: HouseStyle = LISTS) -> dict[str, tuple]:
    return {each.title: each.people for each in compose(of, style, audience).people}


def note(of: Meeting, name: str, audience=Audience.PUBLIC, style: HouseStyle = STYLE) -> str:
    table = compose(of, style, audience).attendance
    assert table is not None
    return next(row[3] for row in table.rows if row[0] == name)


# In place


@pytest.mark.parametrize(
    ("step", "time", "said"),
    [
        (Step.ADJOURNED, "19:40", "The meeting was adjourned at 7.40 pm."),
        (Step.ADJOURNED, "", "The meeting was adjourned."),
        (Step.RESUMED, "19:50", "The meeting resumed at 7.50 pm."),
        (Step.RESUMED, "", "The meeting resumed."),
        (Step.CHAIR_HANDED_OVER, "19:50", "Councillor Teale took the chair at 7.50 pm."),
        (Step.CHAIR_HANDED_OVER, "", "Councillor Teale took the chair."),
        (Step.CLOSED, "21:00", "The meeting closed at 9.00 pm."),
        (Step.CLOSED, "", "The meeting closed."),
    ],
)
def test_a_step_of_the_meeting_has_its_sentence(step: Step, time: str, said: str):
    of = meeting("# 1. A")
    teale = named(of, "Cllr R Teale") if step is Step.CHAIR_HANDED_OVER else None
    at = read_time(time) if time else None
    entry = Entry("e", EntryKind.PROCEDURE, time=at, facts=Proceeding(step, teale))
    (item,) = of.items
    assert sentences(replace(of, items=(replace(item, entries=(entry,)),))) == [[said]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("+ 19:36 Cllr Okafor", "Councillor Okafor joined the meeting remotely at 7.36 pm."),
        ("+ Cllr Okafor", "Councillor Okafor joined the meeting remotely."),
        ("- 20:00 Cllr Okafor", "Councillor Okafor left the meeting at 8.00 pm."),
    ],
)
def test_whoever_joins_remotely_is_said_to(line: str, said: str):
    of = changed(meeting("# 1. A", line), "Cllr J Okafor", remote=True)
    assert sentences(of) == [[said]]


WITHDREW = "Councillor Marsden withdrew from the meeting for the consideration of this item."
RETURNED = "Councillor Marsden returned to the meeting."


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("Jo Ray, Clerk", "Jo Ray left the meeting."),
        ("Mrs Ann Ray, Clerk", "Mrs Ray left the meeting."),
        ("Clerk", "The Clerk left the meeting."),
        ("Director, Housing", "The Director, Housing left the meeting."),
    ],
)
def test_an_officer_with_a_name_and_a_post_is_told_by_the_name(listed: str, said: str):
    of = read_notation(f"In attendance: {listed}\n# 1. A\n- {listed}\n").meeting
    assert sentences(of) == [[said]]


def with_interest_in_the_second_item(*lines: str) -> Meeting:
    of = meeting("# 1. Declarations", "i Cllr Marsden: a lease; would leave the room", *lines)
    _, entry = next(entries_of(of))
    marsden = named(of, "Cllr A Marsden")
    facts = Declaration(marsden, "a lease", "would leave the room", of.items[1].id)
    return set_facts(of, entry.id, facts)


def test_whoever_declared_an_interest_withdraws_for_its_item_and_returns_after_it():
    of = with_interest_in_the_second_item("# 2. The lease", "n Heard.", "# 3. C", "n Heard.")
    first, second, third = sentences(of)
    assert (first[1:], second, third) == ([], [WITHDREW, "Heard.", RETURNED], ["Heard."])
    assert note(of, "Councillor A Marsden") == "Out of the room for item 2"


def test_nothing_is_said_of_a_return_when_the_meeting_ends_with_the_item():
    of = with_interest_in_the_second_item("# 2. The lease", "n Heard.")
    assert sentences(of)[1] == [WITHDREW, "Heard."]


def test_what_an_entry_says_is_not_said_twice():
    of = with_interest_in_the_second_item(
        "# 2. The lease", "- 19:10 Cllr Marsden", "# 3. C", "+ 19:30 Cllr Marsden", "n Heard."
    )
    timed = WITHDREW.replace("meeting", "meeting at 7.10 pm", 1)
    assert sentences(of)[1:] == [
        [timed],
        ["Councillor Marsden joined the meeting at 7.30 pm.", "Heard."],
    ]


def test_whoever_comes_back_during_the_item_returned():
    of = with_interest_in_the_second_item(
        "# 2. The lease", "- 19:10 Cllr Marsden", "+ 19:30 Cllr Marsden", "# 3. C"
    )
    assert sentences(of)[1][1] == "Councillor Marsden returned to the meeting at 7.30 pm."
    assert sentences(of)[2] == []


def test_the_public_reads_of_a_withdrawal_for_an_exempt_item_that_was_declared_in_public():
    of = with_interest_in_the_second_item("# 2. The lease [exempt 3]", "n Secret.", "# 3. C")
    (_, second, _) = sentences(of, Audience.PUBLIC)
    assert (second[0], second[-1]) == (WITHDREW, RETURNED)


# The table


def test_the_public_table_tells_that_somebody_left_during_an_exempt_item_and_not_when():
    of = meeting("# 1. A", "n Open.", "# 2. Bids [exempt 3]", "- 20:00 Cllr Marsden", "n Secret.")
    assert note(of, "Councillor A Marsden") == "Left, during item 2"
    assert note(of, "Councillor A Marsden", Audience.CONFIDENTIAL) == "Left 8.00 pm, during item 2"


def test_a_single_exempt_departure_is_told_in_the_same_way():
    of = meeting("# 1. A", "- 20:00 Cllr Marsden [exempt 3]", "n Open.")
    assert note(of, "Councillor A Marsden") == "Left, during item 1"
    assert sentences(of, Audience.PUBLIC) == [["Open."]]


def moves_the_public(entry: Entry) -> bool:
    """Whether it says that press and public went out or came back: that was resolved in public."""
    proceeding = facts_of(entry, Proceeding)
    steps = (Step.PUBLIC_EXCLUDED, Step.PUBLIC_READMITTED)
    return proceeding is not None and proceeding.step in steps


def with_exempt_entries(of: Meeting, **said) -> Meeting:
    """`of` with something else said in every entry that is kept from the public."""

    def is_shut(item: AgendaItem, entry: Entry) -> bool:
        return bool(entry.exempt) or (item.exempt is not None and not moves_the_public(entry))

    return replace(
        of,
        items=tuple(
            replace(
                item,
                entries=tuple(replace(e, **said) if is_shut(item, e) else e for e in item.entries),
            )
            for item in of.items
        ),
    )


@given(meetings())
def test_no_word_of_an_exempt_item_reaches_the_public_whoever_came_and_went(of: Meeting):
    secret = with_exempt_entries(of, text="Zzyzx-secret")
    for style in (STYLE, LISTS):
        assert "Zzyzx-secret" not in repr(compose(secret, style))


@given(meetings())
def test_the_times_of_exempt_passings_change_nothing_that_the_public_reads(of: Meeting):
    without = with_exempt_entries(of, time=None)
    for style in (STYLE, LISTS):
        assert compose(without, style) == compose(of, style)


def test_whoever_takes_part_remotely_is_said_to_in_the_table():
    of = changed(meeting("# 1. A"), "Cllr A Marsden", remote=True)
    assert note(of, "Councillor A Marsden") == "Took part remotely"


# The lists


def test_the_lists_name_everybody_once_under_their_heading():
    of = changed(meeting("# 1. A"), "Cllr A Marsden", remote=True)
    of = replace(of, heading=replace(of.heading, public=3))
    assert listed(of) == {
        "Present": ("Councillor S Banerjee, Chair", "Councillor R Teale, Vice-chair"),
        "Remote": ("Councillor A Marsden",),
        "Substitutes": ("Councillor P Whitlock for Councillor J Okafor",),
        "Apologies": ("Councillor J Okafor",),
        "Absent": ("Councillor G Pryce",),
        "In attendance": ("Head of Legal",),
        "Public present": ("3",),
    }
    assert compose(of, LISTS).attendance is None
    assert compose(of, STYLE).people == ()
    assert ("Public present", "3") in compose(of, STYLE).details
    text = plain_text(compose(of, LISTS))
    assert "\nAPOLOGIES\nCouncillor J Okafor\n\nABSENT\nCouncillor G Pryce\n" in text


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["- 16:16 Cllr Marsden"], " (until 4.16 pm)"),
        (["- Cllr Marsden"], " (until item 3)"),
        (["- 19:50 Cllr Marsden", "+ 20:02 Cllr Marsden"], " (except from 7.50 pm to 8.02 pm)"),
        (["- Cllr Marsden", "+ Cllr Marsden"], " (except item 3)"),
        (["- Cllr Marsden", "# 4. B", "+ Cllr Marsden"], " (except items 3 to 4)"),
        (["- 19:50 Cllr Marsden", "# 4. B", "+ Cllr Marsden"], " (except from 7.50 pm to item 4)"),
        (["i Cllr Marsden: a lease; left the room", "# 4. B"], " (except item 3)"),
        (["+ 19:20 Cllr Marsden"], ""),
        (
            ["i Cllr Marsden: a lease; left the room", "# 4. B", "- 20:00 Cllr Marsden"],
            " (until 8.00 pm; except item 3)",
        ),
    ],
)
def test_the_lists_tell_how_long_a_member_was_there(lines: list[str], said: str):
    of = meeting("# 3. A", *lines)
    assert listed(of)["Present"][2] == f"Councillor A Marsden{said}"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["+ 19:36 Cllr Okafor"], "from 7.36 pm"),
        (["+ Cllr Okafor"], "from item 3"),
        (["+ 19:36 Cllr Okafor", "- 20:15 Cllr Okafor"], "from 7.36 pm until 8.15 pm"),
        (["+ Cllr Okafor", "# 4. B", "# 5. C", "- Cllr Okafor"], "items 3 to 5"),
        (["+ Cllr Okafor", "- Cllr Okafor"], "item 3"),
        (["+ 19:36 Cllr Okafor", "# 4. B", "- Cllr Okafor"], "from 7.36 pm until item 4"),
    ],
)
def test_whoever_comes_late_is_present_and_no_longer_with_the_apologies(
    lines: list[str], said: str
):
    lists = listed(meeting("# 3. A", *lines))
    assert lists["Present"][3] == f"Councillor J Okafor ({said})"
    assert "Apologies" not in lists


def test_an_item_without_a_number_is_a_part_of_the_meeting():
    assert listed(meeting("- Cllr Marsden"))["Present"][2] == (
        "Councillor A Marsden (part of the meeting)"
    )


# Why somebody was away


def confidential_reasons(folder: Path, like: str) -> HouseStyle:
    for name in ("bulleted-exchanges", "numbered-paragraphs"):
        text = resource("house_styles", f"{name}.toml").read_text(encoding="utf-8")
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    path = folder / "mine.toml"
    text = (
        f'like = "{like}"\ntitle = "M"\nsummary = "S"\n[layout]\nabsence_reasons = "confidential"'
    )
    path.write_text(text, encoding="utf-8")
    return read_house_style(path)


@pytest.mark.parametrize("like", ["bulleted-exchanges", "numbered-paragraphs"])
def test_the_reason_of_an_absence_is_told_only_where_the_layout_says_so(tmp_path: Path, like: str):
    of = changed(meeting("# 1. A"), "Cllr J Okafor", reason="a funeral")
    telling = confidential_reasons(tmp_path, like)
    assert "a funeral" in repr(compose(of, telling, Audience.CONFIDENTIAL))
    assert "a funeral" not in repr(compose(of, telling, Audience.PUBLIC))
    assert "a funeral" not in repr(compose(of, house_style(like), Audience.CONFIDENTIAL))
    came = changed(meeting("# 1. A", "+ Cllr Okafor"), "Cllr J Okafor", reason="a funeral")
    assert "a funeral" not in repr(compose(came, telling, Audience.CONFIDENTIAL))
