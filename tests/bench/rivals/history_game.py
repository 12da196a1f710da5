"""An exact RBF discriminator, a history of 256 atoms, at 4 points in the plane: what all Python rivals play."""

import numpy as np

atoms, points, rate = 256, 4, 0.25e-3


def drawn(members):
    """Atoms, their coefficients and the generated points of so many members."""
    random = np.random.default_rng(1)
    places = random.normal(size=(members, atoms, 2))
    return places, 1e-3 * random.normal(size=(members, atoms)), random.normal(size=(members, points, 2))
