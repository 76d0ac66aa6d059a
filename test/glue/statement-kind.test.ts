import { describe, expect, it } from "vitest";
import { statementKind } from "../../src/adapters/session/lanes/statement-kind.ts";
import { mayRunAgain } from "../../src/adapters/session/lanes/transient-spark-error.ts";

describe("what a statement does, by its first words", () => {
  it.each([
    "select 1",
    '/* {"app": "dbt"} */\nselect 1',
    "-- a comment; insert\n  SELECT 1",
    "with a as (select 1) select * from a",
    "describe table t",
    "show tables in dev",
    "create or replace view v as select 1",
    "drop table if exists t",
    "create schema if not exists dev",
  ])("does no harm twice: %s", (sql) => {
    expect(statementKind(sql)).toMatchObject({ isHarmless: true, isRepeatable: true });
  });

  it.each([
    "insert into t select 1",
    "merge into t using s on t.id = s.id when matched then delete",
    "create table t as select 1",
    "with a as (select 1) insert into t select * from a",
    "from s insert into t select *",
    "call catalog.system.expire_snapshots('t')",
    "alter table t add columns (a int)",
    "/* select */ delete from t",
  ])("writes, and not twice: %s", (sql) => {
    expect(statementKind(sql)).toMatchObject({ isHarmless: false, isRepeatable: false });
  });

  it.each([
    "create or replace table t using iceberg as select 1",
    "insert overwrite table t select 1",
  ])("leaves the same behind when it runs again after it failed: %s", (sql) => {
    expect(statementKind(sql)).toMatchObject({ isHarmless: false, isRepeatable: true });
  });

  it("knows the temporary views that it makes and drops", () => {
    const made = statementKind("/* c */ create or replace temporary view `T__dbt_tmp` as select 1");
    expect(made.makesView).toBe("t__dbt_tmp");
    expect(statementKind("drop view if exists t__dbt_tmp").dropsView).toBe("t__dbt_tmp");
    expect(statementKind("create view v as select 1").makesView).toBeUndefined();
  });
});

describe("a statement that Spark failed", () => {
  const write = statementKind("merge into t using s on t.id = s.id when matched then delete");
  const query = statementKind("select 1");
  const failure = (message: string): Parameters<typeof mayRunAgain>[0] => ({ ok: false, message });

  it.each([
    "org.apache.iceberg.exceptions.CommitFailedException: Cannot commit: stale table metadata",
    "org.apache.iceberg.exceptions.ValidationException: Found conflicting files that can contain records",
    "[DELTA_CONCURRENT_APPEND] ConcurrentAppendException: Files were added by a concurrent update",
  ])("runs again after a commit conflict, whatever it is: %s", (message) => {
    expect(mayRunAgain(failure(message), write)).toBe(true);
  });

  it.each([
    "com.amazonaws.services.glue.model.ThrottlingException: Rate exceeded",
    "com.amazonaws.services.s3.model.AmazonS3Exception: Slow Down (Status Code: 503)",
    "Job aborted due to stage failure: ExecutorLostFailure (executor 3 exited)",
  ])("runs again after a bad moment only where that does no harm: %s", (message) => {
    expect(mayRunAgain(failure(message), query)).toBe(true);
    expect(mayRunAgain(failure(message), write)).toBe(false);
  });

  it("never runs again where the commit's state is not known", () => {
    const message = "CommitStateUnknownException: caused by CommitFailedException";
    expect(mayRunAgain(failure(message), write)).toBe(false);
  });

  it("does not run again after a failure of its own", () => {
    expect(mayRunAgain(failure("[DIVIDE_BY_ZERO] Division by zero"), query)).toBe(false);
  });
});
