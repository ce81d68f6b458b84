"""The benchmarks in salabim (https://www.salabim.org), with generators (yieldless=False), which need no greenlets.

    python salabim_queues.py mm1|priority|dispatch COUNT SEED
"""

import json
import random
import sys
import time

import salabim as sim

sim.yieldless(False)


def queue(customers, seed, capacity, rates):
    draw = random.Random(seed)
    env = sim.Environment(trace=False, random_seed=seed)
    servers = sim.Resource(capacity=capacity)
    total = [0.0, 0]

    class Customer(sim.Component):
        def process(self):
            arrived = env.now()
            yield self.request((servers, 1, self.kind))
            total[0] += env.now() - arrived
            total[1] += 1
            yield self.hold(draw.expovariate(1))
            self.release()

        def setup(self, kind):
            self.kind = kind

    class Source(sim.Component):
        def setup(self, kind, rate):
            self.kind, self.rate = kind, rate

        def process(self):
            for _ in range(customers // len(rates)):
                yield self.hold(draw.expovariate(self.rate))
                Customer(kind=self.kind)

    for kind, rate in enumerate(rates):
        Source(kind=kind, rate=rate)
    env.run()
    return 2 * total[1], total[0] / total[1]


def dispatch(calls, seed):
    draw = random.Random(seed)
    env = sim.Environment(trace=False, random_seed=seed)
    places = [(5 + 10 * i, 10 + 20 * j) for i in range(10) for j in range(5)]
    idle = set(range(len(places)))
    waiting = []
    total = [0.0]

    class Call(sim.Component):
        def setup(self, x, y):
            self.x, self.y, self.unit = x, y, None

        def distance(self, unit):
            return abs(places[unit][0] - self.x) + abs(places[unit][1] - self.y)

        def process(self):
            received = env.now()
            if idle:
                self.unit = min(idle, key=self.distance)
                idle.remove(self.unit)
            else:
                waiting.append(self)
                yield self.passivate()
            travel = self.distance(self.unit) / 10
            total[0] += env.now() + travel - received
            yield self.hold(travel + draw.expovariate(1 / 30) + travel)
            if waiting:
                following = waiting.pop(0)
                following.unit = self.unit
                following.activate()
            else:
                idle.add(self.unit)

    class Source(sim.Component):
        def process(self):
            for _ in range(calls):
                yield self.hold(draw.expovariate(0.95))
                Call(x=draw.random() * 100, y=draw.random() * 100)

    Source()
    env.run()
    return calls, total[0] / calls


if __name__ == "__main__":
    model, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    start = time.perf_counter()
    if model == "dispatch":
        work, value = dispatch(count, seed)
    else:
        work, value = queue(count, seed, *((1, [0.9]) if model == "mm1" else (10, [3, 3, 3])))
    print(json.dumps({"work": work, "seconds": time.perf_counter() - start, "value": value}))
