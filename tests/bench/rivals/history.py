"""Slopes of an exact RBF discriminator, a history of 256 atoms, at 4 points in the plane, members trajectories at once, in NumPy,
tuned: every operation into an array that is kept. `differences` takes distances and sums as the formulas say; `products` has the
exponents a.x - |x|^2 / 2 - |a|^2 / 2 and the sums over atoms as products of matrices, which BLAS computes. Usage: history.py
<differences|products> <members> <steps>; prints ns a step and member."""

import sys

import numpy as np

from history_game import atoms, drawn, points, rate
from timing import report

way, members, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
places, weights, start = drawn(members)
# exponent = (x, y, -|x|^2 / 2, 1) . (a, b, 1, -|a|^2 / 2)
left = np.ones((members, points, 4))
right = np.stack([places[..., 0], places[..., 1], np.ones((members, atoms)), -0.5 * (places * places).sum(-1)], 1)
# slope = sum of c K a - x sum of c K
sums = rate * weights[..., None] * np.concatenate([places, np.ones((members, atoms, 1))], -1)
here, half = left[..., :2], left[..., 2]
here[...] = start
kernel, found, square = np.empty((members, points, atoms)), np.empty((members, points, 3)), np.empty((members, points, 2))


def products():
    np.multiply(here, here, out=square)
    np.add(square[..., 0], square[..., 1], out=half)
    np.multiply(half, -0.5, out=half)
    np.matmul(left, right, out=kernel)
    np.exp(kernel, out=kernel)
    np.matmul(kernel, sums, out=found)
    np.multiply(here, found[..., 2:], out=square)
    np.subtract(found[..., :2], square, out=square)
    np.add(here, square, out=here)


apart, weighted = np.empty((members, points, 2, atoms)), np.empty((members, points, 2, atoms))
there, gains = np.moveaxis(places, 2, 1)[:, None].copy(), rate * weights[:, None]


def differences():
    np.subtract(there, here[..., None], out=apart)
    np.multiply(apart, apart, out=weighted)
    np.add(weighted[:, :, 0], weighted[:, :, 1], out=kernel)
    np.multiply(kernel, -0.5, out=kernel)
    np.exp(kernel, out=kernel)
    np.multiply(kernel, gains, out=kernel)
    np.multiply(apart, kernel[:, :, None], out=weighted)
    np.add.reduce(weighted, axis=-1, out=square)
    np.add(here, square, out=here)


report({"products": products, "differences": differences}[way], steps, members)
