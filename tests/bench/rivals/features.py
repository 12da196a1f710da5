"""1000 random features against 4 true and 4 generated points in the plane, members trajectories at once, in NumPy (the true
points summed once) or torch (autograd). Usage: features.py <numpy|torch> <members> <steps>; prints ns a step and member."""

import sys
import time

import numpy as np

who, members, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
features, rate, ridge = 1000, 1e-3, 0.01
scale = np.sqrt(2 / features) / 4
rng = np.random.default_rng(1)
w, b = 2 * rng.normal(size=(2, features)), rng.uniform(0, 6, features)
truth = np.array([[1.0, 0], [0, 1], [-1, 0], [0, -1]])
start = rng.normal(size=(members, 4, 2))


def numpy_step():
    theta, x, flat = np.zeros((members, features)), start.copy(), w.T.copy()
    wanted = scale * np.cos(truth @ w + b).sum(0)
    angle, cosine = np.empty((members, 4, features)), np.empty((members, 4, features))

    def step():
        np.matmul(x, w, out=angle)
        np.add(angle, b, out=angle)
        np.cos(angle, out=cosine)
        np.sin(angle, out=angle)
        np.multiply(angle, theta[:, None, :], out=angle)
        x[...] -= rate * scale * (angle @ flat)
        theta[...] += rate * (wanted - scale * cosine.sum(1) - ridge * theta)

    return step


def torch_step():
    import torch

    torch.set_num_threads(1)
    theta = torch.zeros(members, features, dtype=torch.float64, requires_grad=True)
    x = torch.tensor(start, requires_grad=True)
    frequency, phase = torch.tensor(w), torch.tensor(b)
    wanted = torch.tensor(scale * np.cos(truth @ w + b).sum(0))

    def step():
        mean = scale * torch.cos(x @ frequency + phase).sum(1)
        value = ((wanted - mean) * theta).sum() - ridge / 2 * (theta * theta).sum()
        up, down = torch.autograd.grad(value, (theta, x))
        with torch.no_grad():
            theta.add_(rate * up)
            x.sub_(rate * down)

    return step


step = numpy_step() if who == "numpy" else torch_step()
best = float("inf")
for _ in range(9):
    begun = time.perf_counter()
    for _ in range(steps):
        step()
    best = min(best, time.perf_counter() - begun)
print(best * 1e9 / steps / members)
