#!/usr/bin/env python3
"""Sets the engine beside an independent prototype of the Baicheng study, and switches off what the prototype
leaves out, one thing at a time.

    benchmarks/prototype/compare.py [--replications 30]

Prints the tables of Documentation/Baicheng.md. Needs a release build of `dunjing`.
"""
import argparse
import csv
import json
import math
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
    "responseP90": (4.98, .01, -.45, .01, 1),
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


SCENARIO = "scenario.yaml"


def replace(pattern, value):
    """Replaces lines of the scenario; a pattern that is not there is an error."""
    def edit(bundle):
        path = bundle / SCENARIO
        changed, count = re.subn(pattern, value, path.read_text(encoding="utf-8"), flags=re.M)
        if not count:
            raise SystemExit(f"the scenario has no line like {pattern}")
        path.write_text(changed, encoding="utf-8")
    return edit


def read_table(bundle, name):
    with open(bundle / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_table(bundle, name, rows):
    with open(bundle / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def move_workstations(bundle):
    """Moves every street workstation to the middle of the nearest core area that has none yet."""
    def place(row):
        return float(row["x"]), float(row["y"])

    cores = {grid["id"]: grid for grid in read_table(bundle, "grids.csv") if grid["areaClass"] == "core"}
    nodes = [node for node in read_table(bundle, "nodes.csv") if node["grid"] in cores]
    middles = {
        core: min((node for node in nodes if node["grid"] == core), key=lambda node: math.dist(place(node), place(grid)))
        for core, grid in cores.items()}
    facilities = read_table(bundle, "facilities.csv")
    for facility in facilities:
        if facility["kind"] != "streetWorkstation":
            continue
        core = min(sorted(middles), key=lambda core: math.dist(place(facility), place(middles[core])))
        middle = middles.pop(core)
        facility.update(x=middle["x"], y=middle["y"], node=middle["id"])
    write_table(bundle, "facilities.csv", facilities)


def site_workstations(bundle, classes=("core", "key", "general")):
    """Moves the workstations to a median of the demand of some areas: greedy, then exchanges (Teitz & Bart 1968)."""
    def place(row):
        return float(row["x"]), float(row["y"])

    grids = read_table(bundle, "grids.csv")
    weights = [float(grid["demandWeight"]) * (grid["areaClass"] in classes) for grid in grids]
    distances = [[math.dist(place(a), place(b)) for b in grids] for a in grids]

    def cost(sites):
        return sum(weight * min(distances[site][grid] for site in sites) for grid, weight in enumerate(weights))

    facilities = read_table(bundle, "facilities.csv")
    posts = [facility for facility in facilities if facility["kind"] == "streetWorkstation"]
    sites = []
    for _ in posts:
        sites.append(min((site for site in range(len(grids)) if site not in sites), key=lambda site: cost(sites + [site])))
    best, is_improved = cost(sites), True
    while is_improved:
        is_improved = False
        for index in range(len(sites)):
            for site in range(len(grids)):
                candidate = sites[:index] + [site] + sites[index + 1:]
                if cost(candidate) < best - 1e-12:
                    sites, best, is_improved = candidate, cost(candidate), True
    nodes = read_table(bundle, "nodes.csv")
    for facility, site in zip(posts, sites):
        node = min(nodes, key=lambda node: math.dist(place(node), place(grids[site])))
        facility.update(x=node["x"], y=node["y"], node=node["id"])
    write_table(bundle, "facilities.csv", facilities)


def site_for_areas(bundle):
    """Moves the workstations to a median of the core and key areas alone."""
    site_workstations(bundle, classes=("core", "key"))


def site_reserves(bundle):
    """Moves the reserve sites to where a unit more saves most travel, one after the other."""
    def place(row):
        return float(row["x"]), float(row["y"])

    grids, nodes = read_table(bundle, "grids.csv"), read_table(bundle, "nodes.csv")
    facilities = read_table(bundle, "facilities.csv")
    posts = [place(row) for row in facilities if row["kind"] == "streetWorkstation"]

    def cost(site):
        return sum(
            float(grid["demandWeight"]) * min(math.dist(place(grid), post) for post in posts + [place(site)])
            for grid in grids)

    for facility in facilities:
        if facility["kind"] == "reserveSite":
            best = min(grids, key=cost)
            node = min(nodes, key=lambda node: math.dist(place(node), place(best)))
            facility.update(x=node["x"], y=node["y"], node=node["id"])
            posts.append(place(facility))
    write_table(bundle, "facilities.csv", facilities)


def spread_demand(bundle):
    """Gives all grids of general areas the same demand."""
    grids = read_table(bundle, "grids.csv")
    general = [grid for grid in grids if grid["areaClass"] == "general"]
    mean = sum(float(grid["demandWeight"]) for grid in general) / len(general)
    for grid in general:
        grid["demandWeight"] = f"{mean:.7f}"
    write_table(bundle, "grids.csv", grids)


NO_MEDIATION_DELAY = [
    replace(r"^(\s*jointHandOffDays:) \S+", r"\1 0"),
    replace(r"^(\s*mediationHoursPerYear:) 34320", r"\1 100000000"),
]
SECOND_YEAR = [replace(r"^(\s*settlingDays:) \S+", r"\1 365")]
NO_HANDOVER = [
    replace(r"handoverMinutes: \d+", "handoverMinutes: 0"),
    replace(r"breakMinutes: \d+", "breakMinutes: 0"),
]
NO_CORE_POSTS = [replace(r"turnoutSeconds: 5 +# \[H\] stands.*$", "turnoutSeconds: 3000")]
STRAIGHT = [replace(r"^travel:$", "travel:\n  followsRoads: false")]
SHIFT_BY_SHIFT = [replace(r"^(\s*sourceRule: headroom)$", r"\1\n    destinationRule: shiftByShift")]
BY_DEMAND = [replace(r"^patrol:$", "patrol:\n  policy: hotSpots\n  hotSpotMinutes: 60")]
PREVENTION = [
    "incidentsOrder", "incidentsFraud", "incidentsDispute", "incidentsCriminal", "incidents", "hazardsEscalated",
    "departmentUtilization"]
RESPONSE = [
    "coreWithinTarget", "keyWithinTarget", "generalWithinTarget", "responseP90", "responseMeanFromCall",
    "streetUtilization"]
TABLES = {
    "As shipped": (list(PROTOTYPE), {"as shipped": []}),
    "Prevention": (PREVENTION, {
        "no delay of mediation": NO_MEDIATION_DELAY,
        "no delay of mediation, second year": NO_MEDIATION_DELAY + SECOND_YEAR,
    }),
    "Response, one thing at a time": (RESPONSE, {
        "no preemption": [replace(r"^(\s*preemption:) \S+", r"\1 never")],
        "no handovers, no breaks": NO_HANDOVER,
        "straight travel": STRAIGHT,
        "patrol by demand": BY_DEMAND,
        "workstations in core areas": [move_workstations],
        "even demand in general areas": [spread_demand],
        "workstations sited for core and key areas": [site_for_areas],
        "and reserve sites where they save most": [site_for_areas, site_reserves],
        "and even demand in general areas": [spread_demand, site_for_areas, site_reserves],
        "added shifts at several sites": SHIFT_BY_SHIFT,
    }),
    "Response, together": (RESPONSE, {
        "patrol by demand, workstations in core areas": BY_DEMAND + [move_workstations],
        "and even demand in general areas": BY_DEMAND + [move_workstations, spread_demand],
        "and straight travel": BY_DEMAND + [move_workstations, spread_demand] + STRAIGHT,
        "as shipped without core posts": NO_CORE_POSTS,
    }),
}


def with_own_work(treatment, weights):
    """The weighted delay when the work of the day counts too: served work is the utilization."""
    values = [department["delayDays"] + min(1, department["utilization"]) for department in treatment["departments"]]
    return sum(weight * value for weight, value in zip(weights, values)) / sum(weights)


def run(edits, replications, work):
    bundle = work / "bundle"
    shutil.rmtree(bundle, ignore_errors=True)
    shutil.copytree(ROOT / "scenarios/baicheng", bundle)
    for edit in edits:
        edit(bundle)
    out = work / "out"
    subprocess.run(
        [ROOT / ".build/release/dunjing", "run", bundle, "--out", out, "--overwrite", "--treatments", "sink20",
         "--replications", str(replications)], check=True, capture_output=True)
    return json.loads((out / "results.json").read_text())["treatments"]


def cell(indicator, treatments):
    base, treated = treatments
    factor = PROTOTYPE[indicator][4]
    estimate, comparison = base["indicators"][indicator], treated["comparisons"][indicator]
    return (
        f"{estimate['mean'] * factor:.2f} ± {estimate['halfWidth95'] * factor:.2f}; "
        f"{comparison['difference'] * factor:+.2f} ± {comparison['halfWidth95'] * factor:.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--replications", type=int, default=30)
    arguments = parser.parse_args()
    weights = [
        float(value) for value in re.findall(
            r"^    delayWeight: (\S+)", (ROOT / "scenarios/baicheng" / SCENARIO).read_text(encoding="utf-8"), re.M)]
    for title, (indicators, variants) in TABLES.items():
        with tempfile.TemporaryDirectory() as folder:
            results = {name: run(edits, arguments.replications, Path(folder)) for name, edits in variants.items()}
        print(f"\n## {title}\n")
        print("| indicator | prototype: level; difference at 20 % |" + "".join(f" {name} |" for name in results))
        print("|---|---|" + "---|" * len(results))
        for indicator in indicators:
            level, half, change, change_half, _ = PROTOTYPE[indicator]
            cells = [f"{level:g} ± {half:g}; {change:+g} ± {change_half:g}"]
            cells += [cell(indicator, treatments) for treatments in results.values()]
            print(f"| `{indicator}` | " + " | ".join(cells) + " |")
        if title == "As shipped":
            base, treated = (with_own_work(treatment, weights) for treatment in results["as shipped"])
            print(f"\nWeighted delay with the day's own work: {base:.2f}; {treated - base:+.2f}")


if __name__ == "__main__":
    main()
