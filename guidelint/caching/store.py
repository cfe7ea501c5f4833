"""A folder of small files, each under the digest of what it is about, and believed only if its own digest is right."""

from __future__ import annotations

import os
import time
from hashlib import blake2b
from stat import S_ISREG

MOST_BYTES = 256_000_000
"""Of all entries; when there are more, the oldest go."""

LONGEST_UNUSED = 30 * 24 * 3600.0
"""Seconds after which an entry that nobody has asked for goes."""

BETWEEN_PRUNINGS = 24 * 3600.0

LARGEST_ENTRY = 32_000_000

TAG = "CACHEDIR.TAG"
TAG_TEXT = b"Signature: 8a477f597d28d172789f06886806bc55\n# A cache of guidelint: see https://bford.info/cachedir/\n"
"""So that programs for backups leave the folder out."""

IGNORE = ".gitignore"


class Store:
    """Nothing that is wrong with the folder is an error: what cannot be read is not there, and what cannot be written
    is not kept."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._is_ready = False

    def get(self, key: str) -> bytes | None:
        try:
            path = self._path(key)
            known = os.stat(path)
            if not S_ISREG(known.st_mode) or known.st_size > LARGEST_ENTRY:
                return None
            with open(path, "rb", buffering=0) as file:
                written, _, content = file.readall().partition(b"\n")
            if written != _seal(key, content):
                return None
            if time.time() - known.st_mtime > BETWEEN_PRUNINGS:
                os.utime(path)
        except (OSError, ValueError):
            return None
        return content

    def put(self, key: str, content: bytes) -> bool:
        """Whether it is kept. Whoever reads at the same time sees the old entry or the new one, and nothing between."""
        path = self._path(key)
        draft = f"{path}.{os.getpid()}.tmp"
        try:
            self._make_ready()
            os.makedirs(os.path.dirname(path), exist_ok=True)
            try:
                with open(draft, "wb") as file:
                    file.write(_seal(key, content) + b"\n" + content)
                os.replace(draft, path)
            except BaseException:
                _remove(draft)
                raise
        except (OSError, ValueError):
            return False
        return True

    def prune(self) -> None:
        """Once a day: what is old, and then the oldest of what is too much."""
        tag = os.path.join(self._folder, TAG)
        try:
            now = time.time()
            if now - os.stat(tag).st_mtime < BETWEEN_PRUNINGS:
                return
            os.utime(tag)
            room = MOST_BYTES
            for used, size, path in sorted(self._entries(), reverse=True):
                room -= size
                if room < 0 or now - used > LONGEST_UNUSED:
                    _remove(path)
        except OSError:
            return

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, key[:2], key[2:])

    def _entries(self) -> list[tuple[float, int, str]]:
        """When each was last used, its size and its path; of folders that are named as ours are, and no others."""
        found = []
        for name in os.listdir(self._folder):
            folder = os.path.join(self._folder, name)
            if len(name) == 2 and os.path.isdir(folder) and not os.path.islink(folder):
                with os.scandir(folder) as entries:
                    for entry in entries:
                        known = entry.stat(follow_symlinks=False)
                        if S_ISREG(known.st_mode):
                            found.append((known.st_mtime, known.st_size, entry.path))
        return found

    def _make_ready(self) -> None:
        """Marks a folder as a cache if it is new or empty: in any other, whatever lies there is somebody's own."""
        if self._is_ready:
            return
        os.makedirs(self._folder, mode=0o700, exist_ok=True)
        if not os.listdir(self._folder):
            for name, content in ((TAG, TAG_TEXT), (IGNORE, b"*\n")):
                with open(os.path.join(self._folder, name), "wb") as file:
                    file.write(content)
        self._is_ready = True


def _seal(key: str, content: bytes) -> bytes:
    """Of an entry in its place: one that was moved under another key is as wrong as one that was cut off."""
    return blake2b(key.encode() + b"\n" + content, digest_size=16).hexdigest().encode()


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
