import { LAYERS } from "../../layers.mjs";

/** Folders that all others may use: drawing them would hide the rest. */
const quiet = new Set(["util", "errors", "events"]);

/** The layer table as a mermaid flowchart: an arrow only where no longer path says the same. */
export function layersDiagram() {
  const lines = ["flowchart TD"];
  for (const [name, used] of Object.entries(LAYERS)) {
    if (quiet.has(name)) continue;
    for (const target of used) {
      const implied = used.some((other) => other !== target && reaches(other, target));
      if (!quiet.has(target) && !implied) lines.push(`  ${id(name)} --> ${id(target)}`);
    }
  }
  return lines.join("\n");
}

const id = (name) => name.replace(/\W/g, "_");

function reaches(from, to, seen = new Set()) {
  return LAYERS[from].some(
    (next) => next === to || (!seen.has(next) && seen.add(next) && reaches(next, to, seen)),
  );
}
