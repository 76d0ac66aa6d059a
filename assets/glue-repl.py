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
import time
import traceback
import types

from glue_buckets import mount_buckets
from glue_metastore import Metastore

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
        self.spark = open_spark(root, dict(settings_of(arguments.get("--conf", ""))))
        self.session_id = session_id
        self.left_over = ""
        self.running = None
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
        self.running = statement_id
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
            self.running = None
            sys.stdout.local.buffer = sys.stderr.local.buffer = None

    def cancel(self, statement_id):
        """As Livy does: every 100 ms, since a statement that is being planned has no job yet."""
        end = time.time() + 30
        while self.running == statement_id and time.time() < end:
            self.spark.sparkContext.cancelJobGroup(group_of(self.session_id, statement_id))
            time.sleep(0.1)

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


def open_spark(root, settings):
    """A Spark session with a Glue session's settings; so are those that its code makes of it."""
    spark = root.newSession()
    for key, value in settings.items():
        try:
            spark.conf.set(key, value)
        except Exception:  # static settings belong to the JVM, which all sessions share
            pass
    spark.newSession = lambda: open_spark(root, settings)
    return spark


def settings_of(text):
    """The pairs of `--conf`, but for what is the endpoint's: where catalogs keep their tables."""
    for part in text.replace("--conf ", "\0").split("\0"):
        key, equals, value = part.strip().partition("=")
        key, value = key.strip(), value.strip()
        if not equals or key == "spark.sql.warehouse.dir":
            continue
        if not key.startswith("spark.sql.catalog."):
            yield key, value
        elif value.startswith("org.apache.iceberg.spark.Spark"):
            yield key, value
            yield key + ".type", "hive"


def group_of(session_id, statement_id):
    return "glue-%s-%s" % (session_id, statement_id)


def main():
    options = json.loads(sys.argv[1])
    sys.argv = ["glue"]
    sys.stdout, sys.stderr = PerThread(sys.__stderr__), PerThread(sys.__stderr__)
    sys.displayhook = show
    install_awsglue()
    spark = start_spark(options["conf"])
    from pyspark import InheritableThread

    sessions = {}
    mount_buckets(spark, options["buckets"])
    metastore = Metastore(spark)
    metastore.ask("databases", {})
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
                sessions[message["session"]].cancel(message["statement"])
                result = {}
            elif operation == "close":
                sessions.pop(message["session"], None)
                result = {}
            elif operation in Metastore.OPERATIONS:
                result = metastore.ask(operation, message)
            else:
                raise ValueError("unknown operation " + operation)
            send({"id": message["id"], "result": result})
        except BaseException as error:
            send({"id": message["id"], "error": "%s: %s" % (type(error).__name__, error)})

    for line in io.BufferedReader(channel):
        InheritableThread(target=handle, args=(json.loads(line),), daemon=True).start()


main()
