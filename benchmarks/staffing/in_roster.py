#!/usr/bin/env python3
"""Service inside the roster against fixed requirements: what a month costs at the same simulated service.

The month is planned for several targets both ways and replayed call by call. Both kinds of rosters are then measured with one yardstick:
pay, people's terms, and `under` of what every half-hour owes (floor, occupancy, fewest agents), by `banbiao check` with the requirement of a
plan that weighs service. The cost of weighed rosters at a fixed roster's simulated service is interpolated between theirs."""

import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile

PAY = ("regularHours", "overtimeHours")
NOT_OWN = ("service", "over")


def run(binary, *arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True)
    if not done.stdout.startswith("{"):
        raise SystemExit(f"{' '.join(arguments)}: {done.stderr}")
    return json.loads(done.stdout)


class Comparison:
    def __init__(self, options, work):
        self.options, self.work = options, work
        self.yardstick = None

    def centre(self, target, weighed):
        folder = os.path.join(self.work, f"{'weighed' if weighed else 'fixed'}-{target}")
        shutil.copytree(self.options.example, folder)
        path = os.path.join(folder, "centre.yaml")
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"(?m)^  target: [0-9.]+", f"  target: {target}", file.read())
        text = text.replace("\nservice:\n", f"\nservice:\n  inRoster: {'true' if weighed else 'false'}\n")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return folder

    def measured(self, target, weighed):
        options = self.options
        centre = self.centre(target, weighed)
        plan = centre + "-plan"
        month = ["--month", options.month]
        run(options.banbiao, "plan", centre, *month, "--out", plan, "--effort", options.effort, "--seed", str(options.seed),
            "--threads", "1", "--json")
        if weighed and self.yardstick is None:
            self.yardstick = (centre, plan)
        simulated = run(options.banbiao, "simulate", centre, *month, plan, "--threads", "1", "--json",
                        "--replications", str(options.replications))
        return {"plan": plan, "target": target, "service": simulated["serviceLevel"]["mean"]}

    def cost(self, found):
        """Yuan by the one yardstick."""
        centre, plan = self.yardstick
        terms = run(self.options.banbiao, "check", centre, "--month", self.options.month, plan, "--roster",
                    os.path.join(found["plan"], "roster.csv"), "--json")["terms"]
        found["pay"] = sum(terms[name] for name in PAY)
        found["under"] = terms["under"]
        found["people"] = sum(yuan for name, yuan in terms.items() if name not in PAY + NOT_OWN + ("under",))
        found["own"] = found["pay"] + found["under"] + found["people"]


def between(rosters, service, key):
    """Linear in the simulated service; None outside."""
    rosters = sorted(rosters, key=lambda roster: roster["service"])
    for low, high in zip(rosters, rosters[1:]):
        if low["service"] <= service <= high["service"] and low["service"] < high["service"]:
            part = (service - low["service"]) / (high["service"] - low["service"])
            return low[key] + part * (high[key] - low[key])
    return None


def show(name, roster):
    print(f"| {name} {roster['target']:.1%} | {roster['service']:.2%} | {roster['pay']:,.0f} | {roster['under']:,.0f} | "
          f"{roster['people']:,.0f} | {roster['own']:,.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--banbiao", required=True)
    parser.add_argument("--example", required=True)
    parser.add_argument("--month", default="2026-12")
    parser.add_argument("--effort", default="quick")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replications", type=int, default=100)
    parser.add_argument("--targets", default="0.85,0.88,0.90,0.92")
    options = parser.parse_args()
    targets = [float(target) for target in options.targets.split(",")]
    with tempfile.TemporaryDirectory() as work:
        comparison = Comparison(options, work)
        weighed = [comparison.measured(target, True) for target in targets]
        fixed = [comparison.measured(target, False) for target in targets]
        print("| planned for | simulated service | pay | short of what is owed | people's terms | cost |")
        print("| --- | --- | --- | --- | --- | --- |")
        for name, rosters in (("fixed", fixed), ("in the roster", weighed)):
            for roster in rosters:
                comparison.cost(roster)
                show(name, roster)
        print("\n| at the simulated service of | pay saved | short of what is owed, saved | cost saved |")
        print("| --- | --- | --- | --- |")
        for roster in fixed:
            saved = {key: between(weighed, roster["service"], key) for key in ("pay", "under", "own")}
            if saved["own"] is None:
                print(f"| fixed {roster['target']:.1%}, {roster['service']:.2%} | – | – | outside the weighed rosters |")
                continue
            pay, under, own = (roster[key] - saved[key] for key in ("pay", "under", "own"))
            print(f"| fixed {roster['target']:.1%}, {roster['service']:.2%} | {pay:,.0f} ({pay / roster['pay']:.2%}) | {under:,.0f} | "
                  f"{own:,.0f} ({own / roster['own']:.2%}) |")


if __name__ == "__main__":
    main()
