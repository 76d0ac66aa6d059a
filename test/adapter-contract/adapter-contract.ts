import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { CATALOG_CASES } from "./cases/catalog-cases.ts";
import { CHANGE_CASES } from "./cases/change-cases.ts";
import { ERROR_CASES } from "./cases/error-cases.ts";
import { LANE_CASES } from "./cases/lane-cases.ts";
import { QUERY_CASES } from "./cases/query-cases.ts";
import { TABLE_CASES } from "./cases/table-cases.ts";
import type { ContractCase, ContractSkip } from "./contract-case.ts";

export const CONTRACT: Readonly<Record<string, readonly ContractCase[]>> = {
  queries: QUERY_CASES,
  tables: TABLE_CASES,
  "row changes": CHANGE_CASES,
  catalog: CATALOG_CASES,
  lanes: LANE_CASES,
  errors: ERROR_CASES,
};

export interface ContractOptions {
  /** The method's name in the report. */
  readonly method: string;
  readonly make: () => Promise<Adapter>;
  readonly skip?: readonly ContractSkip[];
}

/** Holds one method to the whole contract. Every case runs in a schema of its own. */
export function adapterContract({ method, make, skip = [] }: ContractOptions): void {
  const reasons = new Map(
    skip.flatMap(({ reason, titles }) => titles.map((title) => [title, reason])),
  );
  describe(`the adapter contract on ${method}`, () => {
    let adapter: Adapter;
    let count = 0;
    beforeAll(async () => {
      adapter = await make();
    });
    afterAll(() => adapter.close());
    for (const [area, cases] of Object.entries(CONTRACT)) {
      describe(area, () => {
        for (const { title, check } of cases) {
          const reason = reasons.get(title);
          test.skipIf(reason !== undefined)(
            reason === undefined ? title : `${title} (${reason})`,
            () => inOwnSchema(adapter, `contract_${String(++count)}`, check),
          );
        }
      });
    }
    test("every skip names a case", () => {
      const titles = new Set(
        Object.values(CONTRACT)
          .flat()
          .map((each) => each.title),
      );
      expect([...reasons.keys()].filter((title) => !titles.has(title))).toEqual([]);
    });
  });
}

async function inOwnSchema(
  adapter: Adapter,
  schema: string,
  check: ContractCase["check"],
): Promise<void> {
  const lane = await adapter.connect(schema);
  await adapter.catalog.createSchema(schema);
  try {
    await check({ adapter, lane, schema });
  } finally {
    await adapter.catalog.dropSchema(schema);
    await lane.close();
  }
}
