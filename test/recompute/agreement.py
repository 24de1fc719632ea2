#!/usr/bin/env python3
"""Recomputes agreement figures of random panels from their definitions and compares them with the product's.

    agreement.py FILE.json      a list of {"rows", "icc", "concordance", "alpha", "effects"}; exits 1 and prints each difference

Standard library only, nothing taken from the product: sums of squares from raw sums in exact fractions, Kendall's W from
squared deviations of rank sums, Krippendorff's alpha from all pairs of values, effects by their normal equations, and the
distribution functions of F and chi-square by the continued fraction and the series of "Numerical Recipes" (6.2, 6.4).
"""
import collections
import json
import math
import sys
from fractions import Fraction as F


def beta_fraction(a, b, x):
    tiny = 1e-300
    keep = lambda value: tiny if abs(value) < tiny else value
    c, d = 1.0, 1 / keep(1 - (a + b) * x / (a + 1))
    h = d
    for m in range(1, 5000):
        even = m * (b - m) * x / ((a - 1 + 2 * m) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1 + 2 * m))
        for step in (even, odd):
            d = 1 / keep(1 + step * d)
            c = keep(1 + step / c)
            h *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return h


def beta(a, b, x):
    """Regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    return front * beta_fraction(a, b, x) / a if x < (a + 1) / (a + b + 2) else 1 - front * beta_fraction(b, a, 1 - x) / b


def f_above(f, m, n):
    return 1 - beta(m / 2, n / 2, m * f / (m * f + n))


def f_quantile(p, m, n):
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if beta(m / 2, n / 2, middle) < p else (low, middle)
    return n * low / (m * (1 - low)) if low < 1 else math.inf


def chi_above(x, df):
    a, x = df / 2, x / 2
    if x <= 0:
        return 1.0
    term = total = 1 / a
    for n in range(1, 10_000):
        term *= x / (a + n)
        total += term
    return 1 - total * math.exp(-x + a * math.log(x) - math.lgamma(a))


def complete(rows):
    return [row for row in rows if None not in row]


def why_not(rows):
    """The reason why ICC and W cannot be given; None when they can."""
    if not rows:
        return "no-sheets"
    if len(rows[0]) < 2:
        return "one-expert"
    if len(rows) < 2:
        return "few-candidates"
    whole = complete(rows)
    if len(whole) < 2:
        return "incomplete"
    if len({x for row in whole for x in row}) == 1:
        return "no-variance"
    return "no-contrast" if all(len(set(column)) == 1 for column in zip(*whole)) else None


def icc(rows):
    rows = complete(rows)
    n, k = len(rows), len(rows[0])
    level = F(sum(map(sum, rows)) ** 2, n * k)
    of_rows = F(sum(sum(row) ** 2 for row in rows), k) - level
    of_columns = F(sum(sum(column) ** 2 for column in zip(*rows)), n) - level
    rest = sum(x * x for row in rows for x in row) - level - of_rows - of_columns
    b, j, e = of_rows / (n - 1), of_columns / (k - 1), rest / ((n - 1) * (k - 1))
    below = b + (k - 1) * e + k * (j - e) / n
    rho = (b - e) / below if below else None
    sound = rho is not None and 1 + (k - 1) * rho > 0
    found = {"f": float(b / e) if e else None, "p": f_above(float(b / e), n - 1, (n - 1) * (k - 1)) if e else None}
    found["single"] = float(rho) if sound else None
    found["average"] = float((b - e) / (b + (j - e) / n)) if sound else None
    if sound and 0 < rho < 1:
        found["limits"] = limits(float(b), float(j), float(e), n, k, float(rho))
    return found


def limits(b, j, e, n, k, rho):
    x = k * rho / (n * (1 - rho))
    y = 1 + k * rho * (n - 1) / (n * (1 - rho))
    v = (x * j + y * e) ** 2 / ((x * j) ** 2 / (k - 1) + (y * e) ** 2 / ((n - 1) * (k - 1)))
    rest = k * j + (k * n - k - n) * e
    lower, upper = f_quantile(0.975, n - 1, v), f_quantile(0.975, v, n - 1)
    low = n * (b - lower * e) / (lower * rest + n * b)
    return [low if 1 + (k - 1) * low > 0 else None, n * (upper * b - e) / (rest + n * upper * b)]


def kendall(rows):
    rows = complete(rows)
    n, m = len(rows), len(rows[0])
    columns = list(zip(*rows))
    rank = lambda x, column: sum(y < x for y in column) + F(column.count(x) + 1, 2)
    sums = [sum(rank(x, column) for x, column in zip(row, columns)) for row in rows]
    middle = sum(sums) / F(n)
    ties = sum(column.count(x) ** 3 - column.count(x) for column in columns for x in set(column))
    w = sum((each - middle) ** 2 for each in sums) / (F(m * m * (n**3 - n), 12) - F(m * ties, 12))
    return {"w": float(w), "p": chi_above(float(m * (n - 1) * w), n - 1)}


def alpha(rows):
    units = [unit for unit in ([x for x in row if x is not None] for row in rows) if len(unit) > 1]
    if not rows or len(rows[0]) < 2 or len(rows) < 2 or len(units) < 2:
        return None
    counts = collections.Counter(x for unit in units for x in unit)
    if len(counts) < 2:
        return None
    below, passed = {}, 0
    for x in sorted(counts):
        below[x] = passed
        passed += counts[x]

    def ordinal(a, b):
        a, b = min(a, b), max(a, b)
        return (below[b] + counts[b] - below[a] - F(counts[a] + counts[b], 2)) ** 2

    def of(delta):
        observed = sum(F(sum(delta(x, y) for x in unit for y in unit), len(unit) - 1) for unit in units) / passed
        expected = sum(counts[a] * counts[b] * delta(a, b) for a in counts for b in counts)
        return float(1 - observed * passed * (passed - 1) / expected)

    return {"interval": of(lambda a, b: F((a - b) ** 2)), "ordinal": of(ordinal)}


def near(a, b, within=1e-7):
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= within * max(1, abs(a), abs(b))


def residuals(rows, effects):
    """What least squares leaves must sum to nothing along every candidate and every expert."""
    left = []
    for row in rows:
        own = [None if x is None else x - effect for x, effect in zip(row, effects)]
        given = [x for x in own if x is not None]
        left.append([0 if x is None else x - sum(given) / len(given) for x in own])
    return left


def differences(case):
    rows = case["rows"]
    reason = why_not(rows)
    for name in ("icc", "concordance"):
        told = None if case[name]["ok"] else case[name]["error"]["code"].removeprefix("agreement.")
        if told != reason:
            yield f"{name}: {told} instead of {reason}"
    if reason is None and case["icc"]["ok"] and case["concordance"]["ok"]:
        own, told = icc(rows), case["icc"]["value"]
        pairs = [(own["f"], told["f"]), (own["p"], told["p"])]
        pairs += [(own[name], told[name]["value"]) for name in ("single", "average")]
        pairs += zip(own.get("limits", []), (told["single"]["low"], told["single"]["high"]))
        own, told = kendall(rows), case["concordance"]["value"]
        pairs += [(own[name], told[name]) for name in ("w", "p")]
        if not all(near(a, b, 1e-5) for a, b in pairs):
            yield f"icc, w: {pairs}"
    own = alpha(rows)
    if (own is None) == case["alpha"]["ok"]:
        yield f"alpha: {own}"
    elif own is not None and not all(near(own[name], case["alpha"]["value"][name]) for name in own):
        yield f"alpha: {own}"
    left = residuals(rows, case["effects"])
    if any(abs(sum(column)) > 1e-6 for column in zip(*left)):
        yield "effects leave something to a single expert"


cases = json.load(open(sys.argv[1], encoding="utf8"))
wrong = [f"{index} differs: {text}" for index, case in enumerate(cases) for text in differences(case)]
print(json.dumps({"panels": len(cases), "wrong": len(wrong)}))
print("\n".join(wrong), file=sys.stderr)
sys.exit(1 if wrong else 0)
