"""The house style chosen in the preview, and one that cannot be used."""

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clerkapp.wording.house_style import house_styles, own_styles_folder


def chosen(hands: Hands, name: str) -> None:
    """Chooses a style as a person does: opens the list of the box and takes a line of it."""
    hands.press("Ctrl+Alt+4")
    box = hands.window.beside.preview.style_box
    box.setFocus()
    box.showPopup()
    box.view().setCurrentIndex(box.model().index(box.findData(name), 0))
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    QTest.qWait(20)  # the list goes, and the box has the focus again


def words(hands: Hands) -> str:
    return hands.window.beside.preview.page.toPlainText()


def test_the_preview_offers_every_house_style(hands):
    hands.press("Ctrl+Alt+4")
    box = hands.window.beside.preview.style_box
    assert box.currentData() == hands.window.open.style.name
    box.about_to_open.emit()
    offered = [box.itemData(place) for place in range(box.count())]
    assert offered == [style.name for style in house_styles()]
    assert box.currentData() == hands.window.open.style.name


def test_another_style_is_printed_at_once_and_taken_back_in_one_step(hands):
    hands.press("Ctrl+Alt+4")
    before, record = words(hands), hands.meeting
    chosen(hands, "decision-and-minutes")
    assert hands.meeting.heading.house_style == "decision-and-minutes"
    assert "Decision:" in words(hands) != before
    assert hands.meeting.items == record.items
    hands.window.capture.session.undo()
    hands.window._refresh_around()
    assert words(hands) == before
    assert hands.window.beside.preview.style_box.currentData() == hands.window.open.style.name


def test_an_own_style_is_offered_beside_the_others(hands, archive):
    folder = own_styles_folder(archive.path)
    folder.mkdir()
    text = 'like = "a-member"\ntitle = "Ours"\nsummary = "S"\n[words]\nvenue = "Where we met"\n'
    (folder / "ours.toml").write_text(text, encoding="utf-8")
    chosen(hands, "ours")
    assert hands.window.open.style.title == "Ours"


def test_a_broken_own_style_is_told_in_the_bar_until_another_is_chosen(hands, archive):
    folder = own_styles_folder(archive.path)
    folder.mkdir()
    (folder / "ours.toml").write_text('like = "a-member"\ntitle = 1\nsummary = "S"\n')
    hands.window.do.meetings.styles.print_as("ours")
    assert hands.window.open.style.name == "bulleted-exchanges"
    assert hands.window.notices.words == (
        "House style: ours.toml: title: expected words in quotation marks; the usual style is used."
    )
    hands.window.do.meetings.styles.print_as("a-member")
    assert hands.window.notices.words == ""


def test_a_style_that_is_on_another_computer_is_told_in_one_sentence(hands):
    hands.window.do.meetings.styles.print_as("theirs")
    assert hands.window.notices.words == (
        "House style: “theirs” is not on this computer; the usual style is used."
    )
