"""1000 random features against 4 true and 4 generated points in the plane, members trajectories at once, in NumPy, tuned: every
operation into an array that is kept, angles and pulls as products of matrices, which BLAS computes. `sines` takes sine and cosine
of each angle, for which NumPy has no vectors; `tangents` takes the tangent of its half, for which it has them on some processors:
cos a = 2 / (1 + t^2) - 1, sin a = 2 t / (1 + t^2). Usage: features.py <sines|tangents> <members> <steps>; prints ns a step and
member."""

import sys

import numpy as np

from feature_game import features, frequencies, phases, points, rate, ridge, scale, starts, wanted
from timing import report

who, members, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
# A third coordinate of 1 brings the phase into the product.
places = np.column_stack([starts(members), np.ones(members * points)])
moved = places[:, :2]
waves = np.vstack([frequencies, phases]) / (2 if who == "tangents" else 1)
back = -rate * scale * np.ascontiguousarray(frequencies.T)
gain = rate * wanted
theta = np.zeros((members, features))
angle, sine, cosine = (np.empty((members, points, features)) for _ in range(3))
angles, sines = (a.reshape(members * points, features) for a in (angle, sine))
pull, total = np.empty((members * points, 2)), np.empty((members, features))
each = theta[:, None]


def by_sines():
    np.cos(angle, out=cosine)
    np.sin(angle, out=sine)


def by_tangents():
    np.tan(angle, out=angle)
    np.multiply(angle, angle, out=sine)
    np.add(sine, 1, out=sine)
    np.divide(2, sine, out=cosine)
    np.multiply(angle, cosine, out=sine)
    np.subtract(cosine, 1, out=cosine)


split = by_tangents if who == "tangents" else by_sines


def step():
    np.matmul(places, waves, out=angles)
    split()
    np.multiply(sine, each, out=sine)
    np.matmul(sines, back, out=pull)
    np.add(moved, pull, out=moved)
    np.add.reduce(cosine, axis=1, out=total)
    np.multiply(total, -rate * scale, out=total)
    np.multiply(theta, 1 - rate * ridge, out=theta)
    np.add(theta, total, out=theta)
    np.add(theta, gain, out=theta)


report(step, steps, members)
