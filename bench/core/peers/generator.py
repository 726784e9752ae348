"""Matrices of Smoluchowski generators."""

import numpy as np
from scipy.sparse import csc_matrix
from surface import centres, potential


def bernoulli(z):
    """z / (exp(z) - 1), with its series near 0."""
    small = np.abs(z) < 1e-5
    return np.where(small, 1 - z / 2 + z * z / 12, z / np.expm1(np.where(small, 1, z)))


def symmetric(request):
    """-L made symmetric by the roots of the equilibrium, with the fluxes of Scharfetter and Gummel."""
    nx, ny, D = request["nx"], request["ny"], request["D"]
    x, y = centres(request, nx), centres(request, ny)
    reduced = potential(request)(*np.meshgrid(x, y, indexing="ij")) / request["kT"]
    cell = np.arange(nx * ny).reshape(nx, ny)
    diagonal = np.zeros(nx * ny)
    rows, columns, values = [], [], []
    for here, there, spacing in (
        ((slice(None, -1), slice(None)), (slice(1, None), slice(None)), x[1] - x[0]),
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None)), y[1] - y[0]),
    ):
        a, b, climb = cell[here].ravel(), cell[there].ravel(), (reduced[there] - reduced[here]).ravel()
        forth, back = D / spacing**2 * bernoulli(climb), D / spacing**2 * bernoulli(-climb)
        diagonal += np.bincount(a, forth, nx * ny) + np.bincount(b, back, nx * ny)
        rows += [a, b]
        columns += [b, a]
        values += [-np.sqrt(forth * back)] * 2
    entries = np.concatenate([*values, diagonal])
    places = np.concatenate([*rows, cell.ravel()]), np.concatenate([*columns, cell.ravel()])
    return csc_matrix((entries, places), shape=(nx * ny, nx * ny))


def chain(request):
    """1 - dt L of a chain of cells, as lower, main and upper diagonal, and a right-hand side."""
    i = np.arange(request["cells"])
    right = request["rate"] * (1 + 0.5 * np.sin(i[:-1]))
    left = request["rate"] * (1 + 0.25 * np.cos(i[:-1]))
    diagonal = np.ones(request["cells"])
    diagonal[:-1] += request["dt"] * right
    diagonal[1:] += request["dt"] * left
    return -request["dt"] * right, diagonal, -request["dt"] * left, 1 + 0.5 * np.sin(i / 10)
