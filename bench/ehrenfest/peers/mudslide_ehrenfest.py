"""Ehrenfest trajectories of mudslide in Tully's first model, through its own classes."""

import os
import sys

import numpy as np
from mudslide.ehrenfest import Ehrenfest
from mudslide.models.scattering_models import TullySimpleAvoidedCrossing

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "core", "peers"))
from serve import serve  # noqa: E402


def ensemble(request):
    trajectories, steps, dt, mass = (request[name] for name in ("trajectories", "steps", "dt", "mass"))

    def one(k):
        p = request["p"] + request["spread"] * (k + 0.5) / trajectories
        model = TullySimpleAvoidedCrossing(mass=mass)
        # It keeps a trace of its own; once at the start is the least that it does.
        run = Ehrenfest(model, [request["q"]], [p / mass], 0, dt=dt, max_steps=steps, trace_every=10 * steps)
        run.simulate()
        return run.velocity[0] * mass, np.real(run.rho[1, 1])

    def run():
        ends = np.array([one(k) for k in range(trajectories)])
        return [*ends.mean(axis=0), 0, trajectories]

    return run


serve({"ensemble": ensemble})
