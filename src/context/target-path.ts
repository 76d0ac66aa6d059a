import type { ResourceBase } from "../manifest/node-parts.ts";

/**
 * Where a node's SQL is written, with forward slashes: `target/compiled/<package>/<file>` for a node
 * that is a whole file, `.../<file>/<node path>` for one of several in a file. Snapshots always have
 * a file of their own.
 *
 * @param suffix - the start of a microbatch's batch: `<stem>/<stem>_<suffix>.sql`
 */
export function targetPath(
  node: ResourceBase & { readonly resource_type: string },
  folder: { readonly target: string; readonly kind: "compiled" | "run" },
  suffix?: string,
): string {
  const file = suffix === undefined ? fileOf(node) : batchFile(fileOf(node), suffix);
  return [folder.target.replace(/\/+$/, ""), folder.kind, node.package_name, file].join("/");
}

function fileOf(node: ResourceBase & { readonly resource_type: string }): string {
  const original = slashes(node.original_file_path);
  if (node.resource_type === "snapshot") return `${original}/${node.name}.sql`;
  const path = slashes(node.path);
  return baseName(path) === baseName(original) ? original : `${original}/${path}`;
}

function batchFile(file: string, suffix: string): string {
  const slash = file.lastIndexOf("/") + 1;
  const dot = file.lastIndexOf(".");
  const stem = dot > slash ? file.slice(slash, dot) : file.slice(slash);
  const extension = dot > slash ? file.slice(dot) : "";
  return `${file.slice(0, slash)}${stem}/${stem}_${suffix}${extension}`;
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
