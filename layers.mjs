/** Who may import whom. A row may only name rows above it; `npm run lint:layers` checks both. */
const base = ["errors", "util"];
const adapterBase = ["adapters/spark", "adapter", "manifest", "sql", "events", ...base];

export const LAYERS = {
  util: [],
  errors: ["util"],
  events: base,
  sql: base,
  yaml: base,
  jinja: base,
  dialect: ["jinja", ...base],
  manifest: ["sql", ...base],
  artifacts: ["manifest", ...base],
  adapter: ["manifest", "sql", ...base],
  "adapters/spark": ["adapter", "manifest", "sql", "events", ...base],
  "adapters/local": adapterBase,
  config: ["dialect", "jinja", "yaml", "manifest", "events", ...base],
  project: ["config", "yaml", "manifest", "events", ...base],
  packages: ["project", "config", "yaml", "events", ...base],
  context: ["dialect", "jinja", "config", "manifest", "adapter", "sql", "events", ...base],
  parse: ["context", "project", "config", "dialect", "jinja", "yaml", "manifest", "events", ...base],
  graph: ["manifest", ...base],
  select: ["graph", "config", "manifest", "events", ...base],
  compile: ["context", "config", "dialect", "graph", "jinja", "manifest", "adapter", "events", ...base],
  run: ["compile", "context", "config", "dialect", "graph", "manifest", "adapter", "sql", "events", ...base],
  commands: [
    "run", "compile", "select", "graph", "parse", "context", "packages", "project", "config",
    "artifacts", "adapter", "manifest", "events", ...base,
  ],
  cli: ["commands", "config", "adapter", "adapters/local", "manifest", "events", ...base],
};
