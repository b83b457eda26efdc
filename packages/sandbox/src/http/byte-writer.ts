/**
 * Collects texts as UTF-8. A text that is first joined to others, and encoded later, would survive the collections of
 * young objects.
 */
export class ByteWriter {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(INITIAL_BYTES);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  write(text: string): void {
    const needed = this.#length + text.length * MAX_UNIT_BYTES;
    if (needed > this.#bytes.length) this.#grow(needed);
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** Returns the bytes since the last call. */
  take(): Uint8Array<ArrayBuffer> {
    const written = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return written;
  }

  #grow(needed: number): void {
    const bytes = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
}

const INITIAL_BYTES = 131_072;

/** The most bytes that UTF-8 has for a UTF-16 code unit. */
const MAX_UNIT_BYTES = 3;
