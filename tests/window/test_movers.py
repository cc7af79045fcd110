"""Who moved and who seconded, typed into the real window."""

from clerkapp.meeting.meeting import name_of
from clerkapp.meeting.votes import Motion
from clerkapp.window.commands import CommandAction


def names(hands, entry) -> list[str]:
    assert isinstance(entry.facts, Motion)
    return [name_of(hands.meeting, each) for each in (entry.facts.mover, entry.facts.seconder)]


def test_names_behind_a_motion_are_recorded_and_can_be_changed(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("m That it be noted. / mars / te")
    motion = hands.entry.id
    hands.press("Return")
    found = next(e for e in hands.item.entries if e.id == motion)
    assert found.text == "That it be noted."
    assert names(hands, found) == ["Cllr A Marsden", "Cllr R Teale"]
    assert hands.window.page.current_entry != motion
    hands.press("Up")
    commands = [a for a in hands.window.actions() if isinstance(a, CommandAction)]
    next(a for a in commands if a.command.full_name == "Entry: Mover and seconder").trigger()
    assert hands.text.words() == "That it be noted. / Cllr A Marsden / Cllr R Teale"
    hands.press("Ctrl+Shift+Left", 3)
    hands.type("ban")
    hands.press("Return")
    found = next(e for e in hands.item.entries if e.id == motion)
    assert names(hands, found) == ["Cllr A Marsden", "Cllr S Banerjee"]
    assert hands.window.status.said.text()
