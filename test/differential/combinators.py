"""Composite models by playing out every course of events, in rational numbers.

Reads a list of cases as JSON from standard input and prints for each [success, cost, latency] of one attempt.
"""
import json
import sys
from itertools import product

from sympy import Rational


def played(outcomes):
    """The mean over courses of events, each (probability, success, cost, latency)."""
    total = sum(probability for probability, *_ in outcomes)
    assert total == 1, total
    return [str(sum(course[0] * course[place] for course in outcomes)) for place in (1, 2, 3)]


def retry(model, n):
    p, c, t = model
    courses = [((1 - p) ** k * p, 1, (k + 1) * c, (k + 1) * t) for k in range(n)]
    return courses + [((1 - p) ** n, 0, n * c, n * t)]


def parallel(models):
    courses = []
    for works in product([0, 1], repeat=len(models)):
        probability = Rational(1)
        for (p, _, _), right in zip(models, works):
            probability *= p if right else 1 - p
        courses.append((probability, max(works), sum(m[1] for m in models), max(m[2] for m in models)))
    return courses


def verified(model, verifier, other):
    (p, c, t), (w, k, cv, tv), (p2, c2, t2) = model, verifier, other
    courses = []
    for right, passed, second in product([0, 1], repeat=3):
        probability = (p if right else 1 - p) * ((w if passed else 1 - w) if right else (1 - k if passed else k))
        if passed:
            if second:
                continue
            courses.append((probability, right, c + cv, t + tv))
        else:
            courses.append((probability * (p2 if second else 1 - p2), second, c + cv + c2, t + tv + t2))
    return courses


def numbers(values):
    return [Rational(value) for value in values]


def case(given):
    if given["form"] == "retry":
        return retry(numbers(given["models"][0]), given["n"])
    if given["form"] == "parallel":
        return parallel([numbers(each) for each in given["models"]])
    one, other = given["models"]
    return verified(numbers(one), numbers(given["verifier"]), numbers(other))


json.dump([played(case(each)) for each in json.load(sys.stdin)], sys.stdout)
