"""BAOAB in JAX, in double precision, compiled as one loop over the steps."""

from functools import partial

import jax
import jax.numpy as jnp
from double_well import average, constants
from serve import serve

jax.config.update("jax_platforms", "cpu")
jax.config.update("jax_enable_x64", True)


@partial(jax.jit, static_argnums=(1, 2, 3))
def squares(key, trajectories, steps, every, width, keep, noise, kick):
    def step(_, state):
        q, v, key = state
        key, fresh = jax.random.split(key)
        v = v + kick * q * (1 - q * q)
        q = q + v
        v = keep * v + noise * jax.random.normal(fresh, (trajectories,))
        q = q + v
        return q, v + kick * q * (1 - q * q), key

    def sample(_, carried):
        state, sums = carried
        state = jax.lax.fori_loop(0, every, step, state)
        return state, sums + state[0] ** 2

    key, fresh = jax.random.split(key)
    q = jnp.full(trajectories, -1.0)
    start = (q, width * jax.random.normal(fresh, (trajectories,)), key)
    return jax.lax.fori_loop(0, steps // every, sample, (start, jnp.zeros(trajectories)))[1]


def ensemble(request):
    def run():
        shape = (request["trajectories"], request["steps"], request["every"])
        sums = squares(jax.random.key(7), *shape, *constants(request)).block_until_ready()
        return average(sums, request["steps"] // request["every"])

    return run


serve({"ensemble": ensemble})
