"""The series forecast, the months to forecast, and what may be seen of them."""

import csv
import datetime as dt
import json
import os
from dataclasses import dataclass

import numpy as np
import pandas as pd

LEAD = dt.timedelta(days=7)


@dataclass
class Series:
    name: str
    path: str
    months: list
    holidays: str
    # Start of a half-hour → calls, NaN where open but not recorded; no entry where closed.
    calls: pd.Series

    def origin(self, month):
        """The first instant not seen: the last day seen is 7 days before the month begins."""
        return pd.Timestamp(month + "-01") - LEAD + dt.timedelta(days=1)

    def training(self, month):
        return self.calls[self.calls.index < self.origin(month)].dropna()

    def targets(self, month):
        first = pd.Timestamp(month + "-01")
        last = first + pd.offsets.MonthBegin(1)
        return self.calls.index[(self.calls.index >= first) & (self.calls.index < last)]

    def holiday_names(self):
        with open(self.holidays, encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        return {pd.Timestamp(row["date"]): row["name"] for row in rows if row.get("kind") != "workday"}


def read_calls(path):
    table = pd.read_csv(path, usecols=["start", "offered"], parse_dates=["start"])
    return pd.Series(table["offered"].to_numpy(dtype=float), index=table["start"]).sort_index()


def real_series(folder):
    """Series of real arrivals with their months, none where the folder is absent."""
    path = os.path.join(folder, "datasets.json")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        known = json.load(file)
    return [
        Series(name, os.path.join(folder, name + ".csv"), entry["months"], os.path.join(folder, entry["holidays"]),
               read_calls(os.path.join(folder, name + ".csv")))
        for name, entry in known.items()
    ]


def example_series(root):
    """The shipped example: synthetic calls of a Guangzhou centre, the last six months recorded in full."""
    path = os.path.join(root, "data", "guangzhou", "calls.csv")
    months = [f"2026-{month:02d}" for month in range(5, 11)]
    holidays = os.path.join(root, "Sources", "CentreFiles", "holidays-cn.csv")
    return Series("guangzhou (example)", path, months, holidays, read_calls(path))


def full_grid(calls):
    """The series on an unbroken half-hour grid, closed half-hours 0, for methods that need one; gaps from the week before."""
    index = pd.date_range(calls.index[0].normalize(), calls.index[-1], freq="30min")
    grid = calls.reindex(index)
    open_days = set(calls.index.normalize())
    closed = [start.normalize() in open_days for start in index]
    grid[np.isnan(grid) & closed] = 0
    week = 7 * 48
    values = grid.to_numpy()
    for place in np.flatnonzero(np.isnan(values)):
        values[place] = values[place - week] if place >= week else 0
    return pd.Series(values, index=index)
