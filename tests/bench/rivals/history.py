"""Slopes of an exact RBF discriminator, a history of 256 atoms, at 4 points in the plane, members trajectories at once, in NumPy.
Usage: history.py <members> <steps>; prints ns a step and member."""

import sys
import time

import numpy as np

members, steps = int(sys.argv[1]), int(sys.argv[2])
rng = np.random.default_rng(1)
atoms, weights = rng.normal(size=(members, 1, 256, 2)), 1e-3 * rng.normal(size=(members, 1, 256))
x = rng.normal(size=(members, 4, 1, 2))
away, square = np.empty((members, 4, 256, 2)), np.empty((members, 4, 256))


def step():
    np.subtract(atoms, x, out=away)
    np.einsum("mnhc,mnhc->mnh", away, away, out=square)
    np.multiply(square, -0.5, out=square)
    np.exp(square, out=square)
    np.multiply(square, weights, out=square)
    x[...] += 0.25e-3 * np.einsum("mnh,mnhc->mnc", square, away)[:, :, None, :]


best = float("inf")
for _ in range(9):
    begun = time.perf_counter()
    for _ in range(steps):
        step()
    best = min(best, time.perf_counter() - begun)
print(best * 1e9 / steps / members)
