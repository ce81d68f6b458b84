#!/usr/bin/env python3
"""Sets the engine beside an independent prototype of the Baicheng study, and switches off what the prototype
leaves out, one thing at a time.

    benchmarks/prototype/compare.py [--replications 30]

Prints the table of Documentation/Baicheng.md. Needs a release build of `dunjing`.
"""
import argparse
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Level at sink 0 and paired difference at 20 %, with 95 % half widths (100 replications of the prototype).
PROTOTYPE = {
    "coreWithinTarget": (31.70, .10, .54, .09, 100),
    "keyWithinTarget": (72.12, .13, 2.65, .12, 100),
    "generalWithinTarget": (84.43, .06, 4.18, .05, 100),
    "responseP90FromDispatch": (4.98, .01, -.45, .01, 1),
    "responseMeanFromCall": (4.25, .01, -.22, .00, 1),
    "streetUtilization": (27.78, .04, -2.74, .02, 100),
    "incidentsOrder": (2248, 10, -112, 2, 1),
    "incidentsFraud": (283, 4, -11.8, .7, 1),
    "incidentsDispute": (3786, 13, -165, 3, 1),
    "incidentsCriminal": (424, 4, -13.1, .7, 1),
    "incidents": (28103, 32, -635, 5, 1),
    "hazardsEscalated": (4869, 15, -624, 5, 1),
    "departmentUtilization": (80.9, .3, 7.8, .1, 100),
    "weightedDelay": (1.75, .16, 1.03, .14, 1),
    "backlogEnd": (268, 42, 186, 31, 1),
    "departmentsOverloaded": (.02, .03, .21, .08, 1),
    "harmIndex": (39971, 113, -1191, 41, 1),
}


def replace(pattern, value):
    def edit(text):
        changed, count = re.subn(pattern, value, text, flags=re.M)
        if not count:
            raise SystemExit(f"the scenario has no line like {pattern}")
        return changed
    return edit


NO_MEDIATION_DELAY = [
    replace(r"^(\s*jointHandOffDays:) \S+", r"\1 0"),
    replace(r"^(\s*mediationHoursPerYear:) 34320", r"\1 100000000"),
]
SECOND_YEAR = [replace(r"^(\s*settlingDays:) \S+", r"\1 365")]
NO_HANDOVER = [
    replace(r"handoverMinutes: \d+", "handoverMinutes: 0"),
    replace(r"breakMinutes: \d+", "breakMinutes: 0"),
]
VARIANTS = {
    "as shipped": [],
    "no delay of mediation": NO_MEDIATION_DELAY,
    "no delay of mediation, second year": NO_MEDIATION_DELAY + SECOND_YEAR,
    "no preemption": [replace(r"^(\s*preemption:) \S+", r"\1 never")],
    "no handovers, no breaks": NO_HANDOVER,
    "one speed of 37 km/h on all roads": [
        replace(r"^(\s*arterial:) 42\b", r"\1 37"), replace(r"^(\s*local:) 29\.5", r"\1 37")],
    "core posts of no use": [replace(r"turnoutSeconds: 5 +# \[H\] stands.*$", "turnoutSeconds: 3000")],
    "all street units at their posts": [replace(r"movingShare: 0\.6\d*", "movingShare: 0")],
}


def run(edits, replications, work):
    bundle = work / "bundle"
    shutil.rmtree(bundle, ignore_errors=True)
    shutil.copytree(ROOT / "scenarios/baicheng", bundle)
    scenario = bundle / "scenario.yaml"
    text = scenario.read_text(encoding="utf-8")
    for edit in edits:
        text = edit(text)
    scenario.write_text(text, encoding="utf-8")
    out = work / "out"
    subprocess.run(
        [ROOT / ".build/release/dunjing", "run", bundle, "--out", out, "--overwrite", "--treatments", "sink20",
         "--replications", str(replications)], check=True, capture_output=True)
    base, treated = json.loads((out / "results.json").read_text())["treatments"]
    return base["indicators"], treated["comparisons"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--replications", type=int, default=30)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = {name: run(edits, arguments.replications, Path(folder)) for name, edits in VARIANTS.items()}
    print("| indicator | prototype: level; difference at 20 % |" + "".join(f" {name} |" for name in results))
    print("|---|---|" + "---|" * len(results))
    for indicator, (level, half, change, change_half, factor) in PROTOTYPE.items():
        cells = [f"{level:g} ± {half:g}; {change:+g} ± {change_half:g}"]
        for indicators, comparisons in results.values():
            estimate, comparison = indicators[indicator], comparisons[indicator]
            cells.append(
                f"{estimate['mean'] * factor:.2f} ± {estimate['halfWidth95'] * factor:.2f}; "
                f"{comparison['difference'] * factor:+.2f} ± {comparison['halfWidth95'] * factor:.2f}")
        print(f"| `{indicator}` | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
