"""Forecasts of a month's half-hours from what was known a week before it, one function a method.

Each takes a series and a month and returns a table indexed by start with mean, p10, p50, p90. Libraries run with the settings their
documentation proposes for half-hourly series with daily and weekly seasons and known holidays, on one thread.
"""

import logging
import warnings

import numpy as np
import pandas as pd

from series import full_grid

warnings.filterwarnings("ignore")
logging.getLogger("cmdstanpy").setLevel(logging.ERROR)
logging.getLogger("prophet").setLevel(logging.ERROR)
DAY, WEEK = 48, 336
NORMAL_90 = 1.2815515655446004


def table(index, mean, low, middle, high):
    values = np.column_stack([mean, low, middle, high])
    return pd.DataFrame(np.maximum(values, 0), index=index, columns=["mean", "p10", "p50", "p90"])


def seasonal_naive(series, month):
    """The same half-hour of the last like weekday known; intervals from its errors five weeks ahead."""
    known = series.training(month)
    grid = full_grid(known)
    targets = series.targets(month)
    last_week = grid.iloc[-WEEK:]
    by_place = {(start.dayofweek, start.hour, start.minute): value for start, value in last_week.items()}
    mean = np.array([by_place.get((start.dayofweek, start.hour, start.minute), 0.0) for start in targets])
    recent = grid.iloc[-52 * WEEK:]
    errors = (recent - recent.shift(5 * WEEK)).dropna()
    positive = max(1e-9, errors.abs().quantile(0.8)) if len(errors) else 0.0
    return table(targets, mean, mean - positive, mean, mean + positive)


def mstl_ets(series, month):
    """statsforecast: MSTL with seasons of a day and a week, the trend by AutoETS."""
    from statsforecast import StatsForecast
    from statsforecast.models import MSTL, AutoETS

    grid = full_grid(series.training(month))
    targets = series.targets(month)
    frame = pd.DataFrame({"unique_id": "calls", "ds": grid.index, "y": grid.to_numpy()})
    horizon = int((targets[-1] - grid.index[-1]) / pd.Timedelta("30min"))
    model = MSTL(season_length=[DAY, WEEK], trend_forecaster=AutoETS(model="ZZN"))
    result = StatsForecast(models=[model], freq="30min", n_jobs=1).forecast(df=frame, h=horizon, level=[80])
    result = result.set_index("ds").reindex(targets)
    mean = result["MSTL"].to_numpy()
    return table(targets, mean, result["MSTL-lo-80"], mean, result["MSTL-hi-80"])


def prophet(series, month):
    """Prophet on half-hours: daily, weekly and (from two years) yearly seasons, holidays."""
    from prophet import Prophet

    known = series.training(month)
    targets = series.targets(month)
    names = series.holiday_names()
    holidays = pd.DataFrame({"ds": list(names), "holiday": list(names.values())})
    years = (known.index[-1] - known.index[0]).days / 365.25
    model = Prophet(
        holidays=holidays if len(holidays) else None, interval_width=0.8, daily_seasonality=True, weekly_seasonality=True,
        yearly_seasonality=years >= 1, uncertainty_samples=200)
    model.add_seasonality("weekly by half-hour", period=7, fourier_order=20)
    model.fit(pd.DataFrame({"ds": known.index, "y": known.to_numpy()}), seed=1)
    np.random.seed(1)
    result = model.predict(pd.DataFrame({"ds": targets}))
    return table(targets, result["yhat"], result["yhat_lower"], result["yhat"], result["yhat_upper"])


def lightgbm(series, month):
    """LightGBM on calendar features and same-weekday lags known at the origin; one model for the mean, one a quantile."""
    import lightgbm as lgb

    known = series.training(month)
    targets = series.targets(month)
    names = series.holiday_names()
    # The latest like weekday that is known for every target: five to six weeks back.
    lags = [6, 7, 8, 12, 52]
    every = known.index.union(targets)
    lookup = known.to_dict()
    holidays = np.array(sorted(day.to_datetime64() for day in names), dtype="datetime64[D]")
    days = every.normalize().to_numpy().astype("datetime64[D]")
    place = np.searchsorted(holidays, days) if len(holidays) else np.zeros(len(days), int)
    after = holidays[np.minimum(place, len(holidays) - 1)] if len(holidays) else days + 99
    before = holidays[np.maximum(place - 1, 0)] if len(holidays) else days - 99
    features = pd.DataFrame({
        "slot": every.hour * 2 + every.minute // 30, "weekday": every.dayofweek, "day": every.day,
        "left": every.days_in_month - every.day, "year day": every.dayofyear,
        "trend": (every - every[0]).days, "to holiday": np.clip((after - days).astype(int), -9, 9),
        "from holiday": np.clip((days - before).astype(int), -9, 9),
        "holiday": [names.get(day) is not None for day in every.normalize()],
    }, index=every)
    for lag in lags:
        features[f"{lag} weeks before"] = [lookup.get(start - pd.Timedelta(weeks=lag), np.nan) for start in every]
    rows = features.loc[known.index]
    settings = dict(num_leaves=63, learning_rate=0.05, min_data_in_leaf=50, num_threads=1, verbosity=-1, seed=1,
                    deterministic=True, force_row_wise=True)
    results = []
    for objective in ({"objective": "poisson"}, {"objective": "quantile", "alpha": 0.1},
                      {"objective": "quantile", "alpha": 0.5}, {"objective": "quantile", "alpha": 0.9}):
        model = lgb.train({**settings, **objective}, lgb.Dataset(rows, known.to_numpy()), num_boost_round=300)
        results.append(model.predict(features.loc[targets]))
    mean, low, middle, high = results
    return table(targets, mean, np.minimum(low, middle), middle, np.maximum(high, middle))


METHODS = {"seasonal naive": seasonal_naive, "statsforecast MSTL + AutoETS": mstl_ets, "Prophet": prophet,
           "LightGBM": lightgbm}
