"""The menus of the main window: every command, its words and its keys."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from clerkapp.meeting.proceedings import Step
from clerkapp.window.commands import Command
from clerkapp.window.item.kind_names import AMENDMENT, KIND_KEYS, KIND_NAMES
from clerkapp.window.menus.command_sets import CommandSets
from clerkapp.window.menus.why_not import Reasons

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow

Change = partial(Command, changes=True)
MENUS = ("Meeting", "Edit", "Entry", "Agenda", "Room", "View", "Archive", "Help")


def commands_of(window: "MeetingWindow", do: CommandSets) -> tuple[Command, ...]:
    """Everything that `window` can do, in the order of the menus."""
    commands = _all(window, do)
    if not window.why_read_only:
        return commands
    return tuple(
        replace(c, run=window.refuse, why_not=c.why_not or Reasons(window).read_only)
        if c.changes
        else c
        for c in commands
    )


def _all(window: "MeetingWindow", do: CommandSets) -> tuple[Command, ...]:
    why = Reasons(window)
    return (
        *_meeting(window, do),
        Change("Edit", "&Undo", "Ctrl+Z", window.undo, why_not=why.no_undo),
        Change("Edit", "&Redo", "Ctrl+Shift+Z; Ctrl+Y", window.redo, why_not=why.no_redo),
        *_clipboard(do),
        Command("Edit", "&Find in this meeting…", "Ctrl+F", do.search.here, 2),
        Command("Edit", "Find in &every meeting…", "Ctrl+Shift+F", do.search.everywhere, 2),
        Command("Edit", "Find a co&mmand…", "Ctrl+K", do.finding.find_command, 2),
        *_entry(window, do),
        *_agenda(window, do),
        *_checks(do),
        *_room(window, do),
        *_view(window, do),
        *_archive(do),
        Command("Help", "&Keys", "F1", do.finding.show_keys),
        Command("Help", "&About Clerkapp", "", do.meetings.show_about),
    )


def _meeting(window: "MeetingWindow", do: CommandSets) -> tuple[Command, ...]:
    meetings, styles = do.meetings, do.meetings.styles
    return (
        Change("Meeting", "&New meeting…", "Ctrl+N", meetings.start),
        Command("Meeting", "&Meetings…", "Ctrl+L", meetings.choose),
        Change("Meeting", "&Bring in a file…", "Ctrl+O", meetings.bring_in),
        Change(
            "Meeting",
            "&Take changes from a Word file…",
            "",
            do.word_files.choose,
        ),
        Change("Meeting", "&Details…", "Ctrl+I", meetings.edit_details, group=1),
        Command("Meeting", "&Export minutes…", "Ctrl+E", meetings.export, group=1),
        Command("Meeting", "House st&yles…", "", styles.show, group=1),
        Change("Meeting", "Learn a &house style from a Word file…", "", styles.learn, group=1),
        Command("Meeting", "&Committees…", "", meetings.committees.show, group=1),
        Change("Meeting", "&Keep this committee", "", meetings.committees.keep_this, group=1),
        Change("Meeting", "Backup on a &second drive…", "", meetings.choose_second_drive, group=2),
        Change("Meeting", "Remo&ve this meeting…", "", meetings.remove, group=2),
        Command("Meeting", "&Quit", "Ctrl+Q", window.close, group=3),
    )


def _clipboard(do: CommandSets) -> tuple[Command, ...]:
    blocks = do.blocks
    return (
        Change("Edit", "Cu&t", "Ctrl+X", blocks.cut, 1),
        Command("Edit", "&Copy", "Ctrl+C", blocks.copy, 1),
        Change("Edit", "&Paste", "Ctrl+V", blocks.paste, 1),
        Command("Edit", "Copy the &item as text", "Ctrl+Shift+C", blocks.copy_item, 1),
        Command("Edit", "Copy this item for Modern&Gov", "", blocks.copy_for_modern_gov, 1),
        Command("Edit", "Select e&very entry of the item", "Ctrl+Shift+E", blocks.select_all, 1),
    )


def _entry(window: "MeetingWindow", do: CommandSets) -> tuple[Command, ...]:
    why, entries, page = Reasons(window), do.entries, window.page
    kinds = tuple(
        Change("Entry", name, KIND_KEYS.get(kind, ""), partial(entries.set_kind, kind),
               why_not=why.no_entry, submenu="" if kind in KIND_KEYS else "Other kinds")
        for kind, name in sorted(KIND_NAMES.items(), key=lambda each: KIND_KEYS.get(each[0], "~"))
    )  # fmt: skip
    amendment = Change("Entry", AMENDMENT, "", entries.set_amendment, why_not=why.no_entry,
                       submenu="Other kinds")  # fmt: skip
    sends = tuple(
        Change("Entry", f"Send to item {n} of the agenda", f"Alt+Shift+{n}",
               partial(entries.send, n), group=2, submenu="&Send to item", why_not=why.no_entry)
        for n in range(1, 10)
    )  # fmt: skip
    here, written = why.no_entry, why.not_in_record
    return (
        *kinds,
        amendment,
        Change("Entry", "Every &kind…", "Ctrl+T", entries.show_kinds, why_not=here),
        Change("Entry", "&Owner of the action point", "Ctrl+Shift+O", page.edit_owner, 1,
               why_not=why.no_action_point),
        Change("Entry", "&Date of the action point", "Ctrl+D", page.edit_due, 1,
               why_not=why.no_action_point),
        Change("Entry", "&Who spoke…", "", entries.show_speakers, 1, why_not=why.not_spoken),
        Change("Entry", "Mover and seconde&r", "", entries.ask_movers, 1, why_not=why.no_motion),
        Change("Entry", "Make the promise an &action point", "Ctrl+Shift+A", page.take_promise, 1,
               why_not=why.no_promise),
        Change("Entry", "I&gnore the promise", "Ctrl+Shift+I", page.ignore_promise, 1,
               why_not=why.no_promise),
        Change("Entry", "T&ime beside the entry", "Ctrl+Shift+T", page.edit_time, 1, why_not=here),
        Change("Entry", "&New entry", "", entries.add, 2, why_not=why.no_item),
        Change("Entry", "S&plit at the cursor", "", entries.split, 2, why_not=written),
        Change("Entry", "&Join with the entry above", "", entries.join, 2, why_not=here),
        Change("Entry", "Move &up", "Alt+Up", partial(entries.move, -1), 2, why_not=written),
        Change("Entry", "Move &down", "Alt+Down", partial(entries.move, 1), 2, why_not=written),
        Change("Entry", "Send to an &item…", "Ctrl+Shift+G; Alt+Shift+0", entries.park, 2,
               why_not=written),
        *sends,
        Command("Entry", "&History…", "Ctrl+H", entries.show_history, 2, why_not=why.no_wordings),
        Change("Entry", "E&xempt…", "Ctrl+Shift+X", entries.ask_exempt, 2, why_not=here),
        Change("Entry", "De&lete", "Ctrl+Shift+Del", entries.delete, 2, why_not=here),
        Change("Entry", "Next &verb of reporting", "Ctrl+.", entries.next_verb, 3, why_not=written),
        Change("Entry", "&Code for the selected words…", "Ctrl+B", do.shorthand.add, 3),
        Command("Entry", "S&horthand…", "", do.shorthand.show, 3),
    )  # fmt: skip


def _agenda(window: "MeetingWindow", do: CommandSets) -> tuple[Command, ...]:
    why = Reasons(window).no_item
    jumps = tuple(
        Command("Agenda", f"Go to item {n} of the agenda", f"Alt+{n}",
                partial(do.items.jump, n), submenu="Go to item &number")
        for n in range(1, 10)
    )  # fmt: skip
    return (
        Command("Agenda", "&Go to an item", "Ctrl+G", window.go_to_agenda),
        Command("Agenda", "Ne&xt item", "Ctrl+PgDown", partial(do.items.step, 1)),
        Command("Agenda", "&Previous item", "Ctrl+PgUp", partial(do.items.step, -1)),
        *jumps,
        Change("Agenda", "&New item", "Ctrl+Shift+N", do.items.add, 1),
        Change("Agenda", "&Rename", "F2", do.items.rename, 1, why_not=why),
        Change("Agenda", "&Details of the item…", "F4", do.items.describe, 1, why_not=why),
        Change("Agenda", "Move &up", "Ctrl+Shift+Up", partial(do.items.move, -1), 1, why_not=why),
        Change(
            "Agenda", "Move &down", "Ctrl+Shift+Down", partial(do.items.move, 1), 1, why_not=why
        ),
        Change("Agenda", "&Take an item now…", "Ctrl+Shift+J", do.items.take_now, 1),
        Change("Agenda", "De&lete the item", "", do.items.delete, 2, why_not=why),
    )


def _checks(do: CommandSets) -> tuple[Command, ...]:
    checks = do.checks
    return (
        Change("Edit", "&Mend what was found", "Ctrl+Shift+M", checks.mend, 3,
               why_not=checks.why_no_fix),
        Change("Edit", "Mend &all that is safe…", "", checks.mend_all, 3,
               why_not=checks.why_none_safe),
        Change("Edit", "&Leave what was found", "Ctrl+Shift+L", checks.leave, 3,
               why_not=checks.why_no_finding),
        Change("Edit", "S&how again what was left", "", checks.show_again, 3,
               why_not=checks.why_none_left),
    )  # fmt: skip


def _room(window: "MeetingWindow", do: CommandSets) -> tuple[Command, ...]:
    room = do.room
    return (
        Change("Room", "&Roll call", "F7", room.call_roll),
        Change("Room", "&Vote", "F8", room.take_vote, why_not=Reasons(window).no_item),
        Change("Room", "&Ballot", "Shift+F8", room.take_ballot, why_not=Reasons(window).no_item),
        Change("Room", "Declare an &interest", "Ctrl+Shift+D", room.steps.declare, 1,
               why_not=Reasons(window).no_item),
        Change("Room", "&Outcome and statement", "Ctrl+Shift+R", room.steps.decide, 1,
               why_not=room.steps.why_no_outcome),
        Command("Room", "Arrivals and &departures", "", room.go_to_list),
        Change("Room", "&Hand over the chair", "", room.steps.hand_over, 1),
        *(
            Change("Room", words, "", partial(room.steps.take, step), 2,
                   why_not=partial(room.steps.why_not, step))
            for words, step in (
                ("E&xclude press and public", Step.PUBLIC_EXCLUDED),
                ("Read&mit press and public", Step.PUBLIC_READMITTED),
                ("&Adjourn", Step.ADJOURNED),
                ("Re&sume", Step.RESUMED),
                ("&Close the meeting", Step.CLOSED),
            )
        ),
    )  # fmt: skip


def _view(window: "MeetingWindow", do: CommandSets) -> tuple[Command, ...]:
    return (
        Command("View", "Next &place", "F6", window.next_place),
        Command("View", "Back to the &words", "Esc", window.back_to_words),
        Command("View", "&Read the motion back", "F9", do.read_back.show),
        *(
            Command("View", f"&{name}", f"Ctrl+Alt+{n}", partial(window.open_tab, name), 1)
            for n, name in enumerate(("Room", "Checks", "Actions", "Preview"), start=1)
        ),
        Command("View", "&Larger", "Ctrl++; Ctrl+=", partial(window.zoom, 1), 2),
        Command("View", "&Smaller", "Ctrl+-", partial(window.zoom, -1), 2),
        Command("View", "&Usual size", "Ctrl+0", partial(window.zoom, 0), 2),
        Command("View", "&Offer earlier wording, or not", "", do.shorthand.offer_wording, 3),
        Command("View", "L&ight", "", partial(window.choose_look, "light"), 4),
        Command("View", "&Dark", "", partial(window.choose_look, "dark"), 4),
        Command("View", "&High contrast", "", partial(window.choose_look, "contrast"), 4),
        Command("View", "&As the system", "", partial(window.choose_look, ""), 4),
    )


def _archive(do: CommandSets) -> tuple[Command, ...]:
    keys = do.keys
    return (
        Change("Archive", "&Recovery sheet…", "", keys.show_sheet),
        Change("Archive", "&Passphrase…", "", keys.change_passphrase),
        Change("Archive", "Re&new the key…", "", keys.renew),
        Change("Archive", "Restore a &backup…", "", keys.restore, group=1),
    )
