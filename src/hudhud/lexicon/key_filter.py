"""A set of keys in a bit a few: certain that a key is absent, nearly certain that it is there."""

from collections.abc import Collection
from zlib import crc32

__all__ = ["KeyFilter"]

_BITS_PER_KEY = 12  # with three probes about 1 in 100 strange keys passes; each costs one look-up of 10 µs
_PROBES = 3


class KeyFilter:
    """A Bloom filter over folded names. `bits` is what is stored."""

    def __init__(self, bits: bytes) -> None:
        self.bits = bits
        self._size = len(bits) * 8

    @classmethod
    def of(cls, keys: Collection[str]) -> "KeyFilter":
        """A filter that holds `keys`."""
        made = bytearray(max(64, len(keys) * _BITS_PER_KEY // 8))
        size = len(made) * 8
        for key in keys:
            for spot in _spots(key, size):
                made[spot >> 3] |= 1 << (spot & 7)
        return cls(bytes(made))

    def __contains__(self, key: str) -> bool:
        bits = self.bits
        return all(bits[spot >> 3] & (1 << (spot & 7)) for spot in _spots(key, self._size))


def _spots(key: str, size: int) -> list[int]:
    raw = key.encode()
    first, second = crc32(raw), crc32(raw, 0x9E3779B9) | 1
    return [(first + turn * second) % size for turn in range(_PROBES)]
