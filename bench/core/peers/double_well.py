"""BAOAB in V(x) = h (x^2 - 1)^2, in velocities scaled so that a drift is q + v: its constants, and what is found of it."""

import math
from collections import namedtuple

Constants = namedtuple("Constants", "width keep noise kick")


def constants(request):
    """Thermal width of v, exp(-gamma dt), width of the noise, and the v that half a step of unit force gives."""
    mass, kT, dt = request["mass"], request["kT"], request["dt"]
    drift = dt / 2 / mass
    keep = math.exp(-request["gamma"] * dt)
    width = drift * math.sqrt(mass * kT)
    return Constants(width, keep, width * math.sqrt(1 - keep * keep), drift * 4 * request["h"] * dt / 2)


def average(sums, samples):
    """The mean square and its standard error, from one sum of squares for each trajectory."""
    means = sums / samples
    return [means.mean(), means.std() / math.sqrt(len(means) - 1)]
