"""Answers requests, a line of JSON each, with the seconds that one run took and what it found."""

import json
import sys
import time


def serve(works):
    """`works` prepares by name: a dictionary of parameters -> a function of nothing, which is timed and returns numbers."""
    for line in sys.stdin:
        request = json.loads(line)
        run = works[request["work"]](request)
        wall, processor = time.perf_counter(), time.process_time()
        answer = run()
        seconds = {"wall": time.perf_counter() - wall, "processor": time.process_time() - processor}
        print(json.dumps({**seconds, "answer": [float(number) for number in answer]}), flush=True)
