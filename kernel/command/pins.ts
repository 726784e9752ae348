/** The Python packages that `liouville lab` brings when there is no JupyterLab: the frontend of notebooks and of ipywidgets. */
export const labRequirements = ["jupyterlab==4.6.6", "jupyterlab-widgets==3.0.17"] as const;
