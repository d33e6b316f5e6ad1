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
    return os.terminal_size(fallback) if hasattr(os, "terminal_size") else fallback
