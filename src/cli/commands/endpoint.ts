import type { CommandDefinition } from "../command-definition.ts";
import { INTEGER, PATH } from "../options/option.ts";

export const endpoint: CommandDefinition = {
  name: "endpoint",
  summary: "Serve the AWS Glue API on this machine, to try a Glue project without an account.",
  options: [
    { key: "port", long: "--port", value: INTEGER, summary: "Port; any free one unless given." },
    {
      key: "interpreter",
      long: "--interpreter",
      value: { kind: "choice", choices: ["embedded", "pyspark"] },
      summary: "What runs statements: the embedded engine, or a real PySpark 3.5.",
    },
    {
      key: "warehouse",
      long: "--warehouse",
      value: PATH,
      summary: "Where tables are kept: a folder, or the stem of a DuckDB file.",
    },
    {
      key: "python",
      long: "--python",
      value: PATH,
      summary: "Python with pyspark 3.5 installed, for --interpreter pyspark.",
    },
    {
      key: "jars",
      long: "--jars",
      value: PATH,
      summary: "Folder with the jars of Iceberg, Delta and Hudi, for --interpreter pyspark.",
    },
    {
      key: "callLatency",
      long: "--call-latency",
      value: INTEGER,
      summary: "Milliseconds to add to every API call; 40 is near to AWS.",
    },
    {
      key: "statementLatency",
      long: "--statement-latency",
      value: INTEGER,
      summary: "Milliseconds to add to every statement; 300 is near to AWS.",
    },
    {
      key: "sessionLatency",
      long: "--session-latency",
      value: INTEGER,
      summary: "Milliseconds from CreateSession to READY; 20000 is near to AWS.",
    },
    {
      key: "fault",
      long: "--fault",
      value: { kind: "words", placeholder: "OPERATION:KIND:AT" },
      summary:
        "Break calls on purpose: RunStatement:lost-answer:2 loses the answer to the second RunStatement.",
    },
  ],
  examples: [
    "endpoint --port 4567",
    "endpoint --interpreter pyspark --python .venv/bin/python --jars jars",
    "endpoint --session-latency 20000 --fault GetStatement:throttle:3x2",
  ],
  run: async (context) => (await import("../../commands/endpoint.ts")).endpoint(context),
};
