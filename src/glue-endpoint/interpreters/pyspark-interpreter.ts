import type { Interpreter, StatementOutput } from "../interpreter.ts";
import type { PySparkProcess } from "./pyspark-process.ts";

/** One session's namespace and Spark session inside the shared PySpark process. */
export async function openPySparkInterpreter(
  process: PySparkProcess,
  session: string,
  argumentsOfSession: Readonly<Record<string, string>>,
): Promise<Interpreter> {
  await process.ask("open", { session, arguments: argumentsOfSession });
  return {
    run: async (code, statement) =>
      (await process.ask("run", { session, statement, code })) as unknown as StatementOutput,
    async cancel(statement) {
      await process.ask("cancel", { session, statement });
    },
    onDeath(listener) {
      process.onDeath(listener);
    },
    async close() {
      await process.ask("close", { session });
    },
  };
}
