"""The benchmarks in SimPy (https://simpy.readthedocs.io), written as its documentation teaches.

    python simpy_queues.py mm1|priority|dispatch COUNT SEED

Prints one JSON object: work (events or calls), seconds, and the mean that theory knows.
"""

import json
import random
import sys
import time

import simpy


def mm1(customers, seed):
    draw = random.Random(seed)
    env = simpy.Environment()
    server = simpy.Resource(env, capacity=1)
    total = [0.0]

    def customer():
        arrived = env.now
        with server.request() as request:
            yield request
            total[0] += env.now - arrived
            yield env.timeout(draw.expovariate(1))

    def source():
        for _ in range(customers):
            yield env.timeout(draw.expovariate(0.9))
            env.process(customer())

    env.process(source())
    env.run()
    return 2 * customers, total[0] / customers


def priority(customers, seed):
    draw = random.Random(seed)
    env = simpy.Environment()
    servers = simpy.PriorityResource(env, capacity=10)
    total = [0.0]

    def customer(kind):
        arrived = env.now
        with servers.request(priority=kind) as request:
            yield request
            total[0] += env.now - arrived
            yield env.timeout(draw.expovariate(1))

    def source(kind):
        for _ in range(customers // 3):
            yield env.timeout(draw.expovariate(3))
            env.process(customer(kind))

    for kind in range(3):
        env.process(source(kind))
    env.run()
    served = customers // 3 * 3
    return 2 * served, total[0] / served


def dispatch(calls, seed):
    draw = random.Random(seed)
    env = simpy.Environment()
    places = [(5 + 10 * i, 10 + 20 * j) for i in range(10) for j in range(5)]
    idle = simpy.FilterStore(env, capacity=len(places))
    idle.items = list(range(len(places)))
    total = [0.0]

    def call(x, y):
        received = env.now

        def distance(unit):
            return abs(places[unit][0] - x) + abs(places[unit][1] - y)

        if idle.items:
            nearest = min(idle.items, key=distance)
            unit = yield idle.get(lambda item: item == nearest)
        else:
            unit = yield idle.get()
        travel = distance(unit) / 10
        total[0] += env.now + travel - received
        yield env.timeout(travel + draw.expovariate(1 / 30) + travel)
        yield idle.put(unit)

    def source():
        for _ in range(calls):
            yield env.timeout(draw.expovariate(0.95))
            env.process(call(draw.random() * 100, draw.random() * 100))

    env.process(source())
    env.run()
    return calls, total[0] / calls


if __name__ == "__main__":
    model, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    start = time.perf_counter()
    work, value = {"mm1": mm1, "priority": priority, "dispatch": dispatch}[model](count, seed)
    print(json.dumps({"work": work, "seconds": time.perf_counter() - start, "value": value}))
