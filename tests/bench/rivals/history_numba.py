"""The same step as scalar loops compiled by numba."""

import math
import sys

import numba
import numpy as np

from history_game import drawn, rate
from timing import report

members, steps = int(sys.argv[1]), int(sys.argv[2])
places, weights, here = drawn(members)
first, second = (np.ascontiguousarray(places[..., c]) for c in range(2))


@numba.njit(fastmath=True)
def play(first, second, weights, here, steps):
    for _ in range(steps):
        for m in range(here.shape[0]):
            for n in range(here.shape[1]):
                x, y = here[m, n, 0], here[m, n, 1]
                up = side = 0.0
                for h in range(weights.shape[1]):
                    dx, dy = first[m, h] - x, second[m, h] - y
                    k = weights[m, h] * math.exp(-0.5 * (dx * dx + dy * dy))
                    up += k * dx
                    side += k * dy
                here[m, n, 0] += rate * up
                here[m, n, 1] += rate * side


# A call from Python costs as much as a step: it plays them all.
report(lambda: play(first, second, weights, here, steps), 1, members * steps)
