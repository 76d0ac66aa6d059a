import { GrantPermissionsCommand } from "@aws-sdk/client-lakeformation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Governance } from "../../src/adapter/governance.ts";
import { lakeFormationGovernance } from "../../src/adapters/session/lake-formation/lake-formation-governance.ts";
import { motoPython, startMoto } from "./moto.ts";
import type { Moto } from "./moto.ts";

const ALICE = "arn:aws:iam::123456789012:role/alice";
const BOB = "arn:aws:iam::123456789012:role/bob";
const CREATOR = "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole";

let moto: Moto;
let governance: Governance;

describe.skipIf(motoPython === undefined)("the config grants", () => {
  beforeAll(async () => {
    moto = await startMoto();
    governance = lakeFormationGovernance(moto.clients);
  });
  afterAll(() => moto.close());

  it("becomes Lake Formation's permissions, once", async () => {
    const table = { schema: "db", identifier: "a" };
    const grants = { select: [ALICE, BOB], insert: [ALICE] };
    expect(await governance.applyGrants(table, grants, true)).toEqual([
      `Granted SELECT, INSERT on db.a to ${ALICE}.`,
      `Granted SELECT on db.a to ${BOB}.`,
    ]);
    expect(await governance.applyGrants(table, grants, true)).toEqual([]);
  });

  it("takes away what it does not give, where the table was there before", async () => {
    const table = { schema: "db", identifier: "b" };
    await governance.applyGrants(table, { select: [ALICE, BOB] }, true);
    expect(await governance.applyGrants(table, { select: [BOB] }, false)).toEqual([]);
    expect(await governance.applyGrants(table, { select: [BOB] }, true)).toEqual([
      `Revoked SELECT on db.b from ${ALICE}.`,
    ]);
  });

  it("never takes anything from who may grant it on: the table's creator", async () => {
    const Table = { DatabaseName: "db", Name: "c" };
    const client = await moto.clients.lakeFormation();
    await client.send(
      new GrantPermissionsCommand({
        Principal: { DataLakePrincipalIdentifier: CREATOR },
        Resource: { Table },
        Permissions: ["SELECT"],
        PermissionsWithGrantOption: ["SELECT"],
      }),
    );
    const table = { schema: "db", identifier: "c" };
    expect(await governance.applyGrants(table, { select: [ALICE] }, true)).toEqual([
      `Granted SELECT on db.c to ${ALICE}.`,
    ]);
  });
});
