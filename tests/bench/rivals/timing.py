"""How all Python rivals are timed: the least of many short repeats, so that one of them finds the core to itself."""

import time

REPEATS = 100


def report(step, steps, members, begin=lambda: None):
    """Prints ns a step and member of `step`, played so many times a repeat; `begin` lays the start before each."""
    begin()
    step()
    best = float("inf")
    for _ in range(REPEATS):
        begin()
        start = time.perf_counter_ns()
        for _ in range(steps):
            step()
        best = min(best, (time.perf_counter_ns() - start) / steps / members)
    print(f"{best:.3f}")
