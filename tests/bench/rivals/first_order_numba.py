"""The same step as a scalar loop compiled by numba."""

import math
import sys

import numba
import numpy as np

from timing import report

members, steps = int(sys.argv[1]), int(sys.argv[2])
state = np.sin(np.arange(6 * members).reshape(6, members) * 1.7) * 2


@numba.njit(fastmath=False)
def play(state, steps):
    rate, weight = 0.1, 0.5 * 0.39894228040143267794
    for _ in range(steps):
        for m in range(state.shape[1]):
            pull0 = pull1 = 0.0
            for i in range(4):
                end = state[2 + i, m]
                own0 = math.exp(-0.5 * (end - state[0, m]) ** 2)
                own1 = math.exp(-0.5 * (end - state[1, m]) ** 2)
                excess = math.exp(-0.5 * (end + 0.5) ** 2) + math.exp(-0.5 * (end - 0.5) ** 2) - own0 - own1
                sign = -1.0 if i < 2 else 1.0
                pull0 += sign * own0
                pull1 += sign * own1
                state[2 + i, m] = end + sign * rate * weight * excess
            state[0, m] -= rate * weight * pull0
            state[1, m] -= rate * weight * pull1


# A call from Python costs more than a step: it plays them all.
report(lambda: play(state, steps), 1, members * steps)
