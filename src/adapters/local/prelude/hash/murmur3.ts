const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/** Spark's Murmur3_x86_32, whose tail bytes are mixed one by one. All results are signed 32 bits. */
export function murmurInt(value: number, seed: number): number {
  return finish(mixBlock(seed, value), 4);
}

export function murmurLong(value: bigint, seed: number): number {
  const low = Number(BigInt.asIntN(32, value));
  const high = Number(BigInt.asIntN(32, value >> 32n));
  return finish(mixBlock(mixBlock(seed, low), high), 8);
}

export function murmurBytes(bytes: Uint8Array, seed: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const aligned = bytes.length - (bytes.length % 4);
  let hash = seed;
  for (let at = 0; at < aligned; at += 4) hash = mixBlock(hash, view.getInt32(at, true));
  for (let at = aligned; at < bytes.length; at++) hash = mixBlock(hash, view.getInt8(at));
  return finish(hash, bytes.length);
}

function mixBlock(hash: number, block: number): number {
  const mixed = Math.imul(rotate(Math.imul(block, C1), 15), C2);
  return (Math.imul(rotate(hash ^ mixed, 13), 5) + 0xe6546b64) | 0;
}

function finish(hash: number, length: number): number {
  let value = hash ^ length;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) | 0;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
