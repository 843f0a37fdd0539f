#!/usr/bin/env python3
"""Writes references.csv: queues to 30 digits, by a way that shares nothing with the program.

The program sums the states of the birth-death chain in double precision. Here the density of the offered wait V,
f(x) = λ exp(λ H(x) − nμx) ÷ (E + λJ), H(x) = (1 − e^(−θx)) ÷ θ, is integrated at 45 digits by composite Gauss-Legendre
rules (S. Zeltyn, "Call Centers with Impatient Customers", 2005, chapter 3); E = 1 ÷ B(n − 1) by the recursion of Erlang B.
Without patience the closed forms of Erlang C are taken. Needs mpmath: pip install mpmath==1.3.0. Two minutes.
"""

import sys
from itertools import product

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 45
NODES = 40


def legendre(count):
    """Nodes and weights of the Gauss-Legendre rule on (-1, 1)."""
    rule = []
    for i in range(1, count + 1):
        x = mp.cos(mp.pi * (mpf(i) - mpf(1) / 4) / (count + mpf(1) / 2))
        for _ in range(100):
            p, q = mpf(1), mpf(0)
            for k in range(1, count + 1):
                p, q = ((2 * k - 1) * x * p - (k - 1) * q) / k, p
            slope = count * (x * p - q) / (x * x - 1)
            step = p / slope
            x -= step
            if abs(step) < mpf(10) ** -43:
                break
        p, q = mpf(1), mpf(0)
        for k in range(1, count + 1):
            p, q = ((2 * k - 1) * x * p - (k - 1) * q) / k, p
        slope = count * (x * p - q) / (x * x - 1)
        rule.append((x, 2 / ((1 - x * x) * slope * slope)))
    return rule


RULE = legendre(NODES)


def inverse_blocking(agents, load):
    value = mpf(1)
    for count in range(1, agents + 1):
        value = 1 + value * count / load
    return value


def erlang_a(agents, rate, handling, patience, within):
    lam, mu, theta, t = mpf(rate), 1 / mpf(handling), 1 / mpf(patience), mpf(within)
    service = agents * mu
    e = inverse_blocking(agents - 1, lam / mu)

    def exponent(x):
        return lam * (-mp.expm1(-theta * x)) / theta - service * x

    # The exponent is concave: highest at `mode`, negligible beyond `end`; panels follow its curvature there.
    mode = mp.log(lam / service) / theta if lam > service else mpf(0)
    top = exponent(mode)
    curvature = mp.sqrt(lam * theta * mp.exp(-theta * mode))
    slope = service - lam * mp.exp(-theta * mode)
    width = min(1 / curvature, 1 / theta, 1 / slope) if slope > mpf(10) ** -20 else min(1 / curvature, 1 / theta)

    def edge(direction):
        near, far = mpf(0), width
        while exponent(mode + direction * far) - top > -120:
            near, far = far, far * 2
        for _ in range(20):
            middle = (near + far) / 2
            if exponent(mode + direction * middle) - top > -120:
                near = middle
            else:
                far = middle
        return mode + direction * far

    end = edge(1)
    begin = mpf(0) if mode == 0 else max(mpf(0), edge(-1))
    points = {begin, end}
    if begin < t < end:
        points.add(t)
    for step in range(-60, 61):
        x = mode + step * width * 2
        if begin < x < end:
            points.add(x)
    x = mode + 60 * width * 2
    while x < end:
        points.add(x)
        x += max(width * 2, (x - mode) / 4)
    points = sorted(points)
    names = "all", "served", "gone", "time", "soon", "gonesoon", "late"
    sums = dict.fromkeys(names, mpf(0))
    for low, high in zip(points, points[1:]):
        half, centre = (high - low) / 2, (high + low) / 2
        for node, weight in RULE:
            x = centre + half * node
            f = weight * half * mp.exp(exponent(x) - top)
            stays = mp.exp(-theta * x)
            leaves = -mp.expm1(-theta * x)
            sums["all"] += f
            sums["gone"] += f * leaves
            sums["time"] += f * stays * x
            if high <= t:
                sums["soon"] += f * stays
                sums["gonesoon"] += f * leaves
            else:
                sums["late"] += f
            sums["served"] += f * stays
    scale = lam * mp.exp(top)
    total = e + scale * sums["all"]
    leaves = -mp.expm1(-theta * t)
    answered = (e + scale * sums["served"]) / total
    abandoned = scale * sums["gone"] / total
    return (
        scale * sums["all"] / total,
        (e + scale * sums["soon"]) / total,
        scale * (sums["gonesoon"] + leaves * sums["late"]) / total,
        abandoned,
        abandoned / theta,
        scale * sums["time"] / total / answered,
        lam / mu * answered / agents,
    )


def erlang_c(agents, rate, handling, within):
    load = mpf(rate) * mpf(handling)
    spare = agents - load
    if spare < agents * mpf(10) ** -9:
        return None  # without end, or so near that the last bit of the rate decides
    blocking = 1 / inverse_blocking(agents, load)
    waiting = blocking / (1 - load / agents * (1 - blocking))
    speed = spare / mpf(handling)
    return (
        waiting, 1 - waiting * mp.exp(-speed * mpf(within)), mpf(0), mpf(0), waiting / speed, waiting / speed,
        load / agents,
    )


def queues():
    agents = 1, 2, 5, 12, 40, 150, 700, 3000, 20000
    shares = 0.01, 0.3, 0.7, 0.85, 0.93, 0.98, 1.0, 1.04, 1.2
    patiences = 1, 20, 120, 900, 20000, 1000000, None
    for number, (n, share, patience) in enumerate(product(agents, shares, patiences)):
        yield n, n * share / 150, 150, patience, (15, 15, 0, 60, 15, 3, 300)[number % 5 + number % 3]
    # Far beyond: short and long calls, crowds, waits of an hour.
    for n, share, patience, within, handling in [
        (1, 50, 60, 15, 150), (3, 4, 5, 600, 30), (20, 10, 1, 15, 600), (100, 3, 10, 60, 240), (1000, 2, 300, 120, 90),
        (20000, 1.5, 60, 15, 150), (20000, 1.002, 3600, 20, 420), (8000, 0.995, 40, 5, 300), (150, 1000, 2.5, 15, 150),
        (500, 0.9, 0.1, 15, 150), (50, 1.1, 100000, 3600, 150), (12, 0.5, 1, 0.5, 1), (12, 0.999, 1000000, 15, 86400),
    ]:
        yield n, n * share / handling, handling, patience, within


def main(path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("agents,arrivalRate,aht,patience,within,waiting,answeredInTime,abandonedInTime,abandoned,meanWait,asa,occupancy\n")
        for n, rate, handling, patience, within in queues():
            values = erlang_c(n, rate, handling, within) if patience is None else erlang_a(n, rate, handling, patience, within)
            if values is None:
                continue
            digits = ",".join(mp.nstr(value, 30, min_fixed=0, max_fixed=0) for value in values)
            out.write(f"{n},{rate!r},{handling},{'' if patience is None else patience},{within},{digits}\n")
            out.flush()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "references.csv")
