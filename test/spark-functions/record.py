"""Records what real Spark 3.5 makes of the expressions in cases/*.json.

    python test/spark-functions/record.py

Needs pyspark 3.5. Each case file is a list of {"sql", "type", "text"}; "type" and "text" are written
anew from `typeof(e)` and `cast(e as string)`. An expression that Spark refuses gets {"sql", "error"} with
the error class.
"""

import glob
import json
import os
import re

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.session.timeZone", "America/Los_Angeles")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")


def record(sql):
    try:
        row = spark.sql(f"select typeof({sql}), cast({sql} as string)").collect()[0]
        return {"sql": sql, "type": row[0], "text": row[1]}
    except Exception as error:  # the class is what is recorded
        found = re.search(r"\[([A-Z_0-9.]+)\]", str(error))
        return {"sql": sql, "error": found.group(1) if found else type(error).__name__}


for path in sorted(glob.glob(os.path.join(os.path.dirname(__file__), "cases", "*.json"))):
    with open(path) as file:
        cases = json.load(file)
    lines = [json.dumps(record(case["sql"]), ensure_ascii=False) for case in cases]
    with open(path, "w") as file:
        file.write("[\n  " + ",\n  ".join(lines) + "\n]\n")
    print(path, len(cases))
