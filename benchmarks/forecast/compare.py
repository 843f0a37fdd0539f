#!/usr/bin/env python3
"""Banbiao beside statsforecast, Prophet and LightGBM under one protocol: benchmarks/forecast/run makes the environment.

Each month is forecast from what was recorded up to 7 days before it begins; open half-hours and holidays are known in advance.
Seconds are processor seconds of all months together, of every thread used; for libraries that compile on first use that is left out.
"""

import argparse
import csv
import json
import os
import resource
import subprocess
import tempfile
import time

import pandas as pd

from methods import METHODS
from scoring import confirm, score
from series import example_series, real_series

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COLUMNS = ("series", "method", "wapeHalfHour", "wapeDay", "bias", "pinball", "coverage80", "seconds")


def banbiao(program, series, months, folder):
    """All months in one run of the program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [program, "backtest", series.path, "--from", months[0], "--to", months[-1], "--holidays", series.holidays,
         "--out", folder, "--json"], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    forecasts = {}
    for month in months:
        table = pd.read_csv(f"{folder}/{month}.csv", parse_dates=["start"], index_col="start")
        forecasts[month] = table[["mean", "p10", "p50", "p90"]]
    return forecasts, seconds


def library(method, series, months, folder):
    forecasts = {}
    started = time.process_time()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    for month in months:
        # Scored as written, to six decimals.
        forecasts[month] = METHODS[method](series, month).round(6)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() - started + ended.ru_utime - children.ru_utime + ended.ru_stime - children.ru_stime
    for month, table in forecasts.items():
        written = table.copy()
        written.index = written.index.strftime("%Y-%m-%dT%H:%M")
        written.to_csv(f"{folder}/{month}.csv", index_label="start", float_format="%.6f")
    return forecasts, seconds


def warm(methods, series):
    """Compiles what compiles on first use, on a short piece of a series."""
    if "statsforecast MSTL + AutoETS" not in methods:
        return
    short = series.calls[-90 * 48:]
    piece = type(series)(series.name, series.path, series.months, series.holidays, short)
    METHODS["statsforecast MSTL + AutoETS"](piece, series.months[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", required=True, help="folder of the series of real arrivals")
    parser.add_argument("--banbiao", required=True, help="the program")
    parser.add_argument("--series", help="names, separated by commas; all by default")
    parser.add_argument("--methods", help="names, separated by commas; all by default")
    parser.add_argument("--months", type=int, help="so many last months of each series")
    parser.add_argument("--out", help="a folder for the forecasts and the table as results.csv")
    options = parser.parse_args()
    cases = real_series(options.calls)
    if not cases:
        print(f"no series of real arrivals in {options.calls}: the shipped example alone is run")
    cases.append(example_series(ROOT))
    if options.series:
        cases = [case for case in cases if case.name in options.series.split(",")]
        if not cases:
            parser.error(f"no series named {options.series}")
    methods = options.methods.split(",") if options.methods else ["Banbiao", *METHODS]
    script = os.path.join(options.calls, "score.py")
    out = options.out or tempfile.mkdtemp()
    results = []
    warm(methods, cases[-1])
    print("\t".join(COLUMNS), flush=True)
    for case in cases:
        months = case.months[-options.months:] if options.months else case.months
        for method in methods:
            folder = f"{out}/{method}/{case.name}"
            os.makedirs(folder, exist_ok=True)
            if method == "Banbiao":
                forecasts, seconds = banbiao(options.banbiao, case, months, folder)
            else:
                forecasts, seconds = library(method, case, months, folder)
            own = score(case, forecasts)
            if os.path.exists(script) and case.path.startswith(options.calls) and months == case.months:
                confirm(script, case, folder, own)
            results.append(dict(series=case.name, method=method, seconds=round(seconds, 2),
                                **{key: round(float(value), 6) for key, value in own.items()}))
            row = results[-1]
            print("\t".join(f"{row[key]:.4f}" if isinstance(row[key], float) and key != "seconds" else str(row[key])
                            for key in COLUMNS), flush=True)
            with open(f"{out}/results.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, COLUMNS)
                writer.writeheader()
                writer.writerows(results)
    with open(f"{out}/results.json", "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)


if __name__ == "__main__":
    main()
