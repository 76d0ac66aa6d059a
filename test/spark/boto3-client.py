# What a program on boto3 sees of the local endpoint. Prints one JSON object; asserted by
# real-clients.spark.ts. Arguments: endpoint's URL.
import json
import sys
import time

import boto3
from botocore.config import Config

options = {
    "endpoint_url": sys.argv[1],
    "region_name": "eu-west-1",
    "aws_access_key_id": "test",
    "aws_secret_access_key": "test",
    "config": Config(retries={"mode": "standard", "max_attempts": 1}),
}
glue = boto3.client("glue", **options)
s3 = boto3.client("s3", **options)
sts = boto3.client("sts", **options)
ROLE = "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole"
SESSION = dict(Id="boto", Role=ROLE, Command={"Name": "glueetl", "PythonVersion": "3"})
seen = {}


def error_of(call, **arguments):
    try:
        call(**arguments)
    except Exception as error:
        return type(error).__name__
    return "no error"


def run(code):
    statement = glue.run_statement(SessionId="boto", Code=code)["Id"]
    while True:
        found = glue.get_statement(SessionId="boto", Id=statement)["Statement"]
        if found["State"] in ("AVAILABLE", "CANCELLED", "ERROR"):
            return found
        time.sleep(0.1)


def text_of(code):
    return run(code)["Output"]["Data"]["TextPlain"]


seen["created"] = glue.create_session(**SESSION, IdleTimeout=5)["Session"]["Status"]
seen["twice"] = error_of(glue.create_session, **SESSION)
seen["too early"] = error_of(glue.run_statement, SessionId="boto", Code="1")
seen["unknown"] = error_of(glue.get_session, Id="nobody")
while glue.get_session(Id="boto")["Session"]["Status"] == "PROVISIONING":
    time.sleep(0.1)
session = glue.get_session(Id="boto")["Session"]
seen["session"] = [session["Status"], session["IdleTimeout"], session["CreatedOn"].tzinfo is not None]

first = run("1 + 1")
# Ids count from 0; where the session was quick, the early statement has taken that one.
seen["first"] = [first["Id"] - (seen["too early"] == "no error"), first["State"], first["Output"]["Status"], first["Output"]["Data"]["TextPlain"]]
seen["milliseconds"] = first["CompletedOn"] > 10**12
seen["echo"] = text_of("print('a')\n2")
seen["loop"] = text_of("for i in range(2): i")
seen["stderr last"] = text_of("import sys\n_ = sys.stderr.write('warn')\nprint('x')\n'y'")
failed = run("def f():\n    raise ValueError('boom')\nf()")["Output"]
seen["failed"] = [failed["Status"], failed["ErrorName"], failed["ErrorValue"], failed["Traceback"]]
seen["syntax"] = run("select 1")["Output"]["ErrorName"]
seen["exit"] = run("import sys\nsys.exit(3)")["Output"]["ErrorName"]
run("print('before')\n1/0")
seen["left over"] = text_of("'after'")
seen["too long"] = error_of(glue.run_statement, SessionId="boto", Code="#" * 68001)
seen["longest"] = run("#" * 68000)["Output"]["Status"]
seen["spark"] = text_of("print(spark.sql('select 40 + 2 as n').collect()[0].n)")

slow = glue.run_statement(SessionId="boto", Code="spark.sql('select count(*) from range(100000000) a join range(1000000) b on a.id % 1000 = b.id % 1000').collect()")["Id"]
waiting = glue.run_statement(SessionId="boto", Code="1")["Id"]
glue.cancel_statement(SessionId="boto", Id=waiting)
seen["waiting cancelled"] = glue.get_statement(SessionId="boto", Id=waiting)["Statement"]["State"]
time.sleep(1)
glue.cancel_statement(SessionId="boto", Id=slow)
for _ in range(300):
    state = glue.get_statement(SessionId="boto", Id=slow)["Statement"]["State"]
    if state == "CANCELLED":
        break
    time.sleep(0.1)
seen["running cancelled"] = state

glue.create_database(DatabaseInput={"Name": "Boto_Db", "LocationUri": "s3://boto-bucket/db"})
run("spark.sql('create table boto_db.t using parquet as select 1 id, \"x\" v')")
table = glue.get_table(DatabaseName="boto_db", Name="T")["Table"]
seen["table"] = [[c["Name"], c["Type"]] for c in table["StorageDescriptor"]["Columns"]]
seen["location"] = table["StorageDescriptor"]["Location"]
keys = [o["Key"] for o in s3.list_objects_v2(Bucket="boto-bucket", Prefix="db/t/")["Contents"]]
seen["files"] = any(key.endswith(".parquet") for key in keys)
glue.delete_table(DatabaseName="boto_db", Name="t")
seen["deleted"] = text_of("print(spark.catalog.tableExists('boto_db.t'))")
seen["no table"] = error_of(glue.get_table, DatabaseName="boto_db", Name="t")
s3.put_object(Bucket="boto-bucket", Key="raw/a.csv", Body=b"id\n1\n2\n")
seen["read"] = text_of("print(spark.read.csv('s3://boto-bucket/raw/', header=True).count())")
glue.delete_database(Name="boto_db")
seen["identity"] = sts.get_caller_identity()["Account"]
seen["assumed"] = sts.assume_role(RoleArn=ROLE, RoleSessionName="me")["AssumedRoleUser"]["Arn"]
seen["stopped"] = glue.stop_session(Id="boto")["Id"]
seen["after"] = error_of(glue.get_statement, SessionId="boto", Id=0)
seen["gone"] = glue.delete_session(Id="boto")["Id"]
print(json.dumps(seen))
