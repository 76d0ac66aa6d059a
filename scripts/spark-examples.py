"""Runs the documented examples of Spark's functions on real Spark and prints them as JSON.

    PYTHON scripts/spark-examples.py > /tmp/examples.json
    node scripts/spark-examples.mjs /tmp/examples.json

Needs pyspark 3.5. Nothing of its output is kept in this repository.
"""

import json
import re
import sys

from pyspark.sql import SparkSession

UNSTABLE = re.compile(
    r"\b(rand|randn|random|uuid|shuffle|current_\w+|now|curdate|localtimestamp|input_file\w*"
    r"|monotonically_increasing_id|spark_partition_id|version|user|session_user|java_method|reflect"
    r"|try_reflect|raise_error|assert_true)\s*\(",
    re.IGNORECASE,
)

spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.sql.session.timeZone", "America/Los_Angeles")
    .config("spark.sql.shuffle.partitions", "1")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")


def examples_of(function):
    usage = "\n".join(row[0] for row in spark.sql(f"describe function extended `{function}`").collect())
    _, found, text = usage.partition("Examples:")
    text = text.partition("Since:")[0].partition("Note:")[0]
    return re.findall(r"^\s*> (.*?);\s*$", text, re.MULTILINE | re.DOTALL) if found else []


def ask(sql):
    try:
        types = [field.dataType.simpleString() for field in spark.sql(sql).schema.fields]
        rows = spark.sql(f"select cast(struct(*) as string) from ({sql})").collect()
        return {"types": types, "lines": [row[0] for row in rows]}
    except Exception as error:  # noqa: BLE001 - what Spark refuses is an answer too
        return {"error": str(error).split("\n")[0][:200]}


answers = []
for (function,) in spark.sql("show system functions").collect():
    if not re.fullmatch(r"\w+", function):
        continue
    examples = examples_of(function)
    if not examples:
        answers.append({"function": function})
    for sql in examples:
        stable = UNSTABLE.search(sql) is None
        answers.append({"function": function, "sql": sql, "stable": stable, **ask(sql)})
json.dump(answers, sys.stdout, indent=1)
