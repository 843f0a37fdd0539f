#!/usr/bin/env python3
"""Erlang C requirements and Erlang B by Banbiao and by the packages of PyPI: right to how many digits, and how fast.

The reference is the recursion of Erlang B in 60-digit decimals. ErlangCCmath is left out: it sends every question to a server.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from decimal import Decimal, getcontext

getcontext().prec = 60
AHT, WITHIN, TARGET = 150, 15, 0.85
CALLS = [5, 20, 60, 150, 400, 1000, 2500, 6000]
ROUNDS = 5


def blocking(agents, load):
    inverse = Decimal(1)
    for n in range(1, agents + 1):
        inverse = 1 + inverse * n / load
    return 1 / inverse


def service(agents, load, within=WITHIN):
    b = blocking(agents, load)
    wait = agents * b / (agents - load * (1 - b))
    return 1 - wait * (-(agents - load) * Decimal(within) / AHT).exp()


def reference(calls):
    load = Decimal(calls) * AHT / 1800
    agents = int(load) + 1
    while service(agents, load) < Decimal(str(TARGET)):
        agents += 1
    return agents, service(agents, load)


def timed(function, seconds=0.1):
    """The result, and microseconds for one call: the best of a few rounds, as for Banbiao."""
    function()  # imports and warms up
    best = float("inf")
    for _ in range(ROUNDS):
        count, started, spent = 0, time.perf_counter(), 0
        while spent < seconds:
            result = function()
            count += 1
            spent = time.perf_counter() - started
        best = min(best, spent / count * 1e6)
    return result, best


def pyworkforce_agents(calls):
    from pyworkforce.queuing import ErlangC

    queue = ErlangC(transactions=calls, aht=AHT / 60, asa=WITHIN / 60, interval=30, shrinkage=0.0)
    found = queue.required_positions(service_level=TARGET, max_occupancy=1.0)
    return found["raw_positions"], found["service_level"]


def erlanglib_agents(calls):
    """No search of its own: agents are tried one by one, as its documentation does."""
    from erlanglib import core

    load = calls * AHT / 1800
    agents = int(load) + 1
    while True:
        wait = core.erlang_c(agents, load)
        level = float(core.service_level(agents, load, wait, WITHIN, AHT))
        level = level / 100 if level > 1 else level
        if level >= TARGET:
            return agents, level
        agents += 1


def microseconds(binary, calls, patience, within=WITHIN, target=TARGET):
    """Agents, and microseconds for one requirement: the best of a few rounds."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "settings.csv")
        with open(path, "w") as file:
            file.write("calls,interval,aht,patience,within,target\n")
            file.write(f"{calls},1800,{AHT},{patience},{within},{target}\n")
        run = [binary, "bench", "queues", path, "--repeats", "50000", "--json"]
        rounds = [json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout) for _ in range(ROUNDS)]
    return rounds[0]["agents"][0], min(found["microsecondsEach"] for found in rounds)


def banbiao(binary, calls):
    agents, micros = microseconds(binary, calls, "never")
    ask = [binary, "erlang", "--model", "C", "--calls", calls, "--aht", AHT, "--within", WITHIN, "--agents", agents, "--json"]
    level = json.loads(subprocess.run([str(word) for word in ask], check=True, capture_output=True, text=True).stdout)
    level = level[0] if isinstance(level, list) else level
    return (agents, level["serviceLevel"]), micros


def impatient(binary):
    """Erlang A, which no package has."""
    print("\nErlang A, which none of the packages has:\n")
    print("| calls / half-hour | patience s | target | agents | Banbiao µs |")
    print("| --- | --- | --- | --- | --- |")
    settings = [(calls, 120, WITHIN, TARGET) for calls in CALLS + [20_000, 100_000]]
    settings += [(300, 120, WITHIN, TARGET), (1200, 120, WITHIN, TARGET), (3000, 120, WITHIN, TARGET), (6000, 150, 20, 0.8)]
    settings += [(1200, 10, WITHIN, TARGET), (1200, 600, WITHIN, TARGET), (1200, 3600, WITHIN, 0.95)]
    for calls, patience, within, target in sorted(settings):
        agents, micros = microseconds(binary, calls, patience, within, target)
        print(f"| {calls} | {patience} | {target:.0%} in {within} s | {agents} | {micros:.2f} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--banbiao", required=True)
    options = parser.parse_args()
    print(f"| calls / half-hour | agents | Banbiao µs | error | pyworkforce µs | error | times slower | erlanglib µs | error |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for calls in CALLS:
        agents, level = reference(calls)
        cells = [str(calls), str(agents)]

        def cell(found, micros):
            error = abs(float(Decimal(found[1]) - level) / float(level))
            wrong = "" if found[0] == agents else f" ({found[0]} agents)"
            return [f"{micros:,.2f}" if micros < 10 else f"{micros:,.0f}", f"{error:.0e}{wrong}"]

        ours, micros = banbiao(options.banbiao, calls)
        cells += cell(ours, micros)
        theirs, theirs_micros = timed(lambda: pyworkforce_agents(calls))
        cells += cell(theirs, theirs_micros) + [f"{theirs_micros / micros:,.0f}"]
        if calls <= 400:
            try:
                cells += cell(*timed(lambda: erlanglib_agents(calls)))
            except Exception as error:
                cells += [type(error).__name__, "–"]
        else:
            cells += ["–", "–"]
        print("| " + " | ".join(cells) + " |", flush=True)
    impatient(options.banbiao)
    from erlang import b

    worst = max(abs(b(load, n) / float(blocking(n, Decimal(load))) - 1) for load, n in [(2, 5), (10, 15), (50, 60), (100, 110)])
    print(f"\npython-erlang has Erlang B only: worst relative error {worst:.0e}.")


if __name__ == "__main__":
    main()
