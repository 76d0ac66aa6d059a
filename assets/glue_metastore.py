# The Data Catalog of the local Glue endpoint: Spark's own metastore, as on AWS, where both are one.
#
# All calls run on one thread: Hive keeps a store per thread, and its client is not made for more.
import json
import queue
import threading


class Metastore:
    """Databases and tables as Hive's metastore keeps them; Spark, Iceberg and the API share them."""

    def __init__(self, spark):
        self.spark = spark
        self.activity = watch_activity(spark.sparkContext._gateway._gateway_client)
        self.listings = {}
        self.calls = queue.Queue()
        threading.Thread(target=self.loop, name="metastore", daemon=True).start()

    def loop(self):
        self.activity.ignore_this_thread()
        client = None
        while True:
            operation, message, answer = self.calls.get()
            try:
                client = client or open_client(self.spark)
                answer.put((self.OPERATIONS[operation](self, client, message), None))
            except BaseException as error:
                answer.put((None, error))

    def ask(self, operation, message):
        answer = queue.Queue()
        self.calls.put((operation, message, answer))
        result, error = answer.get()
        if error is not None:
            raise error
        return result

    def listing(self, key, read):
        """What was read before, as long as nobody talked to Spark in the meantime."""
        mark = self.activity.quiet_mark()
        kept = self.listings.get(key)
        if mark is None or kept is None or kept[0] != mark:
            kept = self.listings[key] = (mark, read())
        return kept[1]

    def databases(self, client, message):
        def read():
            return [self.plain(client.getDatabase(name)) for name in client.getAllDatabases()]

        return {"databases": self.listing("", read)}

    def tables(self, client, message):
        name = message["database"]

        def read():
            if name not in client.getAllDatabases():
                return []
            found = client.getTableObjectsByName(name, client.getAllTables(name))
            return self.plain(self.api.GetTablesResult(found))["tables"]

        return {"tables": self.listing(name, read)}

    def table(self, client, message):
        found = self.find(client, message)
        return {"table": None if found is None else self.plain(found)}

    def partitions(self, client, message):
        found = client.listPartitions(message["database"], message["name"], 32767)
        return {"partitions": self.plain(self.api.PartitionListComposingSpec(found))["partitions"]}

    def put_partitions(self, client, message):
        database, name = message["database"], message["name"]
        table = self.find(client, message)
        found = self.list_of(self.partition_of(table, given) for given in message["inputs"])
        if message["how"] == "create":
            client.add_partitions(found)
        else:
            client.alter_partitions(database, name, found)
        return self.changed()

    def drop_partition(self, client, message):
        values = self.list_of(message["values"])
        client.dropPartition(message["database"], message["name"], values, False)
        return self.changed()

    def create_database(self, client, message):
        client.createDatabase(self.database_of(message["input"]))
        return self.changed()

    def update_database(self, client, message):
        name = message["input"]["Name"]
        given = self.database_of(message["input"])
        if not given.getLocationUri():
            given.setLocationUri(client.getDatabase(name).getLocationUri())
        client.alterDatabase(name, given)
        return self.changed()

    def drop_database(self, client, message):
        # As Glue does: the entries go, the files stay.
        client.dropDatabase(message["name"], False, True, True)
        return self.changed()

    def create_table(self, client, message):
        table = self.api.Table()
        table.setDbName(message["database"])
        table.setSd(self.api.StorageDescriptor())
        table.getSd().setSerdeInfo(self.api.SerDeInfo())
        table.setParameters(self.map_of({}))
        client.createTable(self.fill(table, message["input"]))
        return self.changed()

    def update_table(self, client, message):
        input = message["input"]
        table = self.find(client, {"database": message["database"], "name": input["Name"]})
        keep_statistics = self.api.EnvironmentContext()
        keep_statistics.putToProperties("DO_NOT_UPDATE_STATS", "true")
        client.alter_table_with_environmentContext(
            message["database"], input["Name"], self.fill(table, input), keep_statistics
        )
        return self.changed()

    def drop_table(self, client, message):
        client.dropTable(message["database"], message["name"], False, True)
        return self.changed()

    def changed(self):
        self.listings.clear()
        return {}

    def find(self, client, message):
        names = self.list_of([message["name"]])
        if message["database"] not in client.getAllDatabases():
            return None
        found = client.getTableObjectsByName(message["database"], names)
        return found[0] if len(found) else None

    def database_of(self, input):
        database = self.api.Database()
        database.setName(input["Name"])
        database.setDescription(input.get("Description"))
        database.setParameters(self.map_of(input.get("Parameters") or {}))
        if input.get("LocationUri"):
            database.setLocationUri(input["LocationUri"])
        return database

    def fill(self, table, input):
        """Puts a TableInput's members into a metastore's table."""
        storage = input.get("StorageDescriptor") or {}
        serde = storage.get("SerdeInfo") or {}
        parameters = dict(input.get("Parameters") or {})
        if input.get("Description") is not None:
            parameters["comment"] = input["Description"]
        table.setTableName(input["Name"])
        table.setTableType(input.get("TableType") or "EXTERNAL_TABLE")
        table.setOwner(input.get("Owner") or table.getOwner() or "hadoop")
        table.setParameters(self.map_of(parameters))
        table.setPartitionKeys(self.columns_of(input.get("PartitionKeys") or []))
        table.setViewOriginalText(input.get("ViewOriginalText"))
        table.setViewExpandedText(input.get("ViewExpandedText"))
        sd = table.getSd()
        sd.setCols(self.columns_of(storage.get("Columns") or []))
        sd.setLocation(storage.get("Location") or sd.getLocation())
        sd.setInputFormat(storage.get("InputFormat"))
        sd.setOutputFormat(storage.get("OutputFormat"))
        sd.getSerdeInfo().setSerializationLib(serde.get("SerializationLibrary"))
        sd.getSerdeInfo().setParameters(self.map_of(serde.get("Parameters") or {}))
        return table

    def partition_of(self, table, given):
        storage = given.get("StorageDescriptor") or {}
        serde = storage.get("SerdeInfo") or {}
        partition = self.api.Partition()
        partition.setDbName(table.getDbName())
        partition.setTableName(table.getTableName())
        partition.setValues(self.list_of(given["Values"]))
        partition.setParameters(self.map_of(given.get("Parameters") or {}))
        partition.setSd(table.getSd().deepCopy())
        partition.getSd().setLocation(storage.get("Location"))
        partition.getSd().getSerdeInfo().setParameters(self.map_of(serde.get("Parameters") or {}))
        return partition

    def columns_of(self, columns):
        return self.list_of(
            self.api.FieldSchema(column["Name"], column.get("Type"), column.get("Comment"))
            for column in columns
        )

    def list_of(self, values):
        found = self.spark._jvm.java.util.ArrayList()
        for value in values:
            found.add(value)
        return found

    def map_of(self, values):
        found = self.spark._jvm.java.util.HashMap()
        for key, value in values.items():
            found.put(key, value)
        return found

    @property
    def api(self):
        return self.spark._jvm.org.apache.hadoop.hive.metastore.api

    def plain(self, thrift):
        """A whole structure in one call to the JVM."""
        protocol = self.spark._jvm.org.apache.thrift.protocol.TSimpleJSONProtocol.Factory()
        text = self.spark._jvm.org.apache.thrift.TSerializer(protocol).toString(thrift)
        return json.loads(text)

    OPERATIONS = {
        "databases": databases,
        "tables": tables,
        "table": table,
        "partitions": partitions,
        "put-partitions": put_partitions,
        "drop-partition": drop_partition,
        "create-database": create_database,
        "update-database": update_database,
        "drop-database": drop_database,
        "create-table": create_table,
        "update-table": update_table,
        "drop-table": drop_table,
    }


class Activity:
    """Counts what is sent to the JVM: while nothing is, Spark's catalog cannot change."""

    def __init__(self):
        self.lock = threading.Lock()
        self.started = 0
        self.under_way = 0
        self.ignored = set()

    def ignore_this_thread(self):
        self.ignored.add(threading.get_ident())

    def quiet_mark(self):
        """The number of calls so far, or None while one is under way."""
        with self.lock:
            return self.started if self.under_way == 0 else None


def watch_activity(client):
    activity, send = Activity(), client.send_command

    def send_command(command, *args, **kwargs):
        # "m" lets go of an object.
        if threading.get_ident() in activity.ignored or command.startswith("m\n"):
            return send(command, *args, **kwargs)
        with activity.lock:
            activity.started += 1
            activity.under_way += 1
        try:
            return send(command, *args, **kwargs)
        finally:
            with activity.lock:
                activity.under_way -= 1

    client.send_command = send_command
    return activity


def open_client(spark):
    jvm = spark._jvm
    hive_conf = jvm.org.apache.hadoop.hive.conf.HiveConf
    settings = hive_conf(
        spark.sparkContext._jsc.hadoopConfiguration(),
        jvm.java.lang.Class.forName("org.apache.hadoop.hive.conf.HiveConf"),
    )
    settings.set("hive.metastore.disallow.incompatible.col.type.changes", "false")
    settings.set("hive.metastore.warehouse.dir", spark.conf.get("spark.sql.warehouse.dir"))
    return jvm.org.apache.hadoop.hive.metastore.HiveMetaStoreClient(settings)
