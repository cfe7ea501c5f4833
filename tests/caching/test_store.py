"""What is kept in a folder that anybody may have written to."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from guidelint.caching import store as module
from guidelint.caching.store import IGNORE, LARGEST_ENTRY, LONGEST_UNUSED, TAG, Store

KEY, OTHER = "ab" * 16, "cd" * 16


def entry(folder: Path, key: str = KEY) -> Path:
    return folder / key[:2] / key[2:]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def store(folder: Path) -> Store:
    store = Store(str(folder))
    assert store.put(KEY, b"kept")
    return store


def test_what_is_kept_is_found(store: Store) -> None:
    assert (store.get(KEY), store.get(OTHER)) == (b"kept", None)


def test_a_new_folder_says_that_it_is_a_cache(store: Store, folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [IGNORE, TAG, "ab"]
    assert (folder / IGNORE).read_text() == "*\n"
    assert (folder / TAG).read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


def test_a_folder_with_something_in_it_is_not_marked(folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").touch()
    Store(str(folder)).put(KEY, b"kept")
    assert sorted(path.name for path in folder.iterdir()) == ["ab", "thesis.txt"]


@pytest.mark.parametrize("content", [b"", b"\n", b"kept", b"0" * 32 + b"\nkept", b"\xff\x00", b"{}", b"\n" * 9])
def test_another_content_is_not_believed(store: Store, folder: Path, content: bytes) -> None:
    entry(folder).write_bytes(content)
    assert store.get(KEY) is None
    assert store.put(KEY, b"anew")
    assert store.get(KEY) == b"anew"


def test_a_truncated_entry_is_not_believed(store: Store, folder: Path) -> None:
    whole = entry(folder).read_bytes()
    for end in range(len(whole)):
        entry(folder).write_bytes(whole[:end])
        assert store.get(KEY) is None


def test_an_entry_under_another_key_is_not_believed(store: Store, folder: Path) -> None:
    entry(folder, OTHER).parent.mkdir()
    entry(folder).rename(entry(folder, OTHER))
    assert store.get(OTHER) is None


def test_a_pipe_or_a_folder_in_the_place_of_an_entry_is_passed_over(store: Store, folder: Path) -> None:
    entry(folder).unlink()
    os.mkfifo(entry(folder))
    assert store.get(KEY) is None
    entry(folder).unlink()
    entry(folder).mkdir()
    assert store.get(KEY) is None
    assert not store.put(KEY, b"kept")
    assert [path.name for path in entry(folder).parent.iterdir()] == [KEY[2:]]


def test_an_entry_that_is_too_large_is_not_even_read(store: Store, folder: Path) -> None:
    os.truncate(entry(folder), LARGEST_ENTRY + 1)
    assert store.get(KEY) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Store(str(tmp_path / "file" / "cache"))
    assert (store.put(KEY, b"kept"), store.get(KEY)) == (False, None)
    store.prune()


def test_old_entries_go_once_a_day(store: Store, folder: Path) -> None:
    store.put(OTHER, b"new")
    long_ago = time.time() - LONGEST_UNUSED - 60
    os.utime(entry(folder), (long_ago, long_ago))
    store.prune()
    assert entry(folder).exists()  # the folder was made today
    os.utime(folder / TAG, (long_ago, long_ago))
    store.prune()
    assert (entry(folder).exists(), entry(folder, OTHER).exists()) == (False, True)


def test_the_oldest_go_where_there_is_too_much(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put(OTHER, b"new")
    hours_ago = time.time() - 3 * 3600
    os.utime(entry(folder), (hours_ago, hours_ago))
    os.utime(folder / TAG, (0, 0))
    monkeypatch.setattr(module, "MOST_BYTES", 50)
    store.prune()
    assert (entry(folder).exists(), entry(folder, OTHER).exists()) == (False, True)


def test_what_is_asked_for_stays_young(store: Store, folder: Path) -> None:
    days_ago = time.time() - 5 * 24 * 3600
    os.utime(entry(folder), (days_ago, days_ago))
    store.get(KEY)
    assert time.time() - entry(folder).stat().st_mtime < 60


def test_nothing_else_in_the_folder_is_touched(store: Store, folder: Path) -> None:
    (folder / "thesis").mkdir()
    (folder / "thesis" / "text").touch()
    os.utime(folder / "thesis" / "text", (0, 0))
    os.utime(folder / TAG, (0, 0))
    store.prune()
    assert (folder / "thesis" / "text").exists()
