#!/usr/bin/env python3
"""Searches a table of plans with scikit-optimize or Optuna: reads a task from standard input, prints its way as JSON.

The task has the levels of both decisions, the value of each plan, the place of the plan that moves the same officers, a seed,
the plans to play at most and the replications of each. A plan that is asked for again costs nothing and has the same value.
A step is the number of replications so far, those of the baseline included, and the plan with the best value observed.
"""

import json
import sys
import warnings

warnings.filterwarnings("ignore")


class ScikitOptimize:
    def __init__(self, levels, seed):
        from skopt import Optimizer
        from skopt.space import Integer

        space = [Integer(0, count - 1) for count in levels]
        self.optimizer = Optimizer(
            space, base_estimator="GP", n_initial_points=6, initial_point_generator="lhs", acq_func="EI", random_state=seed
        )

    def ask(self):
        return [int(level) for level in self.optimizer.ask()]

    def tell(self, point, value):
        self.optimizer.tell(point, value)


class Optuna:
    def __init__(self, levels, seed):
        import optuna

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        self.levels = levels
        self.study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=seed, n_startup_trials=6))

    def ask(self):
        self.trial = self.study.ask()
        return [self.trial.suggest_int(f"x{index}", 0, count - 1) for index, count in enumerate(self.levels)]

    def tell(self, point, value):
        self.study.tell(self.trial, value)


def main():
    peer = {"skopt": ScikitOptimize, "optuna": Optuna}[sys.argv[1]]
    task = json.load(sys.stdin)
    search = peer(task["levels"], task["seed"])
    known, best, steps = set(), None, []
    while len(known) < task["evaluations"] and len(steps) < 4 * task["evaluations"]:
        point = search.ask()
        plan = point[0] * task["levels"][1] + point[1]
        search.tell(point, task["values"][plan])
        known.add(task["played"][plan])
        if best is None or task["values"][plan] < task["values"][best]:
            best = plan
        steps.append([(len(known) + 1) * task["replications"], best])
    print(json.dumps(dict(steps=steps)))


if __name__ == "__main__":
    main()
