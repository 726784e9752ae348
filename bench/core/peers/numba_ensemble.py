"""BAOAB in numba: as one loop, and with the noise of many trajectories drawn first so that the rest of the step is vectorised."""

import numba
import numpy as np
from double_well import average, constants
from serve import serve

BLOCK = 2000  # trajectories at once


@numba.njit
def one_loop(rng, sums, steps, every, width, keep, noise, kick):
    for i in range(len(sums)):
        q, v = -1.0, width * rng.standard_normal()
        force, total = 0.0, 0.0
        for step in range(1, steps + 1):
            v += force
            q += v
            v = keep * v + noise * rng.standard_normal()
            q += v
            force = kick * q * (1 - q * q)
            v += force
            if step % every == 0:
                total += q * q
        sums[i] = total


@numba.njit
def noise_first(rng, sums, steps, every, width, keep, noise, kick):
    q, v, xi = np.empty(BLOCK), np.empty(BLOCK), np.empty(BLOCK)
    for begin in range(0, len(sums), BLOCK):
        for i in range(BLOCK):
            q[i], v[i] = -1.0, width * rng.standard_normal()
            sums[begin + i] = 0.0
        for step in range(1, steps + 1):
            for i in range(BLOCK):
                xi[i] = rng.standard_normal()
            for i in range(BLOCK):
                w = v[i] + kick * q[i] * (1 - q[i] * q[i])
                x = q[i] + w
                w = keep * w + noise * xi[i]
                x += w
                q[i], v[i] = x, w + kick * x * (1 - x * x)
            if step % every == 0:
                for i in range(BLOCK):
                    sums[begin + i] += q[i] * q[i]


def ensemble(loop):
    def prepare(request):
        rng = np.random.Generator(np.random.PCG64(7))
        sums = np.empty(request["trajectories"])

        def run():
            loop(rng, sums, request["steps"], request["every"], *constants(request))
            return average(sums, request["steps"] // request["every"])

        return run

    return prepare


serve({"ensemble": ensemble(one_loop), "ensemble, noise first": ensemble(noise_first)})
