"""Accuracy as docs/forecasting.md defines it; checked against the score.py of the series' folder where there is one."""

import json
import math
import subprocess
import sys

import numpy as np

LEVELS = (("p10", 0.1), ("p50", 0.5), ("p90", 0.9))


def score(series, forecasts):
    """forecasts: month → table indexed by start with mean, p10, p50, p90."""
    actual = error = bias = day_actual = day_error = pinball = inside = halves = 0.0
    for month, table in forecasts.items():
        calls = series.calls[series.targets(month)]
        table = table.loc[calls.index]
        known = calls.notna()
        days = calls.index.normalize()
        recorded = calls[known]
        mean = table["mean"][known]
        actual += recorded.sum()
        error += (mean - recorded).abs().sum()
        bias += (mean - recorded).sum()
        halves += len(recorded)
        for column, level in LEVELS:
            excess = recorded - table[column][known]
            pinball += np.maximum(level * excess, (level - 1) * excess).sum() / 3
        inside += ((np.floor(table["p10"][known]) <= recorded) & (recorded <= np.ceil(table["p90"][known]))).sum()
        complete = known.groupby(days).all()
        totals = calls.groupby(days).sum()[complete]
        day_actual += totals.sum()
        day_error += (table["mean"].groupby(days).sum()[complete] - totals).abs().sum()
    return dict(
        wapeHalfHour=error / actual, wapeDay=day_error / day_actual, bias=bias / actual, pinball=2 * pinball / actual,
        coverage80=inside / halves)


def confirm(script, series, folder, own):
    """Scores the same files with the series' own script, in place, and stops where the two differ."""
    done = subprocess.run([sys.executable, script, series.name, folder], capture_output=True, text=True, check=True)
    for key, value in json.loads(done.stdout).items():
        if key in own and not math.isclose(own[key], value, rel_tol=1e-6):
            raise SystemExit(f"{series.name}: {key} is {own[key]} here and {value} by {script}")
