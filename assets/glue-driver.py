# The lane driver of dbt-glue: lives in a Glue session's interpreter and runs the SQL of many models
# side by side, each lane in a thread with a Spark session of its own.
#
# The client sends `step` statements. A step hands over new work and returns what has finished; the
# text around its answer is ignored, so stray prints and warnings do no harm. Work ids make a
# repeated statement harmless. Results are kept until the client says that it has them.
import base64
import datetime
import decimal
import json
import queue
import threading
import time
import traceback
import zlib


# What Python calls a model's code in its tracebacks.
PYTHON_SOURCE = "<dbt model>"


class DbtGlueLane:
    """One lane: a thread, a Spark session (temporary views, current database), work in order."""

    def __init__(self, driver, name):
        self.driver = driver
        self.name = name
        self.spark = driver.spark.newSession()
        self.work = queue.Queue()
        self.database = None
        thread = driver.thread_class(target=self.loop, name="dbt-" + name)
        thread.daemon = True
        thread.start()

    def loop(self):
        while True:
            item = self.work.get()
            if item is None:
                return
            with self.driver.changed:
                if item["id"] in self.driver.cancelled:
                    self.driver.finish(item["id"], cancelled_error())
                    continue
                self.driver.running.add(item["id"])
            try:
                result = self.run(item)
            except BaseException as error:
                result = describe_error(error)
            with self.driver.changed:
                self.driver.running.discard(item["id"])
                self.driver.finish(item["id"], result)

    def run(self, item):
        context = self.spark.sparkContext
        if self.driver.pinned:
            context.setJobGroup(group_of(item["id"]), item.get("description") or item["id"], True)
            context.setLocalProperty("spark.scheduler.pool", self.name)
        for key, value in (item.get("conf") or {}).items():
            self.spark.conf.set(key, value)
        self.use_database(item.get("database"))
        if item["kind"] == "python":
            return self.run_python(item)
        if item["kind"] == "rows":
            return self.stage_rows(json.loads(item["text"]))
        frame = self.spark.sql(item["text"])
        return collect(frame, item.get("limit"))

    def use_database(self, name):
        """Once: a USE of the user's own stays. The database may be missing until it is created."""
        if name is None or name == self.database:
            return
        try:
            self.spark.catalog.setCurrentDatabase(name)
            self.database = name
        except Exception:
            pass

    def run_python(self, item):
        names = {"__name__": "dbt_model", "spark": self.spark, "sc": self.spark.sparkContext}
        try:
            exec(compile(item["text"], PYTHON_SOURCE, "exec"), names)
        except BaseException as error:
            return dict(describe_error(error), line=line_in_model(error))
        return {"ok": True, "columns": [], "rows": []}


    def stage_rows(self, staged):
        """A temporary view of rows that came as text, each cell cast to its column's type."""
        from pyspark.sql.types import StringType, StructField, StructType

        columns = staged["columns"]
        fields = [StructField("_%d" % index, StringType()) for index in range(len(columns))]
        frame = self.spark.createDataFrame(staged["rows"], StructType(fields), verifySchema=False)
        casts = [
            "cast(_%d as %s) as `%s`" % (index, column["type"], column["name"].replace("`", "``"))
            for index, column in enumerate(columns)
        ]
        frame.selectExpr(*casts).createOrReplaceTempView(staged["view"])
        return {"ok": True, "columns": [], "rows": []}


class DbtGlueDriver:
    def __init__(self, spark):
        self.spark = spark
        self.changed = threading.Condition()
        self.lanes = {}
        self.results = {}
        self.known = set()
        self.cancelled = set()
        # Also of lanes that were closed meanwhile: they end with their work.
        self.running = set()
        self.parts = {}
        self.pinned = False
        self.thread_class = threading.Thread
        try:
            from py4j.clientserver import ClientServer
            from pyspark import InheritableThread

            self.pinned = isinstance(spark.sparkContext._gateway, ClientServer)
            if self.pinned:
                self.thread_class = InheritableThread
        except ImportError:
            pass

    def put(self, key, index, part):
        """A piece of a request that is too long for one statement."""
        self.parts.setdefault(key, {})[index] = part

    def step(self, nonce, payload=None, key=None, count=0):
        """Takes work in, waits until something has finished or the wait is over, answers."""
        if key is not None:
            pieces = self.parts.get(key, {})
            if len(pieces) < count:
                return answer(nonce, {"lost": key})
            payload = "".join(pieces[index] for index in range(count))
        request = json.loads(zlib.decompress(base64.b64decode(payload)).decode("utf-8"))
        with self.changed:
            for work_id in request.get("ack", []):
                self.results.pop(work_id, None)
            for item in request.get("submit", []):
                self.submit(item)
        for work_id in request.get("cancel", []):
            self.cancel(work_id)
        for run in request.get("abandon", []):
            self.abandon(run)
        for name in request.get("close", []):
            lane = self.lanes.pop(name, None)
            if lane is not None:
                lane.work.put(None)
        waiting = request.get("waiting", [])
        self.wait(waiting, request.get("wait", 0), request.get("linger", 0))
        answer(nonce, self.collect_answer(waiting, request.get("pages", {}), request["budget"]))
        if key is not None:
            self.parts.pop(key, None)

    def submit(self, item):
        if item["id"] in self.known:
            return
        self.known.add(item["id"])
        lane = self.lanes.get(item["lane"])
        if lane is None:
            lane = self.lanes[item["lane"]] = DbtGlueLane(self, item["lane"])
        lane.work.put(item)

    def cancel(self, work_id):
        with self.changed:
            self.cancelled.add(work_id)
            if work_id not in self.running:
                return
            alone = len(self.running) == 1
        if self.pinned:
            threading.Thread(target=self.cancel_jobs, args=(work_id,), daemon=True).start()
        elif alone:
            self.spark.sparkContext.cancelAllJobs()

    def cancel_jobs(self, work_id):
        """Again and again: a statement that is being planned has no job yet, and may start several."""
        while work_id in self.running:
            self.spark.sparkContext.cancelJobGroup(group_of(work_id))
            time.sleep(0.1)

    def abandon(self, run):
        """The run that gave this work was killed: nobody waits for it any more."""
        with self.changed:
            ids = [work_id for work_id in self.known if work_id.startswith(run + "_")]
        for work_id in ids:
            self.cancel(work_id)
            with self.changed:
                self.results.pop(work_id, None)

    def finish(self, work_id, result):
        self.results[work_id] = result
        self.changed.notify_all()

    def wait(self, waiting, seconds, linger):
        """Until there is a result, and then a little longer, if the rest may come with it."""
        end, anything = time.time() + seconds, False
        with self.changed:
            while True:
                found = sum(1 for work_id in waiting if work_id in self.results)
                if found == len(waiting):
                    return
                if found and not anything:
                    anything, end = True, min(end, time.time() + linger)
                left = end - time.time()
                if left <= 0 or not self.changed.wait(left):
                    return

    def collect_answer(self, waiting, pages, budget):
        """What has finished, as many rows as fit; `next` says where the following page starts."""
        done = {}
        with self.changed:
            for work_id in waiting:
                result = self.results.get(work_id)
                if result is None:
                    if work_id not in self.known:
                        done[work_id] = {"ok": False, "unknown": True}
                    continue
                if not result["ok"]:
                    done[work_id] = result
                    continue
                start = pages.get(work_id, 0)
                rows, used = [], 0
                for row in result["rows"][start:]:
                    text = json.dumps(row, separators=(",", ":"))
                    if rows and used + len(text) > budget:
                        break
                    rows.append(row)
                    used += len(text)
                budget = max(budget - used, 0)
                end = start + len(rows)
                page = {"ok": True, "columns": result["columns"], "rows": rows, "from": start}
                if end < len(result["rows"]):
                    page["next"] = end
                done[work_id] = page
        return {"done": done, "pinned": self.pinned}


def answer(nonce, value):
    text = json.dumps(value, separators=(",", ":"))
    print("\n@@%s:%d:%s@@" % (nonce, len(text), text))


def group_of(work_id):
    return "dbt-" + work_id


def collect(frame, limit):
    fields = frame.schema.fields
    if not fields:
        return {"ok": True, "columns": [], "rows": []}
    columns = [{"name": field.name, "type": field.dataType.simpleString()} for field in fields]
    # Positions, not names: a result may hold one name twice.
    frame = frame.toDF(*["_%d" % index for index in range(len(fields))])
    frame = frame.selectExpr(*[text_of("_%d" % i, f.dataType) for i, f in enumerate(fields)])
    rows = (frame.limit(limit) if limit is not None else frame).collect()
    return {"ok": True, "columns": columns, "rows": [[plain(cell) for cell in row] for row in rows]}


def text_of(name, data_type):
    """Types that JSON has no value for travel as the text that Spark prints."""
    kind = data_type.typeName()
    if kind == "binary":
        return "base64(%s) as %s" % (name, name)
    if kind in ("array", "map", "struct", "boolean", "byte", "short", "integer", "string"):
        return name
    return "cast(%s as string) as %s" % (name, name)


def plain(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else str(value)
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else str(value)
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, dict):
        return [[plain(key), plain(item)] for key, item in value.items()]
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return str(value)


def cancelled_error():
    return {"ok": False, "name": "Cancelled", "message": "The statement was cancelled before it ran."}


def line_in_model(error):
    """The line of the model's code that was at work, or that Python cannot read."""
    if isinstance(error, SyntaxError) and error.filename == PYTHON_SOURCE:
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == PYTHON_SOURCE]
    return lines[-1] if lines else None


def describe_error(error):
    found = {"ok": False, "name": type(error).__name__, "message": str(error)}
    for key, method in (("errorClass", "getErrorClass"), ("sqlState", "getSqlState")):
        try:
            found[key] = getattr(error, method)()
        except Exception:
            pass
    java = getattr(error, "java_exception", None)
    if java is not None:
        try:
            cause = java
            while cause.getCause() is not None:
                cause = cause.getCause()
            found["cause"] = cause.toString()
        except Exception:
            pass
    found["traceback"] = traceback.format_exc()[-4000:]
    return found
