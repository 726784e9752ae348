"""Executes a notebook with nbclient: execute.py NOTEBOOK OUTPUT KERNEL"""

import sys

import nbclient
import nbformat

source, target, kernel = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
nbclient.NotebookClient(notebook, kernel_name=kernel, timeout=120, record_timing=False).execute()
nbformat.write(notebook, target)
