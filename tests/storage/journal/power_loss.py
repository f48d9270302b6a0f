"""What a disk may hold after the power was cut, told from the recorded system calls of a writer.

`record` runs a writer under strace and returns its calls. `Disk(calls, moment, chance)` is one disk that may be
found if the power goes at that moment: what a completed fsync covers is there, of everything else issued by
then each sector, each size and each name may be there or not. That is harsher than most file systems are.
"""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from json import JSONDecodeError

from storage.journal.faults import StoreDamaged
from tests.storage.journal.kill_model import dice, faults, last_written
from tests.storage.journal.power_writer import KINDS

SECTOR = 512
_TRACED = "openat,read,write,pread64,pwrite64,lseek,ftruncate,rename,unlink,fsync,fdatasync"
_FILES = ("", "/store.json", "/store.json.new", "/store.json.journal", "/store.json.journal.new", "/store.json.lock")
_SQLITE = ("/store.db", "/store.db-wal", "/store.db-journal")
_LINE = re.compile(r"(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call between two lines of the log: issued at `begin`, over at `end`."""

    name: str
    arguments: list[str]
    result: int
    begin: int
    end: int


def can_record():
    """Whether strace is here and may be used."""
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


def record(kind, folder, *, threads, count):
    """Let a writer of *kind* write *count* transactions in each of its threads; its calls on files in *folder*."""
    writer = [sys.executable, "-m", "tests.storage.journal.power_writer", kind, str(folder), str(threads)]
    log = folder.with_name(folder.name + ".strace")
    subprocess.run([*writer, "0"], check=True)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    paths = [part for end in (*_FILES, *_SQLITE, "/acknowledged") for part in ("-P", f"{folder}{end}")]
    options = ["-f", "-xx", "-s", "10000000", "-e", f"trace={_TRACED}", "-o", str(log)]
    subprocess.run(["strace", *options, *paths, *writer, str(count)], check=True)
    return before, parse(log.read_text())


def parse(log):
    """Calls in the order of their ends. Those of other threads that lie between begin and end overlap."""
    begun, calls = {}, []
    for number, line in enumerate(log.splitlines()):
        match = _LINE.match(line)
        if not match:
            continue
        thread, resumed, name, rest = match.groups()
        if rest.endswith("<unfinished ...>"):
            begun[thread] = number, rest.removesuffix("<unfinished ...>").rstrip()
            continue
        begin, head = begun.pop(thread, (number, "")) if resumed else (number, "")
        arguments, _, result = (head + rest).rpartition(" = ")
        code = int(result.split()[0]) if result.split()[0] != "?" else -1
        parts = arguments.rstrip().removesuffix(")").split(", ")
        calls.append(Call(name=resumed or name, arguments=parts, result=code, begin=begin, end=number))
    return calls


def _text(argument):
    """The bytes of a string that strace printed in hexadecimal."""
    return bytes.fromhex(argument.strip('"').replace("\\x", ""))


def losses(kind, tmp_path, *, threads, count, points, seed=0):
    """Sentences on what was found wrong on the disks of *points* moments."""
    chance = dice(seed)
    folder = tmp_path / kind
    folder.mkdir()
    recording = Recording(folder, *record(kind, folder, threads=threads, count=count))
    for point in range(points):
        disk = Disk(recording, chance.choice(recording.moments), chance)
        found = tmp_path / f"{kind}-{point}"
        found.mkdir()
        disk.write_to(found)
        yield from found_wrong(kind, found, disk.acknowledged())


def found_wrong(kind, folder, acknowledged):
    try:
        with closing(KINDS[kind](folder)) as store:
            if kind in ("journal", "sqlite-full"):
                return list(faults(store, acknowledged))
            # The others aren't even asked whether their transactions are whole.
            return [f"{thread}: lost" for thread, n in acknowledged.items() if last_written(store, thread) < n]
    except (StoreDamaged, JSONDecodeError, UnicodeDecodeError, sqlite3.DatabaseError) as error:
        return [f"unreadable: {error!r}"]


class Inode:
    """The changes made to one file: (call, kind, offset or size, bytes)."""

    def __init__(self, content=b""):
        self.content = content
        self.changes = []
        self.size = len(content)

    def change(self, call, kind, at, content=b""):
        self.changes.append((call, kind, at, content))
        self.size = max(self.size, at + len(content)) if kind == "write" else at


class Recording:
    """The calls, told as changes of inodes and names. Names are those within the one folder."""

    def __init__(self, folder, before, calls):
        self._folder = str(folder)
        self.inodes = {name: Inode(content) for name, content in before.items()}
        self.before = dict(self.inodes)
        self.names = []  # (call, removed name or None, set name or None, inode)
        self.syncs = []  # (call, inode or None for the folder)
        self.acknowledged = []  # (call, thread, n)
        changing = [call for call in calls if call.name not in ("read", "pread64", "lseek")]
        self.moments = sorted({call.begin for call in changing} | {call.end for call in changing})
        self._open = {}  # descriptor → [inode or None, offset, appends]
        for call in calls:
            if call.result >= 0:
                getattr(self, f"_on_{call.name}", self._on_other)(call)

    def _on_openat(self, call):
        path, flags = _text(call.arguments[1]).decode(), call.arguments[2]
        name = path.rpartition("/")[2]
        if path == self._folder:
            self._open[call.result] = [None, 0, False]
            return
        if name not in self.inodes:
            self.inodes[name] = Inode()
            self.names.append((call, None, name, self.inodes[name]))
        inode = self.inodes[name]
        if "O_TRUNC" in flags and inode.size:
            inode.change(call, "size", 0)
        self._open[call.result] = [inode, 0, name == "acknowledged"]

    def _on_write(self, call):
        file, content = self._file(call), _text(call.arguments[1])[: call.result]
        if file[2]:
            thread, n = map(int, content.split())
            self.acknowledged.append((call, thread, n))
            return
        file[0].change(call, "write", file[1], content)
        file[1] += call.result

    def _on_pwrite64(self, call):
        content = _text(call.arguments[1])[: call.result]
        self._file(call)[0].change(call, "write", int(call.arguments[3]), content)

    def _on_read(self, call):
        self._file(call)[1] += call.result

    def _on_lseek(self, call):
        self._file(call)[1] = call.result

    def _on_ftruncate(self, call):
        self._file(call)[0].change(call, "size", int(call.arguments[1]))

    def _on_rename(self, call):
        old, new = (_text(argument).decode().rpartition("/")[2] for argument in call.arguments)
        self.inodes[new] = self.inodes.pop(old)
        self.names.append((call, old, new, self.inodes[new]))

    def _on_unlink(self, call):
        name = _text(call.arguments[0]).decode().rpartition("/")[2]
        self.names.append((call, name, None, self.inodes.pop(name)))

    def _on_fsync(self, call):
        self.syncs.append((call, self._file(call)[0]))

    _on_fdatasync = _on_fsync

    def _on_other(self, call):
        pass

    def _file(self, call):
        return self._open[int(call.arguments[0])]


class Disk:
    """One disk that may be found when the power goes right after line *moment* of the log."""

    def __init__(self, recording, moment, chance):
        self._recording = recording
        self._moment = moment
        self._chance = chance

    def acknowledged(self):
        """thread → last n"""
        return {thread: n for call, thread, n in self._recording.acknowledged if call.end <= self._moment}

    def write_to(self, folder):
        names = dict(self._recording.before)
        for call, old, new, inode in self._recording.names:
            if self._issued(call) and (self._is_synced(call, None) or self._chance.random() < 0.5):
                names.pop(old, None)
                if new:
                    names[new] = inode
        for name, inode in names.items():
            (folder / name).write_bytes(self._content(inode))

    def _content(self, inode):
        content = bytearray(inode.content)
        for call, kind, at, change in inode.changes:
            if not self._issued(call):
                continue
            if self._is_synced(call, inode, shrinks=kind == "size" and at < len(content)):
                _apply(content, kind, at, change)
            else:
                self._apply_partly(content, kind, at, change)
        return bytes(content)

    def _issued(self, call):
        return call.begin <= self._moment

    def _is_synced(self, call, inode, *, shrinks=False):
        """Whether a sync covers *call*. That fdatasync keeps a file shorter is not relied on."""
        return any(
            sync.begin > call.end and sync.end <= self._moment
            for sync, synced in self._recording.syncs
            if synced is inode and not (shrinks and sync.name == "fdatasync")
        )

    def _apply_partly(self, content, kind, at, change):
        share = self._chance.choice([0, 0.5, 1])
        if kind == "size":
            if self._chance.random() < share:
                _apply(content, kind, at, change)
            return
        for start in range(at - at % SECTOR, at + len(change), SECTOR):
            if self._chance.random() < share:
                first, last = max(start, at), min(start + SECTOR, at + len(change))
                _apply(content, "write", first, change[first - at : last - at])
        if share and len(content) < at + len(change):  # the size may be there before the bytes are
            content.extend(bytes(at + len(change) - len(content)))


def _apply(content, kind, at, change):
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    if kind == "size":
        del content[at:]
    else:
        content[at : at + len(change)] = change
