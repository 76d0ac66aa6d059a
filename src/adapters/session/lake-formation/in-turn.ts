/** Runs work under the same key one after the other, and under different keys side by side. */
export function inTurn(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    // The one before may have failed; that is its caller's to know.
    const mine = before.then(work, work);
    last.set(key, mine);
    return mine;
  };
}
