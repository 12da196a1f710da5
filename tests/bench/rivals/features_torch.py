"""The same step with torch's automatic differentiation of the payoff."""

import sys

import torch

from feature_game import features, frequencies, phases, points, rate, ridge, scale, starts, wanted
from timing import report

torch.set_num_threads(1)
members, steps = int(sys.argv[1]), int(sys.argv[2])
theta = torch.zeros(members, features, dtype=torch.float64, requires_grad=True)
places = torch.tensor(starts(members).reshape(members, points, 2), requires_grad=True)
waves, phase, goal = (torch.tensor(a) for a in (frequencies, phases, wanted))


def step():
    mean = scale * torch.cos(places @ waves + phase).sum(1)
    payoff = ((goal - mean) * theta).sum() - ridge / 2 * (theta * theta).sum()
    up, down = torch.autograd.grad(payoff, (theta, places))
    with torch.no_grad():
        theta.add_(rate * up)
        places.sub_(rate * down)


report(step, steps, members)
