"""Diffusion in two dimensions by fplanck. Its temperature is in kelvin, so that kT / k_B makes it one without dimensions."""

import fplanck
from scipy.constants import k as boltzmann
from serve import serve
from surface import potential, start


def diffusion(request):
    side = 2 * request["half"]
    generator = fplanck.fokker_planck(
        temperature=request["kT"] / boltzmann,
        drag=request["kT"] / request["D"],
        extent=[side, side],
        resolution=side / request["cells"],
        boundary=fplanck.boundary.reflecting,
        potential=potential(request),
    )
    volume = (side / request["cells"]) ** 2
    begin = start(request)
    return lambda: (generator.propagate(begin, request["t"]) / volume).ravel(order="F")


serve({"diffusion": diffusion})
