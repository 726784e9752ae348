"""The exact density: along u and v the two motions know nothing of each other. Along v it is Gaussian, along u it is found by
Chebyshev collocation, whose error falls faster than any power of the number of points."""

import numpy as np
from scipy.interpolate import BarycentricInterpolator
from scipy.linalg import expm
from serve import serve
from surface import centres, turned

POINTS = 240


def derivative(n):
    """The points cos(pi j / n) and the matrix that differentiates the polynomial through values at them."""
    x = np.cos(np.pi * np.arange(n + 1) / n)
    ends = np.where(np.isin(np.arange(n + 1), (0, n)), 2.0, 1.0) * (-1.0) ** np.arange(n + 1)
    matrix = np.outer(ends, 1 / ends) / (x[:, None] - x + np.eye(n + 1))
    return x, matrix - np.diag(matrix.sum(axis=1))


def gaussian(x, mean, variance):
    return np.exp(-((x - mean) ** 2) / (2 * variance)) / np.sqrt(2 * np.pi * variance)


def double_well(request, mean):
    """The density in u at time t, as a function; it vanishes at the ends of the interval."""
    reach = 1.05 * np.sqrt(2) * request["half"]
    x, matrix = derivative(POINTS)
    u, matrix = reach * x, matrix / reach
    pull = 4 * request["h"] * u * (u * u - 1) / request["kT"]
    operator = request["D"] * matrix @ (matrix + np.diag(pull))
    begin = gaussian(u, mean, request["width"] ** 2)
    inside = slice(1, -1)
    end = np.zeros_like(u)
    end[inside] = expm(request["t"] * operator[inside, inside]) @ begin[inside]
    return BarycentricInterpolator(u, end)


def diffusion(request):
    x = centres(request, request["cells"])
    u, v = turned(request, *np.meshgrid(x, x, indexing="ij"))
    u0, v0 = turned(request, request["x0"], request["y0"])
    decay = np.exp(-request["k"] * request["D"] / request["kT"] * request["t"])
    settled = request["kT"] / request["k"]
    variance = settled + (request["width"] ** 2 - settled) * decay**2

    def run():
        along = double_well(request, u0)(u.ravel()).reshape(u.shape)
        return (along * gaussian(v, v0 * decay, variance)).ravel(order="F")

    return run


serve({"diffusion": diffusion})
