const P1 = 0x9e3779b185ebca87n;
const P2 = 0xc2b2ae3d27d4eb4fn;
const P3 = 0x165667b19e3779f9n;
const P4 = 0x85ebca77c2b2ae63n;
const P5 = 0x27d4eb2f165667c5n;

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
const rotate = (value: bigint, by: bigint): bigint => wrap((value << by) | (value >> (64n - by)));

/** XXH64 as Spark computes it; results are signed 64 bits. */
export function xxhashInt(value: number, seed: bigint): bigint {
  const start = wrap(seed + P5 + 4n) ^ wrap(BigInt(value >>> 0) * P1);
  return finish(wrap(rotate(start, 23n) * P2 + P3));
}

export function xxhashLong(value: bigint, seed: bigint): bigint {
  return finish(mixLong(wrap(seed + P5 + 8n), wrap(value)));
}

export function xxhashBytes(bytes: Uint8Array, seed: bigint): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { length } = bytes;
  let at = 0;
  let hash = wrap(seed + P5);
  if (length >= 32) {
    const lanes = [seed + P1 + P2, seed + P2, seed, seed - P1].map(wrap);
    for (; at <= length - 32; at += 32) {
      for (let lane = 0; lane < 4; lane++) {
        lanes[lane] = round(lanes[lane] ?? 0n, view.getBigUint64(at + lane * 8, true));
      }
    }
    hash = merge(lanes);
  }
  hash = wrap(hash + BigInt(length));
  for (; at <= length - 8; at += 8) hash = mixLong(hash, view.getBigUint64(at, true));
  if (at <= length - 4) {
    hash = wrap(rotate(hash ^ wrap(BigInt(view.getUint32(at, true)) * P1), 23n) * P2 + P3);
    at += 4;
  }
  for (; at < length; at++)
    hash = wrap(rotate(hash ^ wrap(BigInt(view.getUint8(at)) * P5), 11n) * P1);
  return finish(hash);
}

function round(lane: bigint, block: bigint): bigint {
  return wrap(rotate(wrap(lane + wrap(block * P2)), 31n) * P1);
}

function merge(lanes: readonly bigint[]): bigint {
  const [a = 0n, b = 0n, c = 0n, d = 0n] = lanes;
  let hash = wrap(rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n));
  for (const lane of lanes) hash = wrap((hash ^ round(0n, lane)) * P1 + P4);
  return hash;
}

function mixLong(hash: bigint, block: bigint): bigint {
  return wrap(rotate(hash ^ round(0n, block), 27n) * P1 + P4);
}

function finish(value: bigint): bigint {
  let hash = value;
  hash = wrap((hash ^ (hash >> 33n)) * P2);
  hash = wrap((hash ^ (hash >> 29n)) * P3);
  return BigInt.asIntN(64, hash ^ (hash >> 32n));
}
