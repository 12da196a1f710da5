"""Makes reference.json: arguments and true values of the functions of @ganglion/numerics.

    python3 packages/numerics/reference/make_reference.py

needs mpmath (made with 1.3.0), takes a few seconds, and always writes the same bytes. For the table of
measured errors in the README a larger sample is wanted, which is not kept:

    python3 packages/numerics/reference/make_reference.py 10000 large.json

A row is [x, y, rest, digits]: the argument and the nearest double to the true value, both as the 16
hexadecimal digits of their bits; (true value - y) in units of the last place of y; and 25 digits of the
true value, for the reader. Arguments are doubles, so their true values are those of f(x) exactly.
"""

import json
import pathlib
import random
import struct
import sys
from fractions import Fraction

from mpmath import mp, mpf
import mpmath

mp.dps = 60


def bits(x):
    return struct.pack(">d", x).hex()


def exact(value):
    """An mpf as a fraction."""
    sign, man, exponent, _ = value._mpf_
    man = -int(man) if sign else int(man)
    return Fraction(man) * Fraction(2) ** int(exponent)


def ulp(y):
    """The spacing of doubles at y, as a fraction."""
    biased = (struct.unpack(">Q", struct.pack(">d", y))[0] >> 52) & 0x7FF
    return Fraction(2) ** (max(biased, 1) - 1075)


def row(x, value):
    true = exact(value)
    y = float(true)
    rest = float((true - Fraction(y)) / ulp(y))
    return [bits(x), bits(y), round(rest, 6), mpmath.nstr(value, 25)]


def cdf(x):
    return mpmath.erfc(-x / mpmath.sqrt(2)) / 2


def pdf(x):
    return mpmath.exp(-x * x / 2) / mpmath.sqrt(2 * mpmath.pi)


def quantile(p):
    """Newton's method on log(cdf), which is concave: it converges from the left."""
    if p > mpf(1) / 2:
        return -quantile(1 - p)
    goal = mpmath.log(p)
    x = -mpmath.sqrt(-2 * goal)
    for _ in range(200):
        c = cdf(x)
        step = (mpmath.log(c) - goal) * c / pdf(x)
        x -= step
        if abs(step) <= mpf(10) ** -50 * max(abs(x), mpf(10) ** -20):
            return x
    raise ArithmeticError(f"no convergence at {p}")


def softplus(x):
    return mpmath.log1p(mpmath.exp(x))


def tanh(x):
    return mpmath.tanh(x)


class Sample:
    """Arguments, the same on every run."""

    def __init__(self, name, points):
        self.random = random.Random(name)
        self.points = points

    def flat(self, low, high):
        return [self.random.uniform(low, high) for _ in range(self.points)]

    def tiny(self, least=-60, most=0):
        """Both signs, magnitudes 2^least to 2^most."""
        one = lambda: self.random.choice((-1, 1)) * 2 ** self.random.uniform(least, most)
        return [one() for _ in range(self.points // 2)]

    def positive(self, least, most):
        return [2 ** self.random.uniform(least, most) for _ in range(self.points)]

    def quarter_turns(self, most):
        """The doubles next to multiples of pi/2, where sine and cosine nearly vanish."""
        turns = [self.random.randrange(1, most) for _ in range(self.points // 2)]
        return [float(exact(n * mpmath.pi / 2)) for n in turns]


def table(points):
    s = lambda name: Sample(name, points)
    e, m, l, p1 = s("exp"), s("expm1"), s("log"), s("log1p")
    si, co, t = s("sin"), s("cos"), s("tanh")
    g, sp = s("sigmoid"), s("softplus")
    d, c, q = s("normalPdf"), s("normalCdf"), s("normalQuantile")
    angles = lambda a: a.flat(-10, 10) + a.flat(-1e5, 1e5) + a.quarter_turns(500_000) + a.tiny()
    chances = lambda a: a.flat(0, 1) + a.positive(-1074, -1) + [1 - h for h in a.positive(-53, -2)]
    return {
        "exp": (mpmath.exp, e.flat(-708, 709.7) + e.flat(-1, 1) + e.tiny() + e.flat(-745, -708)),
        "expm1": (mpmath.expm1, m.flat(-45, 709) + m.flat(-1, 1) + m.tiny()),
        "log": (mpmath.log, l.positive(-1022, 1023) + l.flat(0.5, 2) + l.positive(-1074, -1022)
                + [1 + h for h in l.tiny(-52, -1)]),
        "log1p": (mpmath.log1p, p1.flat(-1, 3) + p1.tiny(-60, -1) + p1.positive(-2, 1000)),
        "sin": (mpmath.sin, angles(si)),
        "cos": (mpmath.cos, angles(co)),
        "tanh": (tanh, t.flat(-22, 22) + t.flat(-1, 1) + t.tiny()),
        "sigmoid": (lambda x: 1 / (1 + mpmath.exp(-x)), g.flat(-40, 40) + g.flat(-708, -40) + g.tiny()),
        "softplus": (softplus, sp.flat(-40, 40) + sp.flat(-708, -40) + sp.tiny()),
        "normalPdf": (pdf, d.flat(-37.5, 37.5) + d.flat(-3, 3)),
        "normalCdf": (cdf, c.flat(-37.5, 9) + c.flat(-6, 6) + c.flat(-1, 1) + c.tiny()),
        "normalQuantile": (quantile, [p for p in chances(q) if 0 < p < 1]),
    }


def main():
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    here = pathlib.Path(__file__).with_name("reference.json")
    target = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here
    functions = []
    for name, (function, arguments) in table(points).items():
        rows = ",\n".join("  " + json.dumps(row(x, function(mpf(x)))) for x in sorted(arguments))
        functions.append(f'{json.dumps(name)}: [\n{rows}\n ]')
    target.write_text("{\n " + ",\n ".join(functions) + "\n}\n")


main()
