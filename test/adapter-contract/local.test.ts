import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import { adapterContract } from "./adapter-contract.ts";

adapterContract({ method: "local", make: () => createLocalAdapter({ path: ":memory:" }) });
