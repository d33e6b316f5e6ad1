"""Deflate: compressing bytes, and the checksums that go with it."""

import _zlib

MAX_WBITS = 15
DEFLATED = 8
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1


class error(Exception):
    """Bytes that are no compressed data."""


def crc32(data, value=0, /):
    return _zlib.crc32(bytes(data), value)


def adler32(data, value=1, /):
    return _zlib.adler32(bytes(data), value)


def compress(data, /, level=-1, wbits=MAX_WBITS):
    level = 6 if level < 0 else level
    packed = _zlib.deflate(bytes(data), level)
    if wbits < 0:
        return packed
    strength = 0 if level < 2 else 1 if level < 6 else 2 if level == 6 else 3
    head = 0x7800 | strength << 6
    head += -head % 31
    return head.to_bytes(2, "big") + packed + adler32(data).to_bytes(4, "big")


def decompress(data, /, wbits=MAX_WBITS, bufsize=16384):
    data = bytes(data)
    if wbits > 15:
        import gzip

        return gzip.decompress(data)
    start = 2 if wbits >= 0 else 0
    if start and (len(data) < 2 or data[0] & 15 != 8 or int.from_bytes(data[:2], "big") % 31):
        raise error("Error -3 while decompressing data: incorrect header check")
    try:
        unpacked, used = _zlib.inflate(data[start:])
    except ValueError as wrong:
        number = -5 if "truncated" in str(wrong) else -3
        raise error(f"Error {number} while decompressing data: {wrong}") from None
    if start and data[start + used:start + used + 4] != adler32(unpacked).to_bytes(4, "big"):
        raise error("Error -3 while decompressing data: incorrect data check")
    return unpacked
