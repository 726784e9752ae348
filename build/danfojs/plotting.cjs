/** Plots of danfojs draw into a page of their own; the guards say where figures are instead. */
exports.PlotlyLib = class PlotlyLib {};
