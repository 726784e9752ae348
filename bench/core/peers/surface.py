"""A double well across a harmonic one, turned by an angle: V = h (u^2 - 1)^2 + k v^2 / 2."""

import numpy as np


def turned(request, x, y):
    """The coordinates (u, v) of a point."""
    c, s = np.cos(request["angle"]), np.sin(request["angle"])
    return c * x + s * y, c * y - s * x


def potential(request):
    def energy(x, y):
        u, v = turned(request, x, y)
        return request["h"] * (u * u - 1) ** 2 + request["k"] * v * v / 2

    return energy


def centres(request, cells):
    """The middles of equal cells along one side of the square."""
    half = request["half"]
    return (np.arange(cells) + 0.5) / cells * 2 * half - half


def start(request):
    """The density that propagation starts from, but for its norm."""
    x0, y0, width = request["x0"], request["y0"], request["width"]
    return lambda x, y: np.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * width**2))
