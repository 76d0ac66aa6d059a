/** Every way to take one item of each pool, the last pool changing fastest. */
export function cartesian(pools: readonly (readonly unknown[])[]): unknown[][] {
  return pools.reduce<unknown[][]>(
    (rows, pool) => rows.flatMap((row) => pool.map((item) => [...row, item])),
    [[]],
  );
}

/** Every ordered choice of `count` items. */
export function arrangements(pool: readonly unknown[], count: number): unknown[][] {
  if (count === 0) return [[]];
  return pool.flatMap((item, index) =>
    arrangements(pool.toSpliced(index, 1), count - 1).map((rest) => [item, ...rest]),
  );
}

/** Every choice of `count` items in their order; an item may come again where `repeats`. */
export function selections(pool: readonly unknown[], count: number, repeats: boolean): unknown[][] {
  if (count === 0) return [[]];
  return pool.flatMap((item, index) =>
    selections(pool.slice(repeats ? index : index + 1), count - 1, repeats).map((rest) => [
      item,
      ...rest,
    ]),
  );
}
