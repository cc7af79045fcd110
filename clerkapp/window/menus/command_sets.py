"""What does the commands, by what they are done to."""

from typing import TYPE_CHECKING

from clerkapp.archive.read_only import OpenArchive
from clerkapp.window.agenda.agenda_commands import AgendaCommands
from clerkapp.window.beside.checks_commands import ChecksCommands
from clerkapp.window.beside.read_back_commands import ReadBackCommands
from clerkapp.window.item.entry_blocks import EntryBlocks
from clerkapp.window.item.entry_commands import EntryCommands
from clerkapp.window.item.entry_mouse import EntryMouse
from clerkapp.window.item.shorthand_commands import ShorthandCommands
from clerkapp.window.meetings.meeting_commands import MeetingCommands
from clerkapp.window.meetings.search_commands import SearchCommands
from clerkapp.window.meetings.word_file_commands import WordFileCommands
from clerkapp.window.menus.finding_commands import FindingCommands
from clerkapp.window.room.room_commands import RoomCommands
from clerkapp.window.way_in.key_commands import KeyCommands

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class CommandSets:
    """Those of one window. Each set hears what the window tells it, and acts on the window."""

    def __init__(self, archive: OpenArchive, window: "MeetingWindow") -> None:
        self.meetings = MeetingCommands(archive, window)
        self.search = SearchCommands(archive, window)
        self.keys = KeyCommands(archive, window)
        self.blocks = EntryBlocks(window)
        self.entries = EntryCommands(window, self.blocks)
        self.mouse = EntryMouse(window, self.blocks, self.entries)
        self.items = AgendaCommands(window)
        self.read_back = ReadBackCommands(window)
        self.shorthand = ShorthandCommands(archive, window)
        self.finding = FindingCommands(window)
        self.room = RoomCommands(window)
        self.checks = ChecksCommands(window, self.room.take_vote)
        self.word_files = WordFileCommands(window, self.meetings.styles)
