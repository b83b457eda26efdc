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

/** Two multiplicative hashes of 32 bits (cyrb53, in the public domain): `crypto.subtle` returns only promises. */
function hash(chunks: readonly Uint8Array[]): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (const chunk of chunks) {
    // Several times faster than the iterator of the bytes.
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      one = Math.imul(one ^ byte, 2_654_435_761);
      other = Math.imul(other ^ byte, 1_597_334_677);
    }
  }
  const mixed = [mix(one, other), mix(other, one)];
  return mixed.map((value) => value.toString(36)).join("");
}

function mix(value: number, other: number): number {
  const first = Math.imul(value ^ (value >>> 16), 2_246_822_507);
  return (first ^ Math.imul(other ^ (other >>> 13), 3_266_489_909)) >>> 0;
}
