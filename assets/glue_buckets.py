# S3 for the local Glue endpoint's Spark: `s3://bucket/key` is a file under a folder of the warehouse.
#
# Hadoop mounts a file system per bucket, so a bucket has to be known before it is used. All that
# Spark is told passes one place on its way to the JVM; there a new bucket's name is met first.
import os
import re
import threading

BUCKET = re.compile(r"s3[an]?://([A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9])")
SCHEMES = ("s3", "s3a", "s3n")


class Buckets:
    def __init__(self, spark, folder):
        self.spark = spark
        self.folder = folder
        self.lock = threading.RLock()
        self.begun = set()
        self.mounted = set()

    def mount(self, bucket):
        if bucket in self.mounted:
            return
        with self.lock:
            if bucket in self.begun:
                return
            self.begun.add(bucket)
            path = os.path.join(self.folder, bucket)
            os.makedirs(path, exist_ok=True)
            jvm, settings = self.spark._jvm, self.spark.sparkContext._jsc.hadoopConfiguration()
            settings.set("fs.viewfs.mounttable.%s.linkFallback" % bucket, "file://" + path)
            for scheme in SCHEMES:
                # Kept by Hadoop for all who ask: Hive's settings were copied before this mount.
                root = jvm.java.net.URI("%s://%s/" % (scheme, bucket))
                jvm.org.apache.hadoop.fs.FileSystem.get(root, settings)
            self.mounted.add(bucket)


def mount_buckets(spark, folder):
    """Mounts the buckets that are there, and every other one when it is first named."""
    os.makedirs(folder, exist_ok=True)
    buckets = Buckets(spark, folder)
    for name in os.listdir(folder):
        buckets.mount(name)
    client = spark.sparkContext._gateway._gateway_client
    send = client.send_command

    def send_command(command, *args, **kwargs):
        if "s3" in command:
            for bucket in BUCKET.findall(command):
                buckets.mount(bucket)
        return send(command, *args, **kwargs)

    client.send_command = send_command
