"""The queueing benchmarks in Ciw (https://ciw.readthedocs.io). It knows no geography, so there is no `dispatch`.

    python ciw_queues.py mm1|priority COUNT SEED
"""

import json
import sys
import time

import ciw

MODELS = {
    "mm1": dict(
        arrival_distributions=[ciw.dists.Exponential(rate=0.9)],
        service_distributions=[ciw.dists.Exponential(rate=1)],
        number_of_servers=[1],
    ),
    "priority": dict(
        arrival_distributions={f"class {k}": [ciw.dists.Exponential(rate=3)] for k in range(3)},
        service_distributions={f"class {k}": [ciw.dists.Exponential(rate=1)] for k in range(3)},
        number_of_servers=[10],
        priority_classes={f"class {k}": k for k in range(3)},
    ),
}

if __name__ == "__main__":
    model, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    start = time.perf_counter()
    ciw.seed(seed)
    simulation = ciw.Simulation(ciw.create_network(**MODELS[model]))
    simulation.simulate_until_max_customers(count, method="Finish")
    waits = [record.waiting_time for record in simulation.get_all_records()]
    print(
        json.dumps(
            {"work": 2 * len(waits), "seconds": time.perf_counter() - start, "value": sum(waits) / len(waits)}
        )
    )
