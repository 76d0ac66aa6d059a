/** Reads all pages of a list: `page` gives the items behind a token, and the next token. */
export async function allPages<T>(
  page: (token: string | undefined) => Promise<readonly [T[], string | undefined]>,
): Promise<T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const [items, next] = await page(token);
    all.push(...items);
    token = next;
  } while (token !== undefined);
  return all;
}
