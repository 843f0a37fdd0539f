#!/usr/bin/env python3
"""Past months staffed as planned a week before, replayed on the days as they came: service, stated probabilities, hours saved."""

import argparse
import json
import os
import statistics
import subprocess


def months(binary, path, arguments):
    run = [binary, "bench", "staffing", path, "--json"] + arguments
    return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)["months"]


def series(options):
    yield "example", os.path.join(options.example, "calls.csv"), []
    table = os.path.join(options.calls, "datasets.json")
    if not os.path.exists(table):
        print(f"No real series in {options.calls}: the example alone.\n")
        return
    chosen = os.environ.get("SERIES", "axa_medical axa_services axa_tech_axa axa_tech_inter axa_telephonie bank_us_2003").split()
    with open(table, encoding="utf-8") as file:
        datasets = json.load(file)
    for name in chosen:
        known = datasets[name]
        holidays = os.path.join(options.calls, known["holidays"])
        yield name, os.path.join(options.calls, name + ".csv"), ["--from", known["months"][0], "--to", known["months"][-1], "--holidays", holidays]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--banbiao", required=True)
    parser.add_argument("--calls", required=True)
    parser.add_argument("--example", required=True)
    parser.add_argument("--target", type=float, default=0.8)
    options = parser.parse_args()
    everything = []
    print("| series | months | stated | came | spread stated | spread came | hours saved, equal service | of an oracle | of one without floors | at the target |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, path, arguments in series(options):
        found = months(options.banbiao, path, arguments + ["--target", str(options.target)])
        everything += found
        stated = [statistics.mean(month["stated"]) for month in found]
        came = [month["actual"] for month in found]
        spread = statistics.mean(statistics.pstdev(month["stated"]) for month in found)
        erlang = sum(month["erlangHours"] for month in found)
        equal, oracle, free, saved = (
            1 - sum(month[key] for month in found) / erlang for key in ("equalHours", "oracleHours", "oracleHoursWithoutFloor", "hours")
        )
        print(
            f"| {name} | {len(found)} | {statistics.mean(stated):.1%} | {statistics.mean(came):.1%} | {spread:.1%} | "
            f"{statistics.pstdev(came):.1%} | {equal:.1%} | {oracle:.1%} | {free:.1%} | {saved:.1%} |",
            flush=True,
        )
    print(f"\nAll months: came {statistics.mean(month['actual'] for month in everything):.1%} for {options.target:.0%}.\n")
    print("Stated probability that the month reaches 65, 70, … 90 %, and how often it did:\n")
    print("| stated | cases | mean stated | came |")
    print("| --- | --- | --- | --- |")
    for low in (0, 0.2, 0.4, 0.6, 0.8):
        cases = []
        for month in everything:
            for level in (0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
                chance = statistics.mean(value >= level for value in month["stated"])
                if low <= chance < low + 0.2 or (low == 0.8 and chance == 1):
                    cases.append((chance, month["actual"] >= level))
        if cases:
            stated, came = (statistics.mean(case[index] for case in cases) for index in (0, 1))
            print(f"| {low:.0%}–{low + 0.2:.0%} | {len(cases)} | {stated:.0%} | {came:.0%} |")


if __name__ == "__main__":
    main()
