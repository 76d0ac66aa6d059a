import type { Session } from "./session.ts";

/** Rows of the Data Catalog as the API holds them: the input members plus what the service adds. */
export type CatalogEntry = Record<string, unknown>;

export interface DatabaseEntry {
  readonly entry: CatalogEntry;
  /** The engine has it too, and decides whether it is there. */
  readonly mirrored: boolean;
  /** The engine's own entry as it was last seen. */
  readonly source?: CatalogEntry;
  readonly tables: Map<string, TableEntry>;
}

export interface TableEntry {
  entry: CatalogEntry;
  /** The engine has it too, and decides whether it is there. */
  mirrored: boolean;
  /** The engine's own entry as it was last seen. */
  source?: CatalogEntry;
  version: number;
  readonly versions: Map<number, CatalogEntry>;
  readonly partitions: Map<string, CatalogEntry>;
}

/** What one account holds in one region. */
export interface Account {
  readonly region: string;
  readonly accountId: string;
  readonly sessions: Map<string, Session>;
  readonly databases: Map<string, DatabaseEntry>;
  /** ARN -> tags. */
  readonly tags: Map<string, Record<string, string>>;
}

export const ACCOUNT_ID = "123456789012";

/** Accounts by region; every caller sees the same account, as in a team. */
export function createAccounts(): { of(region: string): Account; all(): Iterable<Account> } {
  const byRegion = new Map<string, Account>();
  return {
    of(region) {
      let account = byRegion.get(region);
      if (!account) {
        account = {
          region,
          accountId: ACCOUNT_ID,
          sessions: new Map(),
          databases: new Map(),
          tags: new Map(),
        };
        byRegion.set(region, account);
      }
      return account;
    },
    all: () => byRegion.values(),
  };
}
