"""The recovery sheet to a printer. Qt's printing is loaded only when somebody prints."""

from pathlib import Path

from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from clerkapp.archive.keys.recovery import TITLE
from clerkapp.window.way_in.recovery_sheet import A4, LETTER, RecoverySheet, draw_sheet, save_sheet


def usual_paper() -> QPageSize:
    """Letter where inches are used as in the United States, A4 elsewhere."""
    system = QLocale.system().measurementSystem()
    return LETTER if system is QLocale.MeasurementSystem.ImperialUSSystem else A4


def print_sheet(sheet: RecoverySheet, parent: QWidget) -> str:
    """Asks which printer and prints; a sentence about what became of it, "" where it was left.

    Where the person prints to a file instead, it is saved as `save_sheet` does, for them alone.
    ExportError where that cannot be written.
    """
    from PySide6.QtPrintSupport import (  # noqa: PLC0415 - loads 3 libraries nobody else needs
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        return "There is no printer on this computer. Save it as PDF, and print that elsewhere."
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"Clerkapp {TITLE.lower()}")
    printer.setPageLayout(QPageLayout(usual_paper(), QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    if not QPrintDialog(printer, parent).exec():
        return ""
    printer.setFullPage(True)  # the dialog sets margins of its own
    paper = printer.pageLayout().pageSize()
    if printer.outputFileName():
        target = Path(printer.outputFileName())
        save_sheet(sheet, paper, target)
        return saved(target)
    if draw_sheet(printer, sheet, paper):
        return "It is on its way to the printer."
    return "The printer did not take it. Try again, or save it as PDF."


def saved(target: Path) -> str:
    """What is said of a sheet that is now a file."""
    return f"Saved as {target}, where only you can read it. Once it is printed, delete the file."
