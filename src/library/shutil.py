"""Copying and removing files."""

import io
import os


def copyfile(src, dst):
    with io.open(src, "rb") as source, io.open(dst, "wb") as target:
        target.write(source.read())
    return dst


def copy(src, dst):
    return copyfile(src, os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst)


copy2 = copy


def copytree(src, dst, dirs_exist_ok=False):
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in os.listdir(src):
        source, target = os.path.join(src, name), os.path.join(dst, name)
        copytree(source, target, dirs_exist_ok) if os.path.isdir(source) else copyfile(source, target)
    return dst


def rmtree(path, ignore_errors=False, onerror=None):
    if not os.path.isdir(path):
        if ignore_errors:
            return
        raise FileNotFoundError(2, "No such file or directory", os.fspath(path))
    for name in os.listdir(path):
        inner = os.path.join(path, name)
        rmtree(inner) if os.path.isdir(inner) else os.remove(inner)
    os.rmdir(path)


def move(src, dst):
    os.rename(src, os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst)
    return dst


def get_terminal_size(fallback=(80, 24)):
    """What COLUMNS and LINES say, or else the fallback: nothing here is a terminal."""
    named = (os.environ.get("COLUMNS", ""), os.environ.get("LINES", ""))
    return os.terminal_size(int(value) if value.isdigit() and int(value) > 0 else usual for value, usual in zip(named, fallback))


def which(cmd, mode=1, path=None):
    return None


def disk_usage(path):
    return _Usage((2**30, 0, 2**30))


class _Usage(tuple):
    total = property(lambda self: self[0])
    used = property(lambda self: self[1])
    free = property(lambda self: self[2])
