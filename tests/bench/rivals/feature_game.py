"""1000 random features against 4 true and 4 generated points in the plane: what all Python rivals play."""

import numpy as np

features, points, rate, ridge = 1000, 4, 1e-3, 0.01
scale = np.sqrt(2 / features) / points
_random = np.random.default_rng(1)
frequencies, phases = 2 * _random.normal(size=(2, features)), _random.uniform(0, 6, features)
_truth = np.array([[1.0, 0], [0, 1], [-1, 0], [0, -1]])

# What the true points want of each parameter; they stand still, so it is summed once.
wanted = scale * np.cos(_truth @ frequencies + phases).sum(0)


def starts(members):
    """Positions of the generated points, one row a point."""
    return np.random.default_rng(2).normal(size=(members * points, 2))
