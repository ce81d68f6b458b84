#!/usr/bin/env python3
"""Turns a linear program kept as NumPy arrays (c, A_ub, b_ub, A_eq, b_eq, bounds) into free MPS.

Usage: convert.py PROBLEM.npz > problem.mps

Rows are called R1, R2, ... (inequalities first) and columns X1, X2, ..., since the arrays have no names. A number
is written with as many digits as it takes to read the same double again.
"""
import pathlib
import sys

import numpy


def text(value):
    """Returns the shortest decimal that reads back as the same number."""
    value = float(value)
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def bound_lines(column, lower, upper):
    """Returns the lines that narrow or widen the bounds 0 and infinity which MPS takes for granted."""
    lower = -numpy.inf if lower is None else float(lower)
    upper = numpy.inf if upper is None else float(upper)
    name = f"X{column + 1}"
    if lower == upper:
        return [f" FX BND {name} {text(lower)}"]
    if numpy.isinf(lower) and numpy.isinf(upper):
        return [f" FR BND {name}"]
    lines = []
    if numpy.isinf(lower):
        lines.append(f" MI BND {name}")
    elif lower != 0:
        lines.append(f" LO BND {name} {text(lower)}")
    if not numpy.isinf(upper):
        lines.append(f" UP BND {name} {text(upper)}")
    return lines


def main(path):
    arrays = numpy.load(path, allow_pickle=True)
    costs = arrays["c"]
    matrix = numpy.vstack([arrays["A_ub"], arrays["A_eq"]])
    limits = numpy.concatenate([arrays["b_ub"], arrays["b_eq"]])
    kinds = ["L"] * len(arrays["b_ub"]) + ["E"] * len(arrays["b_eq"])
    bounds = arrays["bounds"].reshape(-1, 2)
    lines = [f"NAME {pathlib.Path(path).stem}", "ROWS", " N COST"]
    lines += [f" {kind} R{row + 1}" for row, kind in enumerate(kinds)]
    lines.append("COLUMNS")
    for column, cost in enumerate(costs):
        entries = [("COST", cost)] if cost != 0 else []
        entries += [(f"R{row + 1}", matrix[row, column]) for row in numpy.nonzero(matrix[:, column])[0]]
        lines += [f" X{column + 1} {row} {text(value)}" for row, value in entries or [("COST", 0.0)]]
    lines.append("RHS")
    lines += [f" RHS R{row + 1} {text(limit)}" for row, limit in enumerate(limits) if limit != 0]
    lines.append("BOUNDS")
    for column, (lower, upper) in enumerate(bounds):
        lines += bound_lines(column, lower, upper)
    print("\n".join(lines + ["ENDATA"]))


if __name__ == "__main__":
    main(sys.argv[1])
