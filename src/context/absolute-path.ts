/** A path inside the project, or an absolute one as it is. Only text; never touches disk. */
export function absolutePath(root: string, path: string): string {
  return /^(?:[\\/]|[A-Za-z]:)/.test(path) ? path : `${root.replace(/[\\/]+$/, "")}/${path}`;
}
