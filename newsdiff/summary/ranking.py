"""Ranking: what a method says of the sentences it was given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsdiff.summary import Pick

Vector = Mapping[str, float]
"""A sentence as weights of its stems, of length 1; empty where it has only stop words."""


class Ranking(NamedTuple):
    """What a method says of the sentences it was given, one item each, in their order.

    `keys` are finite numbers, and greater is better; of equals the earlier wins. `vectors` tell
    how far one sentence repeats another; they are empty when the method minds no repetition.
    `alone` are the keys by which the first sentence is chosen, which may have to be the only one;
    they are empty when that is no matter.
    """

    picks: tuple[Pick, ...]
    keys: tuple[float, ...]
    vectors: tuple[Vector, ...] = ()
    alone: tuple[float, ...] = ()
