"""The same step with torch's automatic differentiation; the payoff is written as it stands in the paper."""

import sys

import torch

from timing import report

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
members, steps = int(sys.argv[1]), int(sys.argv[2])
rate = 0.1
target = torch.tensor([-0.5, 0.5])[:, None].expand(2, members)
cdf = torch.distributions.Normal(0.0, 1.0).cdf
numbers = (torch.arange(6 * members).reshape(6, members) * 1.7).sin() * 2
means, left, right = (numbers[k : k + 2].clone().requires_grad_() for k in (0, 2, 4))


def mass(means, left, right):
    return 0.5 * (cdf(right[:, None] - means[None]) - cdf(left[:, None] - means[None])).sum()


def step():
    payoff = mass(target, left, right) - mass(means, left, right)
    slopes = torch.autograd.grad(payoff, (means, left, right))
    with torch.no_grad():
        means.sub_(rate * slopes[0])
        left.add_(rate * slopes[1])
        right.add_(rate * slopes[2])


report(step, steps, members)
