"""Counts flaws of the tables of calls in a spreadsheet's way, with nothing but the csv module, and prints them as JSON.

    count.py FOLDER_OF_THE_DATA

An independent check of `dunjing import incidents`: it knows the columns and the formats of three files, and nothing else.
"""

import csv
import json
import sys
from datetime import datetime
from pathlib import Path


def percentile(values, share):
    values = sorted(values)
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def counts(path, columns, form):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    def time(row, stage):
        text = row[columns[stage]] if stage in columns else ""
        return datetime.strptime(text, form) if text else None

    stages = ["received", "dispatched", "enRoute", "onScene", "cleared"]
    negative = 0
    for row in rows:
        known = [time(row, stage) for stage in stages if time(row, stage)]
        negative += any(later < earlier for earlier, later in zip(known, known[1:]))
    ids = [row[columns["id"]] for row in rows]
    on_view = [bool("onView" in columns and row[columns["onView"]] == "ONVIEW") for row in rows]
    found = {
        "rows": len(rows),
        "dateOnly": sum(form == "%Y-%m-%d" and any(time(row, stage) for stage in stages) for row in rows),
        "missingDispatched": sum("dispatched" in columns and not row[columns["dispatched"]] for row in rows),
        "missingEnRoute": sum("enRoute" in columns and not row[columns["enRoute"]] for row in rows),
        "missingArrival": sum("onScene" in columns and not row[columns["onScene"]] for row in rows),
        "missingCleared": sum("cleared" in columns and not row[columns["cleared"]] for row in rows),
        "duplicate": len(ids) - len(set(ids)),
        "onView": sum(on_view),
        "negative": negative,
        "noPosition": sum(not row[columns["x"]] or not row[columns["y"]] for row in rows),
    }
    minutes = [
        (time(row, "onScene") - time(row, "received")).total_seconds() / 60
        for row, seen in zip(rows, on_view)
        if form != "%Y-%m-%d" and time(row, "received") and time(row, "onScene") and not seen
    ]
    # An arrival in the second of the call, and one more than 28 hours after it, are left out of response times.
    minutes = [value for value in minutes if 0 < value <= 28 * 60]
    found["responses"] = len(minutes)
    found["responseMedian"] = round(percentile(minutes, 0.5), 6) if minutes else None
    found["responseP90"] = round(percentile(minutes, 0.9), 6) if minutes else None
    if "service" in columns:
        service = [60 * float(row[columns["service"]]) for row in rows if row[columns["service"]]]
        found["services"] = len(service)
        found["serviceMedian"] = round(percentile(service, 0.5), 6)
        found["serviceP90"] = round(percentile(service, 0.9), 6)
    return found


def main():
    folder = Path(sys.argv[1])
    sacramento = {
        "id": "Record_ID", "received": "Received_Date", "dispatched": "Dispatch_Date", "enRoute": "Enroute_Date",
        "onScene": "At_Scene_Date", "cleared": "Clear_Date", "x": "longitude", "y": "latitude",
    }
    seattle = {
        "id": "CAD Event Number", "received": "Original Time Queued", "onScene": "Arrived Time", "onView": "Call Type",
        "x": "Blurred_Longitude", "y": "Blurred_Latitude",
    }
    glasgow = {"id": "URN", "x": "Longitude", "y": "Latitude", "service": "Deployment Time (hrs)"}
    print(json.dumps({
        "sacramento": counts(folder / "cad/sacramento_jan2019_first5000.csv", sacramento, "%Y-%m-%d"),
        "seattle": counts(folder / "cad/seattle_2018_2023_221calls.csv", seattle, "%m/%d/%Y %I:%M:%S %p"),
        "glasgow": counts(folder / "glasgow/incidents_week1.csv", glasgow, ""),
    }, indent=2))


if __name__ == "__main__":
    main()
