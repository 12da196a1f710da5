"""The same step as scalar loops compiled by numba."""

import math
import sys

import numba
import numpy as np

from feature_game import features, frequencies, phases, points, rate, ridge, scale, starts, wanted
from timing import report

members, steps = int(sys.argv[1]), int(sys.argv[2])
theta, places = np.zeros((members, features)), starts(members).reshape(members, points, 2)
sums = np.empty(features)


@numba.njit(fastmath=True)
def play(theta, places, u, v, phases, wanted, sums, steps):
    for _ in range(steps):
        for m in range(theta.shape[0]):
            sums[:] = 0
            for n in range(places.shape[1]):
                x, y = places[m, n, 0], places[m, n, 1]
                to_x = to_y = 0.0
                for k in range(sums.shape[0]):
                    angle = u[k] * x + v[k] * y + phases[k]
                    sums[k] += math.cos(angle)
                    pull = theta[m, k] * math.sin(angle)
                    to_x -= pull * u[k]
                    to_y -= pull * v[k]
                places[m, n, 0] += rate * scale * to_x
                places[m, n, 1] += rate * scale * to_y
            for k in range(sums.shape[0]):
                theta[m, k] += rate * (wanted[k] - scale * sums[k] - ridge * theta[m, k])


# A call from Python costs as much as a good part of a step: it plays them all.
report(lambda: play(theta, places, *frequencies, phases, wanted, sums, steps), 1, members * steps)
