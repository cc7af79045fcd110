"""A second start on the same archive: it raises the window that is open, and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1000  # milliseconds for the first window to answer


def _name(archive: Path) -> str:
    """A name for the first window's ear: one an archive, and nothing of its path in it."""
    return f"clerkapp-{hashlib.sha256(str(archive.resolve()).encode()).hexdigest()[:24]}"


class FirstWindow(QObject):
    """Listens, as long as it lives, for a second start on the same archive."""

    called = Signal(str)  # the meeting or file that the second start named, or ""

    def __init__(self, archive: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(_name(archive))  # what a crash may have left; we hold the lock
        self._server.listen(_name(archive))

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket.waitForReadyRead(_PATIENCE):
            self.called.emit(bytes(socket.readAll().data()).decode(errors="replace").strip())
        socket.disconnectFromServer()
        socket.deleteLater()


def call_first_window(archive: Path, source: str) -> bool:
    """Asks the window that has `archive` open to come to the front; whether one answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(archive))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(f"{source}\n".encode())
    answered = socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return answered
