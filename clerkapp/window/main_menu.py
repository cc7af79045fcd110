"""The menus of the main window: every command, its words and its keys."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from clerkapp.window.commands import Command
from clerkapp.window.kind_names import KIND_KEYS, KIND_NAMES

if TYPE_CHECKING:
    from clerkapp.window.main_window import MainWindow

Change = partial(Command, changes=True)
MENUS = ("Meeting", "Edit", "Entry", "Agenda", "View", "Help")


def commands_of(window: "MainWindow") -> tuple[Command, ...]:
    """Everything that `window` can do, in the order of the menus."""
    commands = _all(window)
    if not window.why_read_only:
        return commands
    return tuple(replace(c, run=window.refuse) if c.changes else c for c in commands)


def _all(window: "MainWindow") -> tuple[Command, ...]:
    return (
        *_meeting(window),
        Change("Edit", "&Undo", "Ctrl+Z", window.undo),
        Change("Edit", "&Redo", "Ctrl+Shift+Z; Ctrl+Y", window.redo),
        *_clipboard(window),
        Command("Edit", "&Find in this meeting…", "Ctrl+F", window.search.here, 2),
        Command("Edit", "Find in &every meeting…", "Ctrl+Shift+F", window.search.everywhere, 2),
        *_entry(window),
        *_agenda(window),
        *_view(window),
        Command("Help", "&Keys", "F1", window.meetings.show_keys),
        Command("Help", "&About Clerkapp", "", window.meetings.show_about),
    )


def _meeting(window: "MainWindow") -> tuple[Command, ...]:
    room = window.meetings
    return (
        Change("Meeting", "&New meeting…", "Ctrl+N", room.start),
        Command("Meeting", "&Meetings…", "Ctrl+L", room.choose),
        Change("Meeting", "&Bring in a file…", "Ctrl+O", room.bring_in),
        Change("Meeting", "&Details…", "Ctrl+I", room.edit_details, group=1),
        Command("Meeting", "&Export…", "Ctrl+E", room.export, group=1),
        Change("Meeting", "Remo&ve this meeting…", "", room.remove, group=2),
        Command("Meeting", "&Quit", "Ctrl+Q", window.close, group=3),
    )


def _clipboard(window: "MainWindow") -> tuple[Command, ...]:
    blocks = window.blocks
    return (
        Change("Edit", "Cu&t", "Ctrl+X", blocks.cut, 1),
        Command("Edit", "&Copy", "Ctrl+C", blocks.copy, 1),
        Change("Edit", "&Paste", "Ctrl+V", blocks.paste, 1),
        Command("Edit", "Copy the &item as text", "Ctrl+Shift+C", blocks.copy_item, 1),
        Command("Edit", "Select e&very entry of the item", "Ctrl+Shift+E", blocks.select_all, 1),
    )


def _entry(window: "MainWindow") -> tuple[Command, ...]:
    kinds = tuple(
        Change("Entry", KIND_NAMES[kind], keys, partial(window.entries.set_kind, kind))
        for kind, keys in KIND_KEYS.items()
    )
    sends = tuple(
        Change("Entry", f"Send to item {n} of the agenda", f"Alt+Shift+{n}",
               partial(window.entries.send, n), group=2, is_shown=False)
        for n in range(1, 10)
    )  # fmt: skip
    return (
        *kinds,
        Change("Entry", "Every &kind…", "Ctrl+T", window.entries.show_kinds),
        Change("Entry", "&Owner of the action point", "Ctrl+Shift+O", window.page.edit_owner, 1),
        Change("Entry", "&Date of the action point", "Ctrl+D", window.page.edit_due, 1),
        Change("Entry", "Move &up", "Alt+Up", partial(window.entries.move, -1), 2),
        Change("Entry", "Move &down", "Alt+Down", partial(window.entries.move, 1), 2),
        Change("Entry", "&Send to an item…", "Ctrl+Shift+G; Alt+Shift+0", window.entries.park, 2),
        Command("Entry", "&History…", "Ctrl+H", window.entries.show_history, 2),
        Change("Entry", "E&xempt…", "Ctrl+Shift+X", window.entries.ask_exempt, 2),
        Change("Entry", "De&lete", "Ctrl+Shift+Del", window.entries.delete, 2),
        *sends,
    )


def _agenda(window: "MainWindow") -> tuple[Command, ...]:
    jumps = tuple(
        Command("Agenda", f"Go to item {n} of the agenda", f"Alt+{n}",
                partial(window.items.jump, n), is_shown=False)
        for n in range(1, 10)
    )  # fmt: skip
    return (
        Command("Agenda", "&Go to an item", "Ctrl+G", window.agenda.view.setFocus),
        Command("Agenda", "Ne&xt item", "Ctrl+PgDown", partial(window.items.step, 1)),
        Command("Agenda", "&Previous item", "Ctrl+PgUp", partial(window.items.step, -1)),
        *jumps,
        Change("Agenda", "&New item", "Ctrl+Shift+N", window.items.add, 1),
        Change("Agenda", "&Rename", "F2", window.items.rename, 1),
        Change("Agenda", "&Details of the item…", "F4", window.items.describe, 1),
        Change("Agenda", "Move &up", "Ctrl+Shift+Up", partial(window.items.move, -1), 1),
        Change("Agenda", "Move &down", "Ctrl+Shift+Down", partial(window.items.move, 1), 1),
        Change("Agenda", "&Take an item now…", "Ctrl+Shift+J", window.items.take_now, 1),
        Change("Agenda", "De&lete the item", "", window.items.delete, 2),
    )


def _view(window: "MainWindow") -> tuple[Command, ...]:
    return (
        Command("View", "Next &place", "F6", window.next_place),
        Command("View", "Back to the &words", "Esc", window.back_to_words),
        *(
            Command("View", f"&{name}", f"Ctrl+Alt+{n}", partial(window.open_tab, name), 1)
            for n, name in enumerate(("Room", "Checks", "Actions", "Preview"), start=1)
        ),
        Command("View", "&Larger", "Ctrl++; Ctrl+=", partial(window.zoom, 1), 2),
        Command("View", "&Smaller", "Ctrl+-", partial(window.zoom, -1), 2),
        Command("View", "&Usual size", "Ctrl+0", partial(window.zoom, 0), 2),
        Command("View", "L&ight", "", partial(window.choose_look, "light"), 3),
        Command("View", "&Dark", "", partial(window.choose_look, "dark"), 3),
        Command("View", "&As the system", "", partial(window.choose_look, ""), 3),
    )
