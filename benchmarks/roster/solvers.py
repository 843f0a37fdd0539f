"""One peer on one exported program: `solvers.py SOLVER MODEL.mps SECONDS THREADS POINT`.

Prints one line of JSON: `bound` (yuan, null where nothing is proved) and `status`. Writes the best point found as lines
`column value` to POINT, columns that are 0 left out; no file where there is no point. Each run is a process of its own, so that its memory is its
own.
"""

import json
import math
import re
import subprocess
import sys


def write_point(path, pairs):
    with open(path, "w", encoding="utf-8") as file:
        for name, value in pairs:
            if abs(value) > 1e-9:
                file.write(f"{name} {value!r}\n")


def finite(value):
    """The number, or None where a solver says infinite, nothing, or pandas' NA."""
    try:
        return float(value) if math.isfinite(value) else None
    except TypeError:
        return None


def highs(model, seconds, threads, point):
    import highspy

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("threads", threads)
    # Until a proof or the clock: the default would stop within 1e-4 of the optimum.
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.readModel(model)
    solver.run()
    info = solver.getInfo()
    if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        names = solver.getLp().col_names_
        write_point(point, zip(names, map(float, solver.getSolution().col_value)))
    return finite(info.mip_dual_bound), solver.modelStatusToString(solver.getModelStatus())


def cp_sat(model, seconds, threads, point):
    from ortools.linear_solver.python import model_builder

    program = model_builder.Model()
    if not program.import_from_mps_file(model):
        raise SystemExit(f"CP-SAT cannot read {model}")
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(seconds)
    solver.set_solver_specific_parameters(f"num_workers: {threads}")
    status = solver.solve(program)
    if status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE):
        write_point(point, ((v.name, float(solver.value(v))) for v in program.get_variables()))
    return finite(solver.best_objective_bound), status.name


def named_free(model, path):
    """A copy whose NAME line says FREE, without which CBC may take free MPS for fixed columns."""
    with open(model, encoding="utf-8") as source, open(path, "w", encoding="utf-8") as copy:
        for line in source:
            copy.write("NAME month FREE\n" if line.startswith("NAME") else line)
    return path


def cbc(model, seconds, threads, point):
    raw = point + ".cbc"
    command = ["cbc", named_free(model, point + ".mps"), "-sec", str(seconds), "-timeMode", "elapsed", "-ratio", "0"]
    if threads > 1:
        command += ["-threads", str(threads)]
    log = subprocess.run(command + ["-solve", "-solution", raw], capture_output=True, text=True, check=False).stdout
    if "errors on input" in log:
        raise SystemExit(f"CBC cannot read {model}")
    try:
        lines = open(raw, encoding="utf-8").read().splitlines()
    except FileNotFoundError:
        lines = [""]
    # The first line says what the rest is; a point that is not whole or breaks rows is marked.
    whole = "objective value" in lines[0] and "infeasible" not in lines[0].lower()
    values = [line.split() for line in lines[1:]]
    if whole and "No feasible solution found" not in log and not any(words[0] == "**" for words in values if words):
        write_point(point, ((words[1], float(words[2])) for words in values if len(words) > 2))
    bounds = re.findall(r"(?:Lower bound:|best possible)\s*(-?[\d.eE+]+)", log)
    status = re.findall(r"Result - (.*)", log)
    return finite(float(bounds[-1])) if bounds else None, status[-1] if status else lines[0]


SOLVERS = {"CP-SAT": cp_sat, "HiGHS": highs, "CBC": cbc}

if __name__ == "__main__":
    name, model, seconds, threads, point = sys.argv[1:]
    bound, status = SOLVERS[name](model, float(seconds), int(threads), point)
    print(json.dumps({"bound": bound, "status": status}))
