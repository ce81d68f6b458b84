"""The exact hypercube with numpy: dispatch rates of every state stored, Gauss-Seidel level by level.

usage: hypercube.py INSTANCE    (the file is described in HypercubeBenchmark.swift)
"""

import json
import sys
import time

import numpy as np

numbers = iter(open(sys.argv[1]).read().split())
n, atoms = int(next(numbers)), int(next(numbers))
rate = np.array([float(next(numbers)) for _ in range(atoms)])
service = np.array([float(next(numbers)) for _ in range(n)])
order = [[int(next(numbers)) for _ in range(n)] for _ in range(atoms)]

start = time.perf_counter()
arrivals, capacity = rate.sum(), service.sum()
states = np.arange(1 << n)
full = len(states) - 1
busy = np.array([states >> i & 1 for i in range(n)], dtype=bool)
count = busy.sum(axis=0)
rates = np.zeros((n, len(states)))
for a in range(atoms):
    left = np.ones(len(states), dtype=bool)
    for i in order[a]:
        rates[i, left & ~busy[i]] += rate[a]
        left &= busy[i]
weight = np.ones(n + 1)
for k in range(1, n + 1):
    weight[k] = weight[k - 1] * arrivals / (capacity / n * (n - k + 1))
p = weight[count]
out = arrivals * (states != full) + service @ busy
levels = [states[count == k] for k in range(n + 1)]
change, sweeps = 1.0, 0
while change > 1e-14:
    change = 0.0
    for level in levels:
        inflow = np.zeros(len(level))
        for i in range(n):
            other = level ^ (1 << i)
            inflow += p[other] * np.where(busy[i, level], rates[i, other], service[i])
        new = inflow / out[level]
        change += np.abs(new - p[level]).sum()
        p[level] = new
    change /= p.sum()
    sweeps += 1
load = arrivals / capacity
waiting = p[full] * load / (1 - load)
value = (p[busy[0]].sum() + waiting) / (p.sum() + waiting)
print(json.dumps(dict(work=len(states), seconds=time.perf_counter() - start, value=value, sweeps=sweeps)))
