/** The entity tag of a response. Weak, since it is the same for the compressed form. */
export function entityTag(chunks: readonly Uint8Array[]): string {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return `W/"${length.toString(36)}-${hash(chunks)}"`;
}

/** Whether the client already has the content of a tag (RFC 9110, section 13.1.2). */
export function hasEntityTag({ headers }: Request, tag: string): boolean {
  const known = headers.get("if-none-match") ?? "";
  if (known.trim() === "*") return true;
  const opaque = tag.replace(/^W\//, "");
  return [...known.matchAll(/"[^"]*"/g)].some(([text]) => text === opaque);
}

/** Two multiplicative hashes of 32 bits (after cyrb53, in the public domain): `crypto.subtle` returns only promises. */
function hash(chunks: readonly Uint8Array[]): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (const chunk of chunks) {
    const words = toWords(chunk);
    // Several times faster than the iterator of the words.
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] ?? 0;
      one = Math.imul(one ^ word, 2_654_435_761);
      other = Math.imul(other ^ word, 1_597_334_677);
      // Products carry bits upwards only; a shift brings the upper ones down again.
      one ^= one >>> 15;
      other ^= other >>> 13;
    }
  }
  const mixed = [mix(one, other), mix(other, one)];
  return mixed.map((value) => value.toString(36)).join("");
}

/** The bytes, four at a time: a first response is hashed by code that is not optimized yet. */
function toWords(chunk: Uint8Array): Uint32Array {
  const bytes = new Uint8Array(Math.ceil(chunk.length / 4) * 4);
  bytes.set(chunk);
  return new Uint32Array(bytes.buffer);
}

function mix(value: number, other: number): number {
  const first = Math.imul(value ^ (value >>> 16), 2_246_822_507);
  return (first ^ Math.imul(other ^ (other >>> 13), 3_266_489_909)) >>> 0;
}
