"""Items that are grouped into runs, one after another in one array."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def run_places(starts: Array, keys: Array) -> Array:
    """The places of all items in the runs of `keys`, run after run; run `i` begins at `starts[i]`."""
    first, lengths = starts[keys], starts[keys + 1] - starts[keys]
    ends = np.cumsum(lengths)
    if not len(ends) or not ends[-1]:
        return np.empty(0, np.int64)
    places: Array = np.arange(ends[-1]) + np.repeat(first - ends + lengths, lengths)
    return places
