"""BAOAB in whole-array NumPy: nothing is allocated in the loop, and the two half kicks that meet between steps are one."""

import numpy as np
from double_well import average, constants
from serve import serve

BLOCK = 12500  # trajectories at once: their arrays stay in the cache


def block(rng, request, size):
    width, keep, noise, kick = constants(request)
    q = np.full(size, -1.0)
    v = width * rng.standard_normal(size)
    squares, force, xi, sums = np.empty(size), np.zeros(size), np.empty(size), np.zeros(size)
    for step in range(1, request["steps"] + 1):
        np.add(v, force, out=v)
        np.add(q, v, out=q)
        rng.standard_normal(out=xi)
        np.multiply(xi, noise, out=xi)
        np.multiply(v, keep, out=v)
        np.add(v, xi, out=v)
        np.add(q, v, out=q)
        np.multiply(q, q, out=squares)
        if step % request["every"] == 0:
            np.add(sums, squares, out=sums)
        np.subtract(1.0, squares, out=force)
        np.multiply(force, q, out=force)
        np.multiply(force, 2 * kick, out=force)
    return sums


def ensemble(request):
    rng = np.random.Generator(np.random.SFC64(7))
    blocks = request["trajectories"] // BLOCK

    def run():
        sums = np.concatenate([block(rng, request, BLOCK) for _ in range(blocks)])
        return average(sums, request["steps"] // request["every"])

    return run


serve({"ensemble": ensemble})
