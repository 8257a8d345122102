"""Closed forms of the theory page, derived here from the definition of the game alone.

Reads games of two models as JSON from standard input, each with its numbers as fractions, and prints for each, as JSON,
what sympy finds: thresholds as roots of the slope of the user's utility, what the announcements at them cost, the persistence
between them. With `identities` in place of games it checks the symbolic statements and prints the names of those that hold.
"""
import json
import sys

import sympy as sp

p1, p2, x1, x2, c1, c2, P, s, r = sp.symbols("p1 p2 x1 x2 c1 c2 P s r")


def played():
    """U and J from the first model, from one equation a state: what each state expects."""
    U1, U2, J1, J2 = sp.symbols("U1 U2 J1 J2")
    user = sp.solve(
        [U2 - (x2 + (1 - p2) * r * U2), U1 - (x1 + (1 - p1) * r * ((1 - s) * U1 + s * U2))],
        [U1, U2],
        dict=True,
    )[0]
    provider = sp.solve(
        [
            J2 - (c2 + (1 - p2) * ((1 - r) * P + r * J2)),
            J1 - (c1 + (1 - p1) * ((1 - r) * P + r * ((1 - s) * J1 + s * J2))),
        ],
        [J1, J2],
        dict=True,
    )[0]
    return sp.together(user[U1]), sp.together(provider[J1])


U, J = played()


def written(value):
    """A number as the solver writes it: a fraction, or a + b root d."""
    value = sp.radsimp(sp.simplify(value))
    if value.is_Rational:
        return str(value)
    rational, rest = value.as_independent(sp.Pow, as_Add=True)
    factor, root = rest.as_coeff_Mul()
    return {"a": str(rational), "b": str(factor), "root": str(root**2)}


def number(value):
    return sp.Rational(value)


def inside(roots):
    return [root for root in roots if root.is_real and 0 < root < 1]


def game(given):
    at = {
        p1: number(given["p"][0]),
        p2: number(given["p"][1]),
        c1: number(given["c"][0]),
        c2: number(given["c"][1]),
        P: number(given["P"]),
    }
    V, kappa = number(given["V"]), number(given["kappa"])
    at[x1] = V * at[p1] - kappa * number(given["t"][0])
    at[x2] = V * at[p2] - kappa * number(given["t"][1])
    u, j = U.subs(at), J.subs(at)
    slope = sp.numer(sp.together(sp.diff(u, r)))
    found = {}
    if at[x1] < 0 < at[x2]:
        equal = sp.numer(sp.together(u.subs(r, 1) - u.subs(r, 0)))
        [found["s0"]] = inside(sp.roots(sp.Poly(equal, s)))
        found["J1(s0)"] = j.subs({r: 1, s: found["s0"]})
    if at[x1] > 0 > at[x2]:
        [found["sL"]] = inside(sp.roots(sp.Poly(slope.subs(r, 1), s)))
        [found["sH"]] = inside(sp.roots(sp.Poly(slope.subs(r, 0), s)))
        found["J1(sL)"] = j.subs({r: 1, s: found["sL"]})
        # A rational escalation between them, from three decimals where they leave room for one.
        low, high = sp.N(found["sL"]), sp.N(found["sH"])
        middle = sp.Rational(round(1000 * (low + high) / 2), 1000)
        if low < middle < high:
            [found["r"]] = inside(sp.roots(sp.Poly(slope.subs(s, middle), r)))
            found["s"] = middle
    return {name: written(value) for name, value in found.items()}


def identities():
    a1, a2 = 1 - p1, 1 - p2
    d1, d2 = 1 - a1 * r * (1 - s), 1 - a2 * r
    n1, n2 = 1 / d1, a1 * r * s / (d1 * d2)
    F = (1 - s) * x1 * (1 - a2 * r) ** 2 + s * x2 * (1 - a1 * a2 * (1 - s) * r**2)
    g = (1 - a2 * r) ** 2 / (1 - a2 * a1 * (1 - s) * r**2)
    stay = J.subs(r, 1)
    s0 = -x1 / (x2 / p2 - x1)
    cascade = (c1 * x2 - x1 * (c1 * p2 + a1 * c2)) / (p1 * x2 - p2 * x1)
    flip = (c1 * x2 - c2 * x1) / (p1 * x2 - p2 * x1)
    C1, C2 = c1 / p1, c2 / p2
    A, B, C = x2 * a1 * a2 * r**2, x2 * (1 - a1 * a2 * r**2) - x1 * (1 - a2 * r) ** 2, x1 * (1 - a2 * r) ** 2
    a, b, c = a2 * (1 - s) * (a2 * x1 - a1 * s * x2), a2 * (1 - s) * x1, (1 - s) * x1 + s * x2
    zero = {
        "U = n1 x1 + n2 x2": U - (n1 * x1 + n2 * x2),
        "J = P + n1 e1 + n2 e2": J - (P + n1 * (c1 - P * p1) + n2 * (c2 - P * p2)),
        "dU/dr = a1 F / (d1 d2)^2": sp.diff(U, r) - a1 * F / (d1 * d2) ** 2,
        "dn1/dr": sp.diff(n1, r) - a1 * (1 - s) / d1**2,
        "dn2/dr": sp.diff(n2, r) - a1 * s * (1 - a2 * a1 * (1 - s) * r**2) / (d1 * d2) ** 2,
        "g'": sp.diff(g, r)
        + 2 * a2 * (1 - a2 * r) * (1 - a1 * (1 - s) * r) / (1 - a2 * a1 * (1 - s) * r**2) ** 2,
        "F as a quadratic in s": F - (A * s**2 + B * s + C),
        "F as a quadratic in r": F - (a * r**2 - 2 * b * r + c),
        "U(1) - U(0)": U.subs(r, 1) - x1 - a1 * ((1 - s) * x1 + s * x2 / p2) / (1 - a1 * (1 - s)),
        "U(1) = U(0) at s0": (U.subs(r, 1) - x1).subs(s, s0),
        "J1(s) is a weighted mean": stay - (p1 * C1 + a1 * s * C2) / (p1 + a1 * s),
        "J1(s0)": stay.subs(s, s0) - cascade,
        "J1(s0) - c1 = a1 P-dagger": cascade - c1 - (1 - p1) * flip,
        "dJ1/ds": sp.diff(stay, s) - a1 * p1 * (C2 - C1) / (p1 + a1 * s) ** 2,
    }
    return [name for name, expression in zero.items() if sp.cancel(sp.together(expression)) == 0]


given = json.load(sys.stdin)
json.dump(identities() if given == "identities" else [game(each) for each in given], sys.stdout)
