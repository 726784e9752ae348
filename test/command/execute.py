"""Executes a notebook with nbclient: execute.py NOTEBOOK OUTPUT KERNEL"""

import sys

import nbclient
import nbformat

source, target, kernel = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
options = {"kernel_name": kernel, "timeout": 120, "record_timing": False}
nbclient.NotebookClient(notebook, **options).execute()
nbformat.write(notebook, target)
