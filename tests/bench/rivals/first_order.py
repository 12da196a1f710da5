"""The first-order step of two unit normals against two intervals (li2017, eqs. 9-11) in NumPy, tuned: all sixteen bells in one
array, every operation into an array that is kept; `product` has all six sums in one product of matrices, which BLAS computes,
`sums` adds them as the formulas say. For the table of `npm run bench`. Usage: first_order.py <sums|product> <members> <steps>;
prints ns a step and member."""

import sys

import numpy as np

from timing import report

way, members, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rate = 0.1 * 0.5 * 0.39894228040143267794
# What a bell of an end (l1, l2, r1, r2) about a centre (both targets, both means) adds to each of mu1, mu2, l1, l2, r1, r2.
moves = np.zeros((6, 4, 4))
for end in range(4):
    sign = -rate if end < 2 else rate
    moves[2 + end, end] = sign * np.array([1, 1, -1, -1])
    for mean in range(2):
        moves[mean, end, 2 + mean] = -sign
moves = moves.reshape(6, 16)

# Rows: both targets, both means, both left ends, both right ends.
rows = np.empty((8, members))
state, ends, centres = rows[2:], rows[4:, None], rows[None, :4]
bells, move = np.empty((4, 4, members)), np.empty((6, members))
flat = bells.reshape(16, members)


def begin():
    rows[:2] = [[-0.5], [0.5]]
    state[...] = np.sin(np.arange(6 * members).reshape(6, members) * 1.7) * 2


def ring():
    np.subtract(ends, centres, out=bells)
    np.multiply(bells, bells, out=bells)
    np.multiply(bells, -0.5, out=bells)
    np.exp(bells, out=bells)


def product():
    ring()
    np.matmul(moves, flat, out=move)
    np.add(state, move, out=state)


means, sides = move[:2], move[2:]
signed = rate * np.array([[-1.0], [-1.0], [1.0], [1.0]])
left, right = bells[:2, 2:], bells[2:, 2:]


def sums():
    ring()
    np.add(bells[:, 0], bells[:, 1], out=sides)
    np.subtract(sides, bells[:, 2], out=sides)
    np.subtract(sides, bells[:, 3], out=sides)
    np.multiply(sides, signed, out=sides)
    np.subtract(left[0], right[0], out=means)
    np.add(means, left[1], out=means)
    np.subtract(means, right[1], out=means)
    np.multiply(means, rate, out=means)
    np.add(state, move, out=state)


report({"product": product, "sums": sums}[way], steps, members, begin)
