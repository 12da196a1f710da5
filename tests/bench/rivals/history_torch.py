"""The same step with torch's automatic differentiation of the discriminator's sum over the points."""

import sys

import torch

from history_game import drawn, rate
from timing import report

torch.set_num_threads(1)
members, steps = int(sys.argv[1]), int(sys.argv[2])
places, weights, here = (torch.tensor(a) for a in drawn(members))
here.requires_grad_()


def step():
    away = places[:, None] - here[:, :, None]
    value = (weights[:, None] * torch.exp(-0.5 * (away * away).sum(-1))).sum()
    (slope,) = torch.autograd.grad(value, here)
    with torch.no_grad():
        here.add_(rate * slope)


report(step, steps, members)
