"""The house styles in the window: looked at with the meeting in hand, and taken for it."""

from hands import answering_boxes, open_dialog
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from test_accessibility import faults
from test_dialogs import answering

from clerkapp.meeting.committees import Committee
from clerkapp.window.look.look import LIGHT
from clerkapp.window.meetings.house_styles_dialog import HouseStylesDialog
from clerkapp.window.meetings.style_editor_dialog import StyleEditorDialog
from clerkapp.window.meetings.style_name_dialog import StyleNameDialog
from clerkapp.window.meetings.style_preview import StylePreview
from clerkapp.wording.house_style import house_style


def choose(dialog: HouseStylesDialog, name: str) -> None:
    names = [line.place.item_id if line.place else "" for line in dialog.view.lines.lines]
    dialog.view.setCurrentIndex(dialog.view.lines.index(names.index(name)))


def test_a_style_is_taken_for_the_meeting_in_one_step(hands):
    seen, names = [], []
    window = hands.window
    before = window.meeting

    def answer(dialog: HouseStylesDialog) -> None:
        choose(dialog, "slash-numbers")
        QTest.keyClick(dialog.view, Qt.Key.Key_Return)
        names.append(dialog.chosen)

    answering(answer, seen)
    window.do.meetings.styles.show()
    assert names == ["slash-numbers"]
    assert window.meeting.heading.house_style == "slash-numbers"
    window.capture.session.undo()
    assert window.capture.session.meeting == before


# Of one's own


OURS = 'like = "a-member"\ntitle = "Ours"\nsummary = "As we do"\n'


CASTING = ("A casting vote in favour", "A casting vote against")
USED = (
    "1 meeting and the next meetings of 1 committee are printed in it, and then in "
    "“Bulleted exchanges” until another is chosen."
)


def own(hands, name: str, text: str) -> None:
    folder = hands.window.do.meetings.styles.folder
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def then(answers, seen: list[str]) -> None:
    """Has each of `answers`, a kind of dialog and what to do with it, called when it opens."""
    (kind, first), *others = answers

    def look() -> None:
        dialog = open_dialog()
        if not isinstance(dialog, kind):
            QTimer.singleShot(20, look)
            return
        seen.append(kind.__name__)
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)
        if others:
            then(others, seen)
        try:
            first(dialog)
        except BaseException:
            dialog.done(0)  # else the test would wait for it
            raise

    QTimer.singleShot(20, look)


def to_change(change):
    """The style in use is to be changed, and `change` does it."""

    def leave(dialog: HouseStylesDialog) -> None:
        dialog._change.click()
        dialog.reject()

    return [(HouseStylesDialog, leave), (StyleEditorDialog, change)]


def naming(title: str):
    def answer(dialog: StyleNameDialog) -> None:
        dialog._field.setText(title)
        QTest.keyClick(dialog._field, Qt.Key.Key_Return)

    return answer


def lines_of(dialog: HouseStylesDialog) -> list[tuple[str, str]]:
    return [(line.words, line.aside) for line in dialog.view.lines.lines]


def test_a_style_is_made_like_another_changed_by_keys_and_printed_at_once(hands):
    seen, told = [], {}
    window = hands.window

    def styles(dialog: HouseStylesDialog) -> None:
        choose(dialog, "bulleted-exchanges")
        dialog._like.click()
        told["list"] = lines_of(dialog)[:2]
        QTest.keyClick(dialog.view, Qt.Key.Key_Return)

    def change(dialog: StyleEditorDialog) -> None:
        keys = dialog.focusWidget
        assert keys() is dialog.words
        QTest.keyClicks(keys(), "resolved")
        QTest.keyClick(keys(), Qt.Key.Key_Return)
        QTest.keyClicks(keys(), "AGREED:")
        QTest.keyClick(keys(), Qt.Key.Key_Return)
        assert keys() is dialog.words
        hands.qtbot.waitUntil(lambda: "AGREED:" in dialog.preview.page.toPlainText())
        QTest.keyClicks(keys(), "times")
        QTest.keyClick(keys(), Qt.Key.Key_Return)
        QTest.keyClicks(keys(), "19:30")
        told["faults"] = faults(dialog)
        dialog.save.setFocus()
        QTest.keyClick(keys(), Qt.Key.Key_Return)
        told["visible"] = dialog.isVisible()

    then([(HouseStylesDialog, styles), (StyleNameDialog, naming("Our town")),
          (StyleEditorDialog, change)], seen)  # fmt: skip
    window.do.meetings.styles.show()
    assert seen == ["HouseStylesDialog", "StyleNameDialog", "StyleEditorDialog"]
    assert told == {"list": [("Yours", ""), ("Our town", "")], "faults": [], "visible": False}
    path = window.do.meetings.styles.folder / "our-town.toml"
    assert path.read_text("utf-8") == (
        'like = "bulleted-exchanges"\ntitle = "Our town"\nsummary = "Like Bulleted exchanges"\n'
        '\n[layout]\ntimes = "19:30"\n\n[decisions]\nresolved = "AGREED:"\n'
    )
    assert window.meeting.heading.house_style == "our-town"
    assert window.open.style.decisions.resolved == "AGREED:"


def test_the_style_in_use_is_changed_under_the_open_window(hands):
    own(hands, "ours", OURS)
    window, seen = hands.window, []
    window.do.meetings.styles.print_as("ours")
    window.beside.open_tab("Preview")
    assert "TO DO NOW" not in window.beside.preview.page.toPlainText()

    def change(dialog: StyleEditorDialog) -> None:
        dialog._go_to("attendance.title")
        dialog.field.focus()
        QTest.keyClicks(dialog.focusWidget(), "TO DO NOW")
        dialog.save.click()

    def styles(dialog: HouseStylesDialog) -> None:
        assert ("Ours", "in use") in lines_of(dialog)
        dialog._change.click()
        dialog.reject()

    then([(HouseStylesDialog, styles), (StyleEditorDialog, change)], seen)
    window.do.meetings.styles.show()
    assert window.open.style.attendance.title == "TO DO NOW"
    assert window.page._style is window.open.style
    assert window.beside.preview._shown[1] is window.open.style


def test_a_wrong_place_is_told_at_its_key_and_nothing_is_saved_or_lost(hands):
    own(hands, "ours", OURS)
    seen, told = [], {}

    def change(dialog: StyleEditorDialog) -> None:
        QTest.keyClicks(dialog.words, "moved and seconded")
        dialog.field.focus()
        text = dialog.field._current
        QTest.keyClicks(text, "Proposed by {")
        told["offered"] = text._list.isVisible()
        QTest.keyClicks(text._list, "prop} and")
        told["fault"] = dialog.field.fault.text()
        told["line"] = dialog.view.lines.lines[dialog.view.currentIndex().row()].aside
        told["save"] = dialog.save.isEnabled()
        dialog._on_save()
        told["open"] = dialog.isVisible()
        assert text.words() == "Proposed by {prop} and"
        text.set_words("Proposed by ")
        QTest.keyClicks(text, "{m")
        assert text._places.currentCompletion() == "{mover}"
        text._places.activated.emit("{mover}")  # Enter: offscreen the list has no focus
        assert text.words() == "Proposed by {mover}"
        assert dialog.field.fault.text() == ""
        QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert text.words() != "Proposed by {mover}"
        text.redo()
        dialog._on_save()

    then(to_change(change), seen)
    styles = hands.window.do.meetings.styles
    answering_styles_of(hands, "ours")
    assert told == {
        "offered": True,
        "fault": "{prop} is not among its places: {mover}, {seconder}.",
        "line": "wrong",
        "save": False,
        "open": True,
    }
    assert house_style("ours", styles.folder).votes.moved_seconded == "Proposed by {mover}"


def answering_styles_of(hands, name: str) -> None:
    hands.window.do.meetings.styles.print_as(name)
    hands.window.do.meetings.styles.show()


def test_a_key_is_given_back_and_cancel_asks_only_when_something_was_changed(hands, monkeypatch):
    own(hands, "ours", f'{OURS}[words]\naction = "To do:"\n')
    seen: list[object] = []
    asked = answering_boxes(monkeypatch, True)

    def change(dialog: StyleEditorDialog) -> None:
        dialog._go_to("words.action")
        assert dialog.field.base.text() == "Its own. “A Member” says: ACTION –"
        dialog.field.back.click()
        assert dialog.draft.own == {}
        assert not dialog.field.back.isEnabled()
        text = dialog.field._current
        assert text.words() == "ACTION –"
        QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert dialog.draft.own == {"words.action": "To do:"}
        dialog.reject()
        assert asked == []
        assert not dialog.isVisible()

    def change_again(dialog: StyleEditorDialog) -> None:
        dialog._go_to("words.action")
        dialog.field.back.click()
        dialog.reject()

    for each in (change, change_again):
        then(to_change(each), seen)
        answering_styles_of(hands, "ours")
    assert len(asked) == 1
    assert "[words]" in (hands.window.do.meetings.styles.folder / "ours.toml").read_text("utf-8")


def test_a_broken_style_is_listed_with_what_is_wrong_and_mended_in_the_editor(hands):
    own(hands, "ours", f'{OURS}[words]\nakshun = "x"\ndue = "{{date}}"\n')
    own(hands, "worse", "title =")
    seen, told = [], {}

    def styles(dialog: HouseStylesDialog) -> None:
        told["list"] = lines_of(dialog)[:3]
        choose(dialog, "worse")
        told["worse"] = (dialog._use.isEnabled(), dialog._change.isEnabled())
        choose(dialog, "ours")
        told["ours"] = (dialog._use.isEnabled(), dialog._change.isEnabled())
        told["page"] = dialog.preview.page.toPlainText()
        dialog._change.click()
        told["after"] = lines_of(dialog)[1]
        dialog.reject()

    def change(dialog: StyleEditorDialog) -> None:
        told["keys"] = [line.words for line in dialog.view.lines.lines[:2]]
        told["trouble"] = dialog.trouble.text()
        assert dialog._key.key == "words.akshun"
        dialog.field.back.click()
        dialog._go_to("words.due")
        dialog.field.back.click()
        dialog._on_save()

    then([(HouseStylesDialog, styles), (StyleEditorDialog, change)], seen)
    hands.window.do.meetings.styles.show()
    assert told.pop("page").startswith("ours.toml cannot be used as it is.")
    assert told == {
        "list": [("Yours", ""), ("Ours", ""), ("worse.toml", "")],
        "worse": (False, False),
        "ours": (False, True),
        "keys": ["Not understood", "words.akshun"],
        "trouble": "2 keys are wrong: mend them, then it can be saved.",
        "after": ("Ours", ""),
    }


def test_a_style_is_renamed_and_duplicated_without_a_clash(hands):
    own(hands, "ours", OURS)
    seen, told = [], []

    def rename(dialog: StyleNameDialog) -> None:
        dialog._field.setText("Slash numbers")
        dialog._on_accepted()
        told.append(dialog.trouble.text())
        naming("Our town")(dialog)

    def styles(dialog: HouseStylesDialog) -> None:
        QTest.keyClick(dialog.view, Qt.Key.Key_F2)
        told.append(lines_of(dialog)[1])
        then([(StyleNameDialog, naming("Ours"))], seen)
        dialog._copy.trigger()
        told.append([words for words, _ in lines_of(dialog)[1:3]])
        dialog.reject()

    then([(HouseStylesDialog, styles), (StyleNameDialog, rename)], seen)
    answering_styles_of(hands, "ours")
    assert "already" in told[0]
    assert told[1:] == [("Our town", "in use"), ["Ours", "Our town"]]
    folder = hands.window.do.meetings.styles.folder
    assert sorted(each.name for each in folder.iterdir()) == ["ours-2.toml", "ours.toml"]
    assert house_style("ours-2", folder).layout == house_style("ours", folder).layout


def test_a_style_is_removed_once_it_is_said_who_has_it(hands, archive, monkeypatch):
    own(hands, "ours", OURS)
    own(hands, "next", OURS.replace("a-member", "ours").replace("Ours", "Next"))
    archive.keep_committee(Committee("c1", "Planning", house_style="ours"))
    seen: list[object] = []
    asked = answering_boxes(monkeypatch, True)

    def styles(dialog: HouseStylesDialog) -> None:
        QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
        dialog.reject()

    then([(HouseStylesDialog, styles)], seen)
    answering_styles_of(hands, "ours")
    (words,) = asked
    assert words.split("\n\n") == [
        "Remove “Ours”? Its file is deleted, and that cannot be undone.",
        USED,
        "“Next”, which is like it, stays as it is.",
    ]
    folder = hands.window.do.meetings.styles.folder
    assert [each.name for each in folder.iterdir()] == ["next.toml"]
    assert hands.window.open.style.name == "bulleted-exchanges"
    assert hands.window.notices.notice is not None


def test_a_style_that_comes_with_clerkapp_can_only_be_made_like(hands):
    seen, told = [], []

    def styles(dialog: HouseStylesDialog) -> None:
        told.extend(
            each.isEnabled()
            for each in (dialog._like, dialog._change, dialog._rename, dialog._remove, dialog._copy)
        )
        QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
        QTest.keyClick(dialog.view, Qt.Key.Key_F2)
        dialog.reject()

    then([(HouseStylesDialog, styles)], seen)
    hands.window.do.meetings.styles.show()
    assert told == [True, False, False, False, False]
    assert seen == ["HouseStylesDialog"]


def test_a_meeting_with_little_in_it_is_shown_by_the_sample(hands):
    preview = StylePreview(replace(hands.meeting, items=()), LIGHT)
    preview.show_now(house_style(""))
    assert "Corporate Overview" in preview.page.toPlainText()
    assert preview.said.text().startswith("The sample meeting")


def test_the_keys_are_found_by_what_they_say_and_the_arrows_go_through_them(hands):
    own(hands, "ours", OURS)
    seen = []

    def change(dialog: StyleEditorDialog) -> None:
        QTest.keyClicks(dialog.words, "casting vote")
        names = [line.words for line in dialog.view.lines.lines if line.place]
        assert names == ["The numbers of a vote", "A casting vote", *CASTING]
        dialog.words.setText("a casting")
        assert dialog._key.name == "A casting vote"
        QTest.keyClick(dialog.words, Qt.Key.Key_Down)
        assert dialog._key.name == "A casting vote in favour"
        dialog.field.focus()
        dialog._on_next()
        assert dialog._key.name == "A casting vote against"
        assert dialog.field.isAncestorOf(dialog.focusWidget())
        dialog.words.setText("nonsense")
        assert [line.words for line in dialog.view.lines.lines] == ["No key is called that"]
        dialog.words.clear()
        dialog.only_own.setChecked(True)
        assert {line.place.item_id for line in dialog.view.lines.lines if line.place} == set()
        dialog.reject()

    then(to_change(change), seen)
    answering_styles_of(hands, "ours")
    assert seen == ["HouseStylesDialog", "StyleEditorDialog"]


def test_the_keys_of_a_list_never_lead_to_a_heading(hands):
    own(hands, "ours", OURS)
    seen, told = [], []

    def styles(dialog: HouseStylesDialog) -> None:
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
            QTest.keyClick(dialog.view, key)
            told.append(dialog.name)
        dialog.reject()

    then([(HouseStylesDialog, styles)], seen)
    hands.window.do.meetings.styles.show()
    assert told == ["ours", "a-member", "ours", "welsh-community-council"]


def test_what_the_disk_does_not_take_is_told_and_stays_in_the_editor(hands):
    own(hands, "ours", OURS)
    folder = hands.window.do.meetings.styles.folder
    seen, told = [], []

    def change(dialog: StyleEditorDialog) -> None:
        dialog._go_to("words.action")
        dialog.field.focus()
        QTest.keyClicks(dialog.focusWidget(), "To do:")
        folder.rename(folder.with_name("away"))
        folder.touch()
        dialog.save.click()
        told.append(dialog.trouble.text())
        folder.unlink()
        dialog.save.click()
        told.append(dialog.isVisible())

    then(to_change(change), seen)
    answering_styles_of(hands, "ours")
    assert "cannot be written" in told[0]
    assert told[1:] == [False]
    assert house_style("ours", folder).words.action == "To do:"


def test_tab_goes_from_the_list_of_keys_to_what_the_chosen_one_says(hands):
    own(hands, "ours", OURS)
    seen, gone = [], []

    def change(dialog: StyleEditorDialog) -> None:
        for key in ("words.due", "words.action"):
            dialog._go_to(key)
            dialog.view.setFocus()
            dialog.focusNextChild()
            gone.append(dialog.focusWidget() is dialog.field._current)
        QTest.keyClicks(dialog.focusWidget(), "x")
        for where in (dialog.field.back, dialog.preview.page):
            dialog.focusNextChild()
            gone.append(dialog.focusWidget() is where)
        dialog._begun = dialog.draft
        dialog.reject()

    then(to_change(change), seen)
    answering_styles_of(hands, "ours")
    assert gone == [True] * 4


def test_a_screen_reader_is_told_what_is_wrong_once_the_keys_rest(hands, monkeypatch):
    own(hands, "ours", OURS)
    seen, heard = [], []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: heard.append(e.message()))

    def change(dialog: StyleEditorDialog) -> None:
        dialog._go_to("words.due")
        dialog.field.focus()
        QTest.keyClicks(dialog.focusWidget(), "By {date}")
        heard.clear()
        hands.qtbot.waitUntil(lambda: heard != [])
        told = dialog.field._current.accessibleDescription()
        assert told.startswith(dialog.field.fault.text())
        dialog._begun = dialog.draft
        dialog.reject()

    then(to_change(change), seen)
    answering_styles_of(hands, "ours")
    assert heard == ["{date} is not among its places: {due}."]


def test_the_folder_of_own_styles_is_opened_also_before_there_is_one(hands, monkeypatch):
    opened, told = [], answering_boxes(monkeypatch)
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or len(opened) < 2
    )
    styles = hands.window.do.meetings.styles
    for _ in range(2):
        then([(HouseStylesDialog, lambda dialog: (dialog._open.trigger(), dialog.reject()))], [])
        styles.show()
    assert opened == [str(styles.folder)] * 2
    assert told == [f"Nothing here can show a folder. It is {styles.folder}"]
    assert styles.folder.is_dir()
