"""For each text in a JSON list on standard input: whether nbformat finds it valid, and how nbformat writes it."""

import json
import sys

import nbformat


def judge(text):
    try:
        notebook = json.loads(text)
        nbformat.validate(notebook)
        return {"valid": True, "written": nbformat.writes(nbformat.reads(text, as_version=4)) + "\n"}
    except Exception as error:
        return {"valid": False, "problem": str(error)[:200]}


print(json.dumps([judge(text) for text in json.load(sys.stdin)]))
