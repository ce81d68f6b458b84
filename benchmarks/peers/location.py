"""Solves one location instance with spopt + HiGHS or OR-tools CP-SAT and prints what it took, as a line of JSON.

usage: location.py INSTANCE spopt|ortools SECONDS    (the file is described in LocationBenchmark.swift)
"""

import json
import sys
import time

import numpy as np

LIMIT = float(sys.argv[3])


def read(path):
    numbers = np.loadtxt(open(path), dtype=float, ndmin=1)
    model, points, sites, number, radius = numbers[:5]
    points, sites = int(points), int(sites)
    p = numbers[5 : 5 + 3 * points].reshape(points, 3)
    s = numbers[5 + 3 * points :].reshape(sites, 2)
    cost = np.sqrt((p[:, None, 0] - s[None, :, 0]) ** 2 + (p[:, None, 1] - s[None, :, 1]) ** 2)
    return int(model), cost, p[:, 2], int(number), radius


def with_spopt(model, cost, weights, number, radius):
    import pulp
    from spopt.locate import MCLP, PMedian

    solver = pulp.HiGHS(msg=False, timeLimit=LIMIT, gapRel=0, gapAbs=0)
    if model == 1:
        problem = PMedian.from_cost_matrix(cost, weights, p_facilities=number)
    else:
        problem = MCLP.from_cost_matrix(cost, weights, service_radius=radius, p_facilities=number)
    result = problem.solve(solver)
    return pulp.value(result.problem.objective), pulp.LpStatus[result.problem.status].lower()


def with_ortools(model, cost, weights, number, radius):
    from ortools.sat.python import cp_model

    program = cp_model.CpModel()
    points, sites = cost.shape
    scale = 1_000_000 if model == 1 else 1
    opened = [program.new_bool_var("") for _ in range(sites)]
    program.add(sum(opened) == number)
    if model == 1:
        terms = []
        for i in range(points):
            served = [program.new_bool_var("") for _ in range(sites)]
            program.add_exactly_one(served)
            for j in range(sites):
                program.add_implication(served[j], opened[j])
                terms.append(int(round(scale * weights[i] * cost[i, j])) * served[j])
        program.minimize(sum(terms))
    else:
        covered = [program.new_bool_var("") for _ in range(points)]
        for i in range(points):
            program.add_bool_or([opened[j] for j in np.flatnonzero(cost[i] <= radius)] + [covered[i].negated()])
        program.maximize(sum(int(weights[i]) * covered[i] for i in range(points)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = LIMIT
    status = solver.solve(program)
    return solver.objective_value / scale, solver.status_name(status).lower()


instance = read(sys.argv[1])
start = time.perf_counter()
value, status = (with_spopt if sys.argv[2] == "spopt" else with_ortools)(*instance)
print(json.dumps(dict(value=value, status=status, seconds=time.perf_counter() - start)))
