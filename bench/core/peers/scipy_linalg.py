"""Linear algebra of generators in SciPy."""

import numpy as np
from generator import chain, symmetric
from scipy.linalg import lapack, solve_banded
from scipy.sparse import identity
from scipy.sparse.linalg import LinearOperator, eigsh, splu
from serve import serve

SHIFT = -0.05  # below 0, so that the matrix is definite, and nearer to it than to the next eigenvalue


def slowest(request):
    """Shift and invert with the ordering for symmetric matrices, which halves the fill of the default."""
    matrix = symmetric(request)
    size = matrix.shape[0]

    def run():
        shifted = (matrix - SHIFT * identity(size)).tocsc()
        factors = splu(shifted, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0, options={"SymmetricMode": True})
        inverse = LinearOperator((size, size), factors.solve, dtype=float)
        return np.sort(eigsh(matrix, request["count"], sigma=SHIFT, OPinv=inverse, return_eigenvectors=False))

    return run


def slowest_default(request):
    matrix = symmetric(request)
    return lambda: np.sort(eigsh(matrix, request["count"], sigma=SHIFT, return_eigenvectors=False))


def implicit_step(request):
    below, diagonal, above, x = chain(request)
    bands = np.zeros((3, len(x)))
    bands[0, 1:], bands[1], bands[2, :-1] = above, diagonal, below

    def run():
        for _ in range(request["repeats"]):
            y = solve_banded((1, 1), bands, x, check_finite=False)
        return y

    return run


def factored_step(request):
    below, diagonal, above, x = chain(request)
    factors = lapack.dgttrf(below, diagonal, above)[:5]

    def run():
        for _ in range(request["repeats"]):
            y = lapack.dgttrs(*factors, x)[0]
        return y

    return run


serve(
    {
        "slowest": slowest,
        "slowest, default": slowest_default,
        "implicit step": implicit_step,
        "implicit step, factored before": factored_step,
    }
)
