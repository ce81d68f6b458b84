"""The benchmarks in Cimba (C, https://github.com/ambonvik/cimba) through its compiled Python wheel.

    python cimba_queues.py mm1|priority|dispatch COUNT SEED

Compilation is not timed: a short run comes first.
"""

import json
import sys
import time

import cimba as cb
import numpy as np
from cimba import inputs


class SingleServer(cb.Model):
    """One server at load 0.9; the mean wait is the mean number waiting over the rate (Little)."""

    interarrival: cb.Input[float] = inputs.dist.exponential(mean=1 / 0.9)
    service: cb.Input[float] = inputs.dist.exponential(mean=1)
    line: cb.Container
    wait: cb.Output[float]

    @cb.process
    def arrivals(self):
        while True:
            cb.hold(self.interarrival.next())
            self.line.put(1)

    @cb.process
    def server(self):
        while True:
            self.line.get(1)
            cb.hold(self.service.next())

    @cb.on_end
    def measure(self):
        self.wait = self.line.mean_level() / 0.9


class PriorityClasses(cb.Model):
    """Ten servers at load 0.9, three classes of equal rate."""

    first: cb.Input[float] = inputs.dist.exponential(mean=1 / 3)
    second: cb.Input[float] = inputs.dist.exponential(mean=1 / 3)
    third: cb.Input[float] = inputs.dist.exponential(mean=1 / 3)
    service: cb.Input[float] = inputs.dist.exponential(mean=1)
    line: cb.PriorityStore[float]
    total: float = 0.0
    served: int = 0
    wait: cb.Output[float]

    @cb.process
    def first_arrivals(self):
        while True:
            cb.hold(self.first.next())
            self.line.put(cb.now(), 3)

    @cb.process
    def second_arrivals(self):
        while True:
            cb.hold(self.second.next())
            self.line.put(cb.now(), 2)

    @cb.process
    def third_arrivals(self):
        while True:
            cb.hold(self.third.next())
            self.line.put(cb.now(), 1)

    @cb.process(copies=10)
    def server(self):
        while True:
            arrived = self.line.get()
            self.total += cb.now() - arrived
            self.served += 1
            cb.hold(self.service.next())

    @cb.on_end
    def measure(self):
        self.wait = self.total / self.served


class Dispatch(cb.Model):
    """Fifty units on a lattice; each is a process that is resumed with its next trip."""

    interarrival: cb.Input[float] = inputs.dist.exponential(mean=1 / 0.95)
    scene: cb.Input[float] = inputs.dist.exponential(mean=30)
    east: cb.Input[float] = inputs.dist.uniform(low=0, high=100)
    north: cb.Input[float] = inputs.dist.uniform(low=0, high=100)
    x: cb.Array[float] = cb.Array([5.0 + 10 * i for i in range(10) for j in range(5)])
    y: cb.Array[float] = cb.Array([10.0 + 20 * j for i in range(10) for j in range(5)])
    busy: cb.Array[int] = cb.Array(50)
    callers_x: cb.Store[float]
    callers_y: cb.Store[float]
    callers_time: cb.Store[float]
    waiting: int = 0
    total: float = 0.0
    reached: int = 0
    wait: cb.Output[float]

    @cb.process
    def calls(self):
        while True:
            cb.hold(self.interarrival.next())
            x = self.east.next()
            y = self.north.next()
            nearest = -1
            least = 1e9
            for unit in range(50):
                if self.busy[unit] == 0:
                    distance = abs(self.x[unit] - x) + abs(self.y[unit] - y)
                    if distance < least:
                        least = distance
                        nearest = unit
            if nearest >= 0:
                self.busy[nearest] = 1
                cb.spawn(Trip, city=self, unit=nearest, x=x, y=y, received=cb.now())
            else:
                self.callers_x.put(x)
                self.callers_y.put(y)
                self.callers_time.put(cb.now())
                self.waiting += 1

    @cb.on_end
    def measure(self):
        self.wait = self.total / self.reached


class Trip(cb.Model):
    """A unit on its way, and on to those who wait."""

    city: cb.Ref[Dispatch]
    unit: int
    x: float
    y: float
    received: float

    @cb.process
    def go(self):
        while True:
            travel = (abs(self.city.x[self.unit] - self.x) + abs(self.city.y[self.unit] - self.y)) / 10
            self.city.total += cb.now() + travel - self.received
            self.city.reached += 1
            cb.hold(travel + self.city.scene.next() + travel)
            if self.city.waiting == 0:
                break
            self.city.waiting -= 1
            self.x = self.city.callers_x.get()
            self.y = self.city.callers_y.get()
            self.received = self.city.callers_time.get()
        self.city.busy[self.unit] = 0


if __name__ == "__main__":
    name, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    kind, rate, factor = {"mm1": (SingleServer, 0.9, 2), "priority": (PriorityClasses, 9, 2), "dispatch": (Dispatch, 0.95, 1)}[
        name
    ]
    model = kind()

    def play(duration):
        start = time.perf_counter()
        results = cb.Experiment(model, replications=1, window=cb.Window(warmup=0, duration=duration), seed=seed).run()
        return float(np.asarray(results[model].wait).flat[0]), time.perf_counter() - start

    play(100)
    value, seconds = play(count / rate)
    print(json.dumps({"work": factor * count, "seconds": seconds, "value": value}))
