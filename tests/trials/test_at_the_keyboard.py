"""Ten minutes at the keyboard of the real application; not a word may go astray.

Keys come at 15 a second from outside, as from a person's keyboard. Between the words the minutes
are split, joined, moved, sent, taken back and done again; codes, names and stock sentences are
written out. What the disk then has is compared with a model of what was typed.
"""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyboard import Keyboard, missing_programs
from typed_page import Typed, TypedPage

_SECONDS = 600
_BETWEEN_LOOKS = 30
_FEW_SECONDS = 8
_MINUTES = """Council: Brookmere
Committee: Trial
Date: 2026-03-05
Present: Cllr P Finch (Chair); Cllr J Okafor
In attendance: Chief Digital Officer [cdo]

# 1. First matter

# 2. Second matter

# 3. Third matter
"""
_WORDS = "xylem quartz fjord Zebra 1066 vowel jazz pyx nymph waltz crypt dwarf".split()  # noqa: SIM905 — prose
_CODES = {
    "wg": "working group",
    "cttee": "committee",
    "iwn": "It was noted that",
    "finy": "financial year",
    "cdo": "the Chief Digital Officer",
}
_SENTENCES = {
    "noted": "That the report be noted.",
    "urgent": "There were no items of urgent business.",
    "approved": "That the recommendations in the report be approved.",
}
_OPENINGS = {
    "q fi ": ("question", "Councillor Finch asked "),
    "c oka\t": ("comment", "Councillor Okafor commented that "),
    "r cdo ": ("response", "The Chief Digital Officer confirmed "),
    "q ": ("question", ""),
    "n ": ("note", ""),
}
_KINDS = {"ctrl+1": "question", "ctrl+2": "response", "ctrl+4": "note", "ctrl+5": "comment"}


class Clerk:
    """Decides what is done next, does it at the keyboard and in the model."""

    def __init__(self, keyboard: Keyboard, chance: random.Random) -> None:
        self.keyboard = keyboard
        self.chance = chance
        self.page = TypedPage(((Typed(),),) * 3)
        self.deeds: list[str] = []
        self._before: list[TypedPage] = []  # what each of the last deeds can be taken back to
        self._deeds: tuple[Callable[[], None], ...] = (
            self.end, self.end, self.end, self.split, self.split, self.join, self.join, self.move,
            self.send, self.give_kind, self.move_block, self.kind_of_block, self.send_block,
            self.delete_block, self.copy_block, self.jump, self.jump, self.write_out,
            self.write_out, self.take_code_back, self.put_sentence_in, self.there_and_back,
            self.leave_empty, self.delete, self.new_line, self.cut_block,
        )  # fmt: skip

    def go_on(self) -> None:
        """Types some words, then does one thing to them; now and then that is taken back."""
        self.type_words()
        self._before.clear()
        for _ in range(self.chance.choice((1, 1, 2, 3))):
            if not self.page.here.text:
                break
            deed = self.chance.choice(self._deeds)
            self.deeds.append(deed.__name__)
            deed()
        if self._before and self.chance.random() < 0.4:
            self.take_back()

    # Words

    def type_words(self) -> None:
        if not self.page.here.text and self.page.here == Typed() and self.chance.random() < 0.4:
            keys, (kind, opening) = self.chance.choice(list(_OPENINGS.items()))
            self.keyboard.type(keys.rstrip("\t"))
            if keys.endswith("\t"):
                self.keyboard.press("Tab")
            self.page = self.page.of_kind(kind).typed(opening)
        words = " ".join(self.chance.choices(_WORDS, k=self.chance.randint(2, 5)))
        text = self.page.here.text
        words = f" {words}" if text and not text.endswith(" ") else words
        self.keyboard.type(words)
        self.page = self.page.typed(words)

    def _capital(self, words: str) -> str:
        ends_sentence = self.page.here.text.endswith(".")
        return words[:1].upper() + words[1:] if ends_sentence else words

    def write_out(self) -> None:
        """A code, and a blank or a stop behind it."""
        code, words = self.chance.choice(list(_CODES.items()))
        stop = self.chance.choice((", then", " then", "; then"))
        self.keyboard.type(f" {code}{stop}")
        self.page = self.page.typed(f" {self._capital(words)}{stop}")
        self._before.clear()

    def take_code_back(self) -> None:
        """One undo gives the code back, and it stays."""
        code = self.chance.choice(list(_CODES))
        self.keyboard.type(f" {code},")
        self.keyboard.press("ctrl+z")
        self.keyboard.type(" then")
        self.page = self.page.typed(f" {code}, then")
        self._before.clear()

    def put_sentence_in(self) -> None:
        name, sentence = self.chance.choice(list(_SENTENCES.items()))
        self.keyboard.type(f" ;;{name}")
        self.keyboard.press("Return")
        self.page = self.page.typed(f" {sentence}")
        self._before.clear()

    def new_line(self) -> None:
        """Shift+Enter: more words in the same entry."""
        word = self.chance.choice(_WORDS)
        self.keyboard.press("shift+Return")
        self.keyboard.type(word)
        self.page = self.page.typed(f"\n{word}")
        self._before.clear()

    # Structure

    def _did(self, page: TypedPage) -> None:
        """Takes in what a deed has come to; one that changed something can be taken back."""
        if page.items != self.page.items:
            self._before.append(self.page)
        self.page = page

    def end(self) -> None:
        self.keyboard.press("Return")
        self.page = self.page.ended()

    def split(self) -> None:
        word = self.page.here.text.split(" ")[-1]
        if word == self.page.here.text:
            return
        self.keyboard.press("Left", len(word))
        self.keyboard.press("Return")
        self.keyboard.press("ctrl+End")
        self._did(self.page.split(word))

    def join(self) -> None:
        if not self.page.at:
            return
        self.keyboard.press("ctrl+Home")
        self.keyboard.press("BackSpace")
        self.keyboard.press("ctrl+End")
        self._did(self.page.joined())

    def move(self) -> None:
        by = self.chance.choice((-1, 1))
        self.keyboard.press("alt+Up" if by < 0 else "alt+Down")
        self._did(self.page.moved(1, by))

    def send(self) -> None:
        item = self.chance.randrange(3)
        self.keyboard.press(f"alt+shift+{item + 1}")
        self._did(self.page.sent(1, item))

    def delete(self) -> None:
        if len(self.page.entries) > 2:
            self.keyboard.press("ctrl+shift+Delete")
            self._did(self.page.without(1))

    def give_kind(self) -> None:
        keys, kind = self.chance.choice(list(_KINDS.items()))
        was_settled = self.page.here.kind == kind
        self.keyboard.press(keys)
        page = self.page.of_kind(kind)
        if not was_settled:
            self._before.append(self.page)
        self.page = page

    # Several entries

    def _select(self, most: int = 4) -> int:
        size = self.chance.randint(1, most)
        self.keyboard.press("ctrl+Home")
        self.keyboard.press("shift+Up", size)
        return size

    def _end_block(self) -> None:
        self.keyboard.press("Escape")
        self.keyboard.press("ctrl+End")

    def move_block(self) -> None:
        size, by = self._select(), self.chance.choice((-1, 1))
        self.keyboard.press("alt+Up" if by < 0 else "alt+Down")
        self._end_block()
        size = len(self.page.block(size))  # no more than stood there, also once it has moved
        page = self.page.moved(size, by)
        self._did(page.with_entries(page.entries, page.block(size).start))

    def kind_of_block(self) -> None:
        size = self._select()
        keys, kind = self.chance.choice(list(_KINDS.items()))
        self.keyboard.press(keys)
        self._end_block()
        page = self.page.all_of_kind(size, kind)
        self._did(page)

    def send_block(self) -> None:
        size, item = self._select(), self.chance.randrange(3)
        self.keyboard.press(f"alt+shift+{item + 1}")
        self._end_block()
        if item == self.page.item:
            self.page = self.page.with_entries(self.page.entries, self.page.block(size).start)
        else:
            self._did(self.page.sent(size, item))

    def delete_block(self) -> None:
        size = self._select(2)
        self.keyboard.press("Delete")
        self.keyboard.press("ctrl+End")
        self._did(self.page.without(size))

    def cut_block(self) -> None:
        """Cuts the block and pastes it where the cursor then is, which are two steps."""
        size = self._select(2)
        if size >= len(self.page.entries):
            self._end_block()
            page = self.page
            self.page = page.with_entries(page.entries, page.block(size).start)
            return
        self.keyboard.press("ctrl+x")
        self.keyboard.press("ctrl+v")
        block, entries = self.page.block(size), self.page.entries
        taken = tuple(entries[place] for place in block)
        self._did(self.page.without(size))
        at, rest = self.page.at, self.page.entries
        self._did(
            self.page.with_entries((*rest[: at + 1], *taken, *rest[at + 1 :]), at + len(taken))
        )

    def copy_block(self) -> None:
        """Copies and pastes at the end of the first: the copies stand below it."""
        size = self._select(3)
        self.keyboard.press("ctrl+c")
        self._end_block()
        self.keyboard.press("ctrl+v")
        block = self.page.block(size)
        entries = self.page.entries
        copies = tuple(entries[place] for place in block)
        pasted = (*entries[: block.start + 1], *copies, *entries[block.start + 1 :])
        self._did(self.page.with_entries(pasted, block.start + len(copies)))

    # Elsewhere, and back in time

    def jump(self) -> None:
        item = self.chance.randrange(3)
        self.keyboard.press(f"alt+{item + 1}")
        stays_open = item == self.page.item and not self.page.entries[-1].text
        self.page = self.page if stays_open else self.page.gone_to(item)

    def leave_empty(self) -> None:
        """An entry that was opened and left for another item leaves nothing."""
        self.keyboard.press("Return")
        self.page = self.page.ended()
        self.jump()

    def there_and_back(self) -> None:
        """Takes several steps back, whatever they were, and does them again."""
        times = self.chance.randint(1, 10)
        self.keyboard.press("ctrl+z", times)
        self.keyboard.press("ctrl+shift+z", times)
        item = self.page.item
        self.keyboard.press(f"alt+{item + 1}")
        self.page = self.page.gone_to(item)

    def take_back(self) -> None:
        """Takes back some of the last deeds, each one step; perhaps does some of them again."""
        times = self.chance.randint(1, len(self._before))
        steps = [*self._before[-times:], self.page]
        again = self.chance.randint(0, times)
        self.deeds.append(f"take back {times} and do {again} again")
        self.keyboard.press("ctrl+z", times)
        if again:
            self.keyboard.press("ctrl+shift+z", again)
        item = self.page.item
        self.keyboard.press(f"alt+{item + 1}")
        self.page = steps[again].gone_to(item)
        self._before.clear()


@pytest.fixture
def at_the_keyboard(tmp_path: Path) -> Iterator[Keyboard]:
    missing = missing_programs()
    if missing:
        pytest.skip(f"this machine has no {' and no '.join(missing)}")
    keyboard = Keyboard(tmp_path, _MINUTES)
    yield keyboard
    keyboard.end()


@pytest.mark.trials(few=1, full=1)
def test_every_word_typed_at_the_keyboard_is_on_the_disk(at_the_keyboard, trial, request):
    seconds = _SECONDS if request.config.getoption("--full-trials") else _FEW_SECONDS
    seed = request.config.getoption("--seed-of-keys")
    seed = random.randrange(10**6) if seed is None else seed
    keyboard, clerk = at_the_keyboard, Clerk(at_the_keyboard, random.Random(seed))
    began = looked = time.monotonic()
    looks = 0
    while time.monotonic() - began < seconds:
        clerk.go_on()
        if time.monotonic() - looked > _BETWEEN_LOOKS:
            _look(keyboard, clerk, seed)
            looks, looked = looks + 1, time.monotonic()
    _look(keyboard, clerk, seed)
    taken = time.monotonic() - began
    assert keyboard.close() == 0
    _look(keyboard, clerk, seed)
    entries = sum(map(len, keyboard.record()))
    print(
        f"\n{keyboard.count} keys and {len(clerk.deeds)} deeds in {taken:.0f} s, "
        f"{entries} entries, held against the disk {looks + 2} times (--seed-of-keys {seed})"
    )


def _look(keyboard: Keyboard, clerk: Clerk, seed: int) -> None:
    record = keyboard.record_once(clerk.page.fits)
    differences = clerk.page.differences(record)
    assert not differences, f"after {clerk.deeds[-40:]} with --seed-of-keys {seed}"
    assert not keyboard.errors()
