"""The key map to a printer. Qt's printing is loaded only when somebody prints."""

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from clerkapp.window.menus.key_map import KeyGroup
from clerkapp.window.menus.key_page import TITLE, draw_key_page, save_key_page
from clerkapp.window.way_in.sheet_printing import usual_paper


def print_keys(groups: tuple[KeyGroup, ...], parent: QWidget) -> str:
    """Asks which printer and prints; a sentence about what became of it, "" where it was left.

    ExportError where the person prints to a file that cannot be written.
    """
    if not QPrinterInfo.availablePrinterNames():
        return "There is no printer on this computer. Save it as PDF, and print that elsewhere."
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(TITLE)
    printer.setPageLayout(QPageLayout(usual_paper(), QPageLayout.Orientation.Portrait, QMarginsF()))
    if not QPrintDialog(printer, parent).exec():
        return ""
    printer.setFullPage(True)  # the dialog sets margins of its own
    paper = printer.pageLayout().pageSize()
    if printer.outputFileName():
        save_key_page(groups, paper, Path(printer.outputFileName()))
        return f"Saved as {printer.outputFileName()}."
    if draw_key_page(printer, groups, paper):
        return "It is on its way to the printer."
    return "The printer did not take it. Try again, or save it as PDF."
