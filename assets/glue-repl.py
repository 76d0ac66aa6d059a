# The interpreter of the local Glue endpoint: real PySpark behind Livy's rules.
#
# One process and one JVM serve all sessions of an endpoint; each session has a Spark session and a
# namespace of its own, and runs one statement at a time. The endpoint talks to it over file
# descriptor 3, a JSON object per line; what statements print is captured per thread.
import ast
import builtins
import io
import json
import os
import sys
import threading
import traceback
import types

channel = os.fdopen(3, "r+b", buffering=0)
send_lock = threading.Lock()


def send(message):
    data = (json.dumps(message) + "\n").encode("utf-8")
    with send_lock:
        while data:
            data = data[channel.write(data):]


class PerThread(io.TextIOBase):
    """Standard output or error: each statement's thread writes to its own buffer."""

    def __init__(self, fallback):
        self.fallback = fallback
        self.local = threading.local()

    def write(self, text):
        target = getattr(self.local, "buffer", None)
        return (target if target is not None else self.fallback).write(text)

    def flush(self):
        self.fallback.flush()

    def writable(self):
        return True


def start_spark(conf):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("dbt-glue endpoint")
    for key, value in conf.items():
        builder = builder.config(key, value)
    return builder.enableHiveSupport().getOrCreate()


def install_awsglue():
    """The part of AWS's library that scripts for sessions use."""
    package, utils = types.ModuleType("awsglue"), types.ModuleType("awsglue.utils")

    def get_resolved_options(argv, names):
        found = {}
        for name in names:
            flag = "--" + name
            if flag in argv:
                found[name] = argv[argv.index(flag) + 1]
        return found

    utils.getResolvedOptions = get_resolved_options
    package.utils = utils
    sys.modules["awsglue"] = package
    sys.modules["awsglue.utils"] = utils


class Session:
    def __init__(self, root, session_id, arguments):
        self.spark = root.newSession()
        self.session_id = session_id
        self.left_over = ""
        for pair in spark_conf_of(arguments.get("--conf", "")):
            try:
                self.spark.conf.set(*pair)
            except Exception:  # static settings belong to the JVM, which all sessions share
                pass
        self.names = {
            "__name__": "builtins",
            "__builtins__": builtins,
            "spark": self.spark,
            "sc": self.spark.sparkContext,
            "sqlContext": self.spark,
        }

    def run(self, statement_id, code):
        out, err = io.StringIO(), io.StringIO()
        sys.stdout.local.buffer, sys.stderr.local.buffer = out, err
        out.write(self.left_over)
        self.left_over = ""
        self.spark.sparkContext.setJobGroup(group_of(self.session_id, statement_id), "statement", True)
        try:
            self.execute(code)
            text = (out.getvalue() + err.getvalue()).rstrip()
            return {"status": "ok", "text": text}
        except BaseException as error:
            # Livy shows what a failed statement printed with the next one.
            self.left_over = out.getvalue()
            return {
                "status": "error",
                "errorName": type(error).__name__,
                "errorValue": str(error),
                "traceback": frames_of(error),
            }
        finally:
            sys.stdout.local.buffer = sys.stderr.local.buffer = None

    def execute(self, code):
        tree = ast.parse(code.rstrip(), "<stdin>", "exec")
        body = tree.body
        if not body:
            return
        exec(compile(ast.Module(body[:-1], []), "<stdin>", "exec"), self.names)
        exec(compile(ast.Interactive([body[-1]]), "<stdin>", "single"), self.names)


def show(value):
    if value is not None:
        print(repr(value))


def frames_of(error):
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    kept = [line for line in lines if "glue-repl" not in line and ", in <module>" not in line]
    return kept[:1] + [line for line in kept[1:] if not line.startswith('  File "/')]


def spark_conf_of(text):
    for part in text.replace("--conf ", "\0").split("\0"):
        key, equals, value = part.strip().partition("=")
        if equals:
            yield key.strip(), value.strip()


def group_of(session_id, statement_id):
    return "glue-%s-%s" % (session_id, statement_id)


def describe_database(spark, name):
    """The tables of a database, as the endpoint mirrors them into its Data Catalog."""
    tables = []
    for row in spark.sql("show tables in `%s`" % name).collect():
        if row.isTemporary:
            continue
        try:
            tables.append(describe_table(spark, name, row.tableName))
        except Exception as error:  # a table that another lane drops at this moment
            tables.append({"name": row.tableName, "error": str(error)})
    return tables


def describe_table(spark, database, name):
    columns, detail, partitions, section = [], {}, [], "columns"
    for row in spark.sql("describe extended `%s`.`%s`" % (database, name)).collect():
        title = row.col_name
        if title.startswith("# Partition"):
            section = "partitions"
        elif title.startswith("# Detailed") or title.startswith("# Metadata"):
            section = "detail"
        elif title.startswith("#") or not title:
            continue
        elif section == "columns":
            columns.append({"name": title, "type": row.data_type, "comment": row.comment})
        elif section == "partitions":
            partitions.append(title)
        else:
            detail[title] = row.data_type
    return {"name": name, "columns": columns, "partitions": partitions, "detail": detail}


def main():
    options = json.loads(sys.argv[1])
    sys.argv = ["glue"]
    sys.stdout, sys.stderr = PerThread(sys.__stderr__), PerThread(sys.__stderr__)
    sys.displayhook = show
    install_awsglue()
    spark = start_spark(options["conf"])
    from pyspark import InheritableThread

    sessions = {}
    send({"ready": True, "version": spark.version})

    def handle(message):
        operation = message["op"]
        try:
            if operation == "open":
                sessions[message["session"]] = Session(spark, message["session"], message["arguments"])
                result = {}
            elif operation == "run":
                result = sessions[message["session"]].run(message["statement"], message["code"])
            elif operation == "cancel":
                spark.sparkContext.cancelJobGroup(group_of(message["session"], message["statement"]))
                result = {}
            elif operation == "close":
                sessions.pop(message["session"], None)
                result = {}
            elif operation == "databases":
                result = {"names": [row[0] for row in spark.sql("show databases").collect()]}
            elif operation == "describe":
                result = {"tables": describe_database(spark, message["database"])}
            elif operation == "sql":
                spark.sql(message["text"])
                result = {}
            else:
                raise ValueError("unknown operation " + operation)
            send({"id": message["id"], "result": result})
        except BaseException as error:
            send({"id": message["id"], "error": "%s: %s" % (type(error).__name__, error)})

    for line in io.BufferedReader(channel):
        InheritableThread(target=handle, args=(json.loads(line),), daemon=True).start()


main()
