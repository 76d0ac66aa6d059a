/** `staging/erp/orders.sql` in package `shop` -> `["shop", "staging", "erp"]` */
export function fqnPrefix(packageName: string, path: string): string[] {
  return [packageName, ...foldersOf(path)];
}

/** The folders of a path with forward slashes. */
export function foldersOf(path: string): string[] {
  return path
    .split("/")
    .slice(0, -1)
    .filter((part) => part !== "");
}

/** `staging/orders.sql` -> `orders` */
export function fileStem(path: string): string {
  const base = path.slice(path.lastIndexOf("/") + 1);
  const dot = base.lastIndexOf(".");
  return dot <= 0 ? base : base.slice(0, dot);
}

/** The fqn prefix of what a properties file defines: without the resource folder it lies in. */
export function propertiesFqnPrefix(packageName: string, originalFilePath: string): string[] {
  return [packageName, ...foldersOf(originalFilePath).slice(1)];
}
