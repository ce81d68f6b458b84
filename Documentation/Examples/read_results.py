#!/usr/bin/env python3
"""Prints a run of Dunjing as tables: indicators by treatment with their intervals, and response times by hour.

    python3 read_results.py out/my-city/results.json [trace.csv]

results.json is in the folder of a run; trace.csv is what `dunjing trace STUDY --out trace.csv` writes. Their keys and columns are
described in Documentation/RunFolder.md and Documentation/Trace.md. Needs Python 3.8 and its standard library; tables are
printed by pandas where it is installed, and by this program otherwise.
"""

import csv
import json
import sys

try:
    import pandas
except ImportError:
    pandas = None

# Some indicators to show; `dunjing indicators` lists all.
INDICATORS = ["withinTarget", "responseMeanFromCall", "incidentsOrder", "weightedDelay", "harmIndex"]


def with_interval(mean, half_width, unit):
    """A level or difference and its half width as text; shares in per cent, no half width for a single replication."""
    factor, sign = (100, " %") if unit == "share" else (1, "")
    text = f"{mean * factor:.2f}"
    return text + (sign if half_width is None else f" ±{half_width * factor:.2f}{sign}")


def indicator_rows(results):
    """A row for each indicator: its unit, the level of the baseline, and differences of the other treatments to it.

    `*` marks a difference told from zero among all treatments; the half widths hold for all of them together.
    """
    percent = round(results["confidence"] * 100)
    rows = []
    for name in INDICATORS:
        row = {"indicator": name}
        for treatment in results["treatments"]:
            level = treatment["indicators"].get(name)
            if level is None:
                continue
            row.setdefault("unit", level["unit"])
            if treatment["id"] == results["baseline"]:
                text = with_interval(level["mean"], level[f"halfWidth{percent}"], level["unit"])
            else:
                change = treatment["comparisons"][name]
                half_width = change[f"simultaneousHalfWidth{percent}"]
                text = with_interval(change["difference"], half_width, level["unit"])
                text = ("+" if change["difference"] > 0 else "") + text + ("*" if change["significant"] else "")
            row[treatment["id"]] = text
        if len(row) > 1:
            rows.append(row)
    return rows


def response_rows(trace):
    """Response times of a trace by hour of the first order: incidents reached, mean and longest in minutes.

    From the first `ordered` to the first `arrived` of an incident; incidents whose beginning is not in the trace, and those
    not reached in it, do not count.
    """
    ordered, minutes = {}, {hour: [] for hour in range(24)}
    reached = set()
    for line in trace:
        number, seconds = line["incident"], float(line["seconds"])
        if line["event"] == "ordered":
            ordered.setdefault(number, seconds)
        elif line["event"] == "arrived" and number in ordered and number not in reached:
            reached.add(number)
            hour = int(ordered[number] // 3600) % 24
            minutes[hour].append((seconds - ordered[number]) / 60)
    return [
        {
            "hour": f"{hour:02d}",
            "reached": len(times),
            "mean": f"{sum(times) / len(times):.2f}",
            "longest": f"{max(times):.2f}",
        }
        for hour, times in minutes.items()
        if times
    ]


def show(title, rows):
    """Prints rows of the same columns as a table."""
    print(title)
    if not rows:
        print("(nothing)")
    elif pandas:
        print(pandas.DataFrame(rows).fillna("").to_string(index=False))
    else:
        columns = list(dict.fromkeys(column for row in rows for column in row))
        lines = [columns] + [[str(row.get(column, "")) for column in columns] for row in rows]
        widths = [max(len(line[index]) for line in lines) for index in range(len(columns))]
        for line in lines:
            print(" ".join(cell.rjust(width) for cell, width in zip(line, widths)))
    print()


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        sys.exit(__doc__)
    with open(arguments[0], encoding="utf-8") as file:
        results = json.load(file)
    if results["schema"] != "dunjing-results/1":
        sys.exit(f"{arguments[0]}: this program reads dunjing-results/1, not {results['schema']}.")
    title = f"{results['name']['en']}: {results['replications']} replications of {results['horizonDays']} days"
    show(title, indicator_rows(results))
    if len(arguments) > 1:
        with open(arguments[1], encoding="utf-8", newline="") as file:
            show("Minutes from dispatch to the first arrival, by hour of dispatch", response_rows(csv.DictReader(file)))


if __name__ == "__main__":
    main(sys.argv[1:])
