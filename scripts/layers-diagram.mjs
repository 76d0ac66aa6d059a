import { LAYERS } from "../layers.mjs";
// transitive reduction: draw an arrow only where no longer path says the same
const reach = (a, b, seen = new Set()) =>
  LAYERS[a].some((x) => x === b || (!seen.has(x) && seen.add(x) && reach(x, b, seen)));
const quiet = new Set(["util", "errors", "events"]);
console.log("flowchart TD");
for (const [n, used] of Object.entries(LAYERS))
  for (const u of used)
    if (!quiet.has(u) && !quiet.has(n) && !used.some((v) => v !== u && reach(v, u)))
      console.log(`  ${n.replace("/", "_")} --> ${u.replace("/", "_")}`);
