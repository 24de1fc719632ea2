#!/usr/bin/env python3
"""Recomputes rankings from raw sheets, by the text of the rules alone, and compares them with the product's.

    recompute.py FILE.json      a list of {"name", "input", "tracks"}; exits 1 and prints each difference

Standard library only. Nothing here is taken from the product's code: every number is a Fraction from beginning to end,
and least squares are solved on the full system. "Ruling n" means the n-th ruling of the procedure and rules.
"""
import json
import sys
from fractions import Fraction as F
from math import isqrt

MICRO = 10**6


def round_half_up(x):
    """Nearest integer, halves away from zero."""
    whole = int(abs(x) * 2) + 1
    return (whole // 2) * (1 if x >= 0 else -1)


def to_micro(x):
    """A normalised total is a whole number of millionths of a point."""
    return F(round_half_up(x * MICRO), MICRO)


def nearest_root(square):
    """Nearest integer to the square root of a rational, halves up."""
    root = isqrt(square.numerator // square.denominator)
    return root + 1 if (F(root) + F(1, 2)) ** 2 <= square else root


def as_text(x):
    return None if x is None else str(x)


class Round:
    def __init__(self, data):
        self.policy = data["policy"]
        self.tracks = data["tracks"]
        self.rubrics = {r["id"]: r for r in data["rubrics"]}
        self.candidates = data["candidates"]
        self.sheets = data["sheets"]
        self.decisions = data["decisions"]

    def rank(self):
        sides = [Track(self, t) for t in self.tracks]
        for side in sides:
            side.score()
            side.order()
        self.give_seats(sides)
        return [side.rows() for side in sides]

    def give_seats(self, sides):
        """Seats per track; what one cannot fill goes round the others in order, one each (ruling 8)."""
        selection = self.policy["selection"]
        for side in sides:
            side.seats = None if selection is None else side.track["quota"]
        if selection is None or not selection["passOn"]:
            return
        quota_sides = [s for s in sides if s.seats is not None]
        spare = sum(max(0, s.seats - s.eligible()) for s in quota_sides)
        # A track without a quota offers no seats and takes none.
        while spare > 0:
            waiting = [s for s in quota_sides if s.eligible() > s.seats]
            if not waiting:
                break
            for s in waiting:
                if spare > 0:
                    s.seats += 1
                    spare -= 1


class Track:
    def __init__(self, whole, track):
        self.policy = whole.policy
        self.track = track
        self.rubric = whole.rubrics[track["rubricId"]]
        self.categories = self.rubric["categories"]
        weights = {w["category"]: F(w["percent"], 100) for w in self.policy["weights"]}
        self.weight = {}
        for category in self.categories:
            for criterion in category["criteria"]:
                self.weight[criterion["id"]] = weights.get(category["id"], F(1))
        self.most = sum(self.weight[c["id"]] * F(c["max"], 100) for c in self.criteria())
        self.decisions = [d for d in whole.decisions if d["trackId"] == track["id"]]
        skip = set(self.policy["trial"])
        self.people = [
            Person(c, [s for s in whole.sheets if s["candidateId"] == c["id"]])
            for c in whole.candidates
            if c["trackId"] == track["id"] and c["code"] not in skip
        ]
        self.people.sort(key=lambda p: (p.code.encode(), p.id.encode()))
        self.seats = None

    def criteria(self):
        return [c for category in self.categories for c in category["criteria"]]

    # Scores

    def score(self):
        for p in self.people:
            for s in p.valid:
                s["weighed"] = sum(self.weight[k] * F(v, 100) for k, v in s["points"].items())
                s["value"] = s["weighed"]
        {
            "none": lambda: None,
            "z-score": self.z_scores,
            "rank": self.rank_shares,
            "expert-effect": self.expert_effects,
        }[self.policy["normalisation"]]()
        for p in self.people:
            enough = len(p.valid) >= self.policy["minimumSheets"]
            p.exact = self.middle([s["value"] for s in p.valid]) if enough else None
            p.standing = p.exact
            if enough and self.policy["rankBy"] == "rounded":
                scale = 10 ** self.policy["decimals"]
                p.standing = F(round_half_up(p.exact * scale), scale)
            p.veto = self.is_vetoed(p, enough)

    def middle(self, values):
        trim, ordered = self.policy["trim"], sorted(values)
        if len(ordered) >= trim["from"]:
            high, low = trim["high"], trim["low"]
            if self.policy["trimUnit"] == "percent":
                high, low = len(ordered) * high // 100, len(ordered) * low // 100
            for _ in range(high):
                ordered.remove(max(ordered))
            for _ in range(low):
                ordered.remove(min(ordered))
        if self.policy["centre"] == "mean":
            return sum(ordered) / F(len(ordered))
        n = len(ordered)
        return ordered[n // 2] if n % 2 else (ordered[n // 2 - 1] + ordered[n // 2]) / 2

    def is_vetoed(self, p, enough):
        """Staff always (ruling 5); experts per gate, with enough valid sheets (rulings 4, 5)."""
        if p.staff_veto:
            return True
        if self.policy["gates"] == "staff" or not enough:
            return False
        for gate in self.rubric["gates"]:
            if gate["by"] != "expert":
                continue
            fails = sum(1 for s in p.valid if s["gates"].get(gate["id"]) == "fail")
            if fails * 2 > len(p.valid) or (self.policy["gates"] == "any" and fails > 0):
                return True
        return False

    # Normalisation

    def by_expert(self):
        groups = {}
        for p in self.people:
            for s in p.valid:
                groups.setdefault(s["expertId"], []).append(s)
        return groups

    def z_scores(self):
        """Ruling 13: M + (x - m) S / s; M and the deviation each to the millionth."""

        def moments(sheets):
            xs = [s["weighed"] for s in sheets]
            mean = sum(xs) / F(len(xs))
            return mean, sum((x - mean) ** 2 for x in xs) / len(xs)

        everything = [s for p in self.people for s in p.valid]
        if not everything:
            return
        all_mean, all_variance = moments(everything)
        for sheets in self.by_expert().values():
            mean, variance = moments(sheets)
            for s in sheets:
                away = s["weighed"] - mean
                root = 0 if variance == 0 else nearest_root((away * MICRO) ** 2 * all_variance / variance)
                s["value"] = to_micro(all_mean) + F(root if away >= 0 else -root, MICRO)

    def rank_shares(self):
        """The middle of a total's ranks among the expert's own, as a share of the most points."""
        for sheets in self.by_expert().values():
            for s in sheets:
                below = sum(1 for o in sheets if o["weighed"] < s["weighed"])
                level = sum(1 for o in sheets if o["weighed"] == s["weighed"])
                s["value"] = to_micro(self.most * F(2 * below + level, 2 * len(sheets)))

    def expert_effects(self):
        """Ruling 14: total = candidate + expert by least squares, effects weighted by sheets sum to zero per part."""
        left = [p for p in self.people if p.valid]
        while left:
            part, experts = [left[0]], set()
            while True:
                experts = {s["expertId"] for p in part for s in p.valid}
                grown = [p for p in left if any(s["expertId"] in experts for s in p.valid)]
                if len(grown) == len(part):
                    break
                part = grown
            left = [p for p in left if p not in part]
            self.fit_part(part, sorted(experts))

    @staticmethod
    def fit_part(part, experts):
        size = len(part) + len(experts)
        column = {e: len(part) + k for k, e in enumerate(experts)}
        rows = [[F(0)] * (size + 1) for _ in range(size)]
        for i, p in enumerate(part):
            for s in p.valid:
                j = column[s["expertId"]]
                for a in (i, j):
                    for b in (i, j):
                        rows[a][b] += 1
                    rows[a][size] += s["weighed"]
        # The last expert's equation follows from the others; the balance of the effects takes its place.
        balance = [F(0)] * (size + 1)
        for p in part:
            for s in p.valid:
                balance[column[s["expertId"]]] += 1
        rows[size - 1] = balance
        solution = solve(rows)
        for p in part:
            for s in p.valid:
                s["value"] = to_micro(s["weighed"] - solution[column[s["expertId"]]])

    # Order

    def order(self):
        scored = [p for p in self.people if not p.veto and p.exact is not None]
        self.places = []
        for level in sorted({p.standing for p in scored}, reverse=True):
            equals = [p for p in scored if p.standing == level]
            if len(equals) == 1:
                equals[0].tie = None
                self.places.append(equals)
            else:
                self.places.extend(self.part(equals, self.links()))

    def links(self):
        """(name, measure) in order; a measure of None asks the decisions."""
        chain = []
        for link in self.policy["tieChain"]:
            if link["by"] == "total":
                chain.append(("total", lambda p: sum(s["value"] for s in p.valid) / F(len(p.valid))))
            elif link["by"] == "category":
                category = self.core_category(link["category"])
                ids = [c["id"] for c in category["criteria"]]
                chain.append(("category:" + category["id"], lambda p, ids=ids: p.mean(ids)))
            elif link["by"] == "criteria":
                for name in link["criteria"] or [c["id"] for c in self.criteria()]:
                    chain.append(("criterion:" + name, lambda p, name=name: p.mean([name])))
            else:
                chain.append(("decision", None))
        return chain

    def core_category(self, named):
        """Ruling 3."""
        wanted = named or self.rubric["coreCategory"]
        for category in self.categories:
            if category["id"] == wanted:
                return category
        return max(self.categories, key=lambda c: sum(k["max"] for k in c["criteria"]))

    def part(self, equals, chain):
        if len(equals) == 1:
            return [equals]
        if not chain:
            for p in equals:
                p.tie = "shared"
            return [equals]
        (rule, measure), rest = chain[0], chain[1:]
        if measure is None:
            groups = self.decided(equals)
        else:
            levels = sorted({measure(p) for p in equals}, reverse=True)
            groups = [[p for p in equals if measure(p) == level] for level in levels]
        places = []
        for group in groups:
            if len(group) == 1:
                group[0].tie = rule
            places.extend(self.part(group, rest))
        return places

    def decided(self, equals):
        """Ruling 7: the latest decision that names every one of them."""
        ids = {p.id for p in equals}
        for decision in sorted(self.decisions, key=lambda d: d["id"].encode(), reverse=True):
            if ids <= set(decision["order"]):
                return [[p] for p in sorted(equals, key=lambda p: decision["order"].index(p.id))]
        return [equals]

    # Outcome

    def eligible(self):
        least = (self.policy["selection"] or {}).get("minimumScore")
        ranked = [p for place in self.places for p in place]
        return sum(1 for p in ranked if least is None or p.standing >= F(least, 100))

    def rows(self):
        out, before = [], 0
        for place in self.places:
            first, last = before + 1, before + len(place)
            for p in place:
                out.append(p.row(first, self.grade(p) or self.status(first, last)))
            before = last
        evaluation = self.policy["evaluation"]
        for p in self.people:
            if p.veto:
                out.append(p.row(None, "vetoed" if evaluation is None else "band:" + evaluation["vetoBand"]))
        for p in self.people:
            if not p.veto and p.exact is None:
                out.append(p.row(None, "no-score"))
        return out

    def grade(self, p):
        """Rulings 10 and 11."""
        evaluation = self.policy["evaluation"]
        if evaluation is None:
            return None
        bands = evaluation["bands"]
        names = [b["name"] for b in bands]
        place = min(i for i, b in enumerate(bands) if p.standing >= F(b["from"], 100))
        share = F(evaluation["coreItemPercent"], 100)
        if any(c["core"] and p.mean([c["id"]]) < share * F(c["max"], 100) for c in self.criteria()):
            place = max(place, names.index(evaluation["coreItemCap"]))
        return "band:" + names[place]

    def status(self, first, last):
        """Rulings 7 and 9."""
        if self.seats is None:
            return "ranked"
        if first > self.eligible():
            return "below"
        end = self.seats + self.policy["selection"]["reserve"]
        for line, inside in ((self.seats, "selected"), (end, "reserve")):
            if last <= line:
                return inside
            if first <= line:
                return "undecided"
        return "below"


class Person:
    def __init__(self, candidate, sheets):
        self.id, self.code = candidate["id"], candidate["code"]
        self.staff_veto = candidate["staffVeto"] is not None
        self.valid = [dict(s) for s in sheets if s["state"] == "scored" and not s["void"]]
        self.tie = None

    def mean(self, ids):
        return sum(F(s["points"][i], 100) for s in self.valid for i in ids) / F(len(self.valid))

    def row(self, rank, status):
        return [self.code, rank, as_text(self.exact), status, self.tie if rank else None]


def solve(rows):
    """Gauss-Jordan on an augmented matrix of Fractions."""
    size = len(rows)
    for i in range(size):
        pivot = next(k for k in range(i, size) if rows[k][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for k in range(size):
            if k != i and rows[k][i] != 0:
                factor = rows[k][i]
                rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i])]
    return [row[size] for row in rows]


def main(path):
    with open(path, encoding="utf-8") as file:
        rounds = json.load(file)
    wrong = rows = 0
    for one in rounds:
        for theirs, ours in zip(one["tracks"], Round(one["input"]).rank(), strict=True):
            rows += len(ours)
            if theirs != ours:
                wrong += 1
                print(one["name"], "differs:", file=sys.stderr)
                for pair in zip(theirs, ours):
                    if pair[0] != pair[1]:
                        print("  product", pair[0], "here", pair[1], file=sys.stderr)
    print(json.dumps({"rounds": len(rounds), "rows": rows, "wrong": wrong}))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
