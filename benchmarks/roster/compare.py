"""The same month given to Banbiao and to solvers of integer programs; one table.

The month is made by `banbiao bench sized`; peers read its whole integer program (docs/model.md) as an MPS file. A peer's cost is not its own figure: its point
is read back as a roster and recomputed by Banbiao's checker, which also counts broken rules.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
# Solvers look at their clock only between steps, and reading a large model is not in it: a peer has so many times its limit before it is ended.
PATIENCE = 2


def measured(command, most=None):
    """Output, wall seconds and peak memory (MB, children included) of a command; ended, with its children, after `most` seconds."""
    pipe_read, pipe_write = os.pipe()
    started = time.monotonic()
    process = os.posix_spawnp(
        command[0], command, os.environ, setsid=True,
        file_actions=[(os.POSIX_SPAWN_DUP2, pipe_write, 1), (os.POSIX_SPAWN_CLOSE, pipe_read)])
    os.close(pipe_write)
    end = threading.Timer(most, os.killpg, (process, signal.SIGKILL)) if most else None
    if end:
        end.start()
    with os.fdopen(pipe_read, encoding="utf-8") as pipe:
        output = pipe.read()
    if end:
        end.cancel()
    _, status, usage = os.wait4(process, 0)
    return output, time.monotonic() - started, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def sized(arguments, people, more):
    return [
        arguments.banbiao, "bench", "sized", "--people", str(people), "--shifts", str(arguments.shifts), "--asked",
        str(arguments.asked), "--effort", arguments.effort, "--seed", str(arguments.seed), "--threads",
        str(arguments.threads)] + more


def row(people, name, cost, bound, seconds, memory, note, best_bound=None):
    def money(value):
        return "–" if value is None else f"{value:,.0f}"

    def gap(low):
        return "–" if cost is None or low is None else f"{(cost - low) / cost:.3%}"

    print(
        f"| {people} | {name} | {money(cost)} | {money(bound)} | {gap(bound)} | {gap(best_bound)} | {seconds:.1f} | "
        f"{memory:.0f} | {note} |", flush=True)


def peer(arguments, people, name, model, seconds, best_bound):
    point = arguments.out / f"{people}-{name}.point"
    point.unlink(missing_ok=True)
    output, wall, memory, code = measured(
        [sys.executable, str(HERE / "solvers.py"), name, str(model), f"{seconds:.1f}", str(arguments.threads), str(point)],
        most=seconds * PATIENCE)
    if code == -signal.SIGKILL:
        return row(people, name, None, None, wall, memory, f"no roster; ended, its limit being {seconds:.0f} s")
    if code != 0:
        return row(people, name, None, None, wall, memory, f"ended with {code}")
    answer = json.loads(output.splitlines()[-1])
    cost, note = None, "no roster"
    if point.exists():
        recomputed = subprocess.run(
            sized(arguments, people, ["--point", str(point)]), capture_output=True, text=True, check=True).stdout
        cost, broken = recomputed.splitlines()[-1].split("\t")
        cost, note = float(cost), f"{broken} rules broken"
    row(people, name, cost, answer["bound"], wall, memory, f"{note}; {answer['status']}", best_bound)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--banbiao", required=True)
    parser.add_argument("--people", type=int, nargs="+", default=[50, 200, 1000])
    parser.add_argument("--shifts", type=int, default=16)
    parser.add_argument("--asked", type=float, default=0.96)
    parser.add_argument("--effort", default="quick")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--times", type=float, default=20, help="a peer's seconds, as a multiple of Banbiao's")
    parser.add_argument("--most", type=float, default=float("inf"), help="seconds no peer exceeds")
    parser.add_argument("--solvers", nargs="+", default=["CP-SAT", "HiGHS", "CBC"])
    parser.add_argument("--out", type=pathlib.Path, default=HERE / ".out")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    print("| people | solver | cost, recomputed | own bound | gap | gap to Banbiao's bound | seconds | MB | |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for people in arguments.people:
        output, wall, memory, code = measured(sized(arguments, people, ["--json"]))
        if code != 0:
            raise SystemExit(f"banbiao bench sized --people {people}: ended with {code}")
        solution = json.loads(output)
        bound = solution["lowerBound"]
        # The command ends with an error where its roster breaks a hard rule.
        row(people, "Banbiao", solution["objective"], bound, wall, memory, "0 rules broken", bound)
        model = arguments.out / f"{people}.mps"
        subprocess.run(sized(arguments, people, ["--export-model", str(model)]), check=True)
        seconds = min(arguments.times * wall, arguments.most)
        for name in arguments.solvers:
            if name != "CBC" or shutil.which("cbc"):
                peer(arguments, people, name, model, seconds, bound)


if __name__ == "__main__":
    main()
