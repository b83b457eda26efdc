const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Cuts the bytes of a JSON array between its elements and parses each run of whole elements at once. It looks for
 * strings, brackets and commas only: what stands between two cuts is judged by `JSON.parse`.
 */
export class ElementCutter {
  /** Brackets that are open, the array's own among them; -1 before it, 0 behind it. */
  #depth = -1;
  #inString = false;
  /** The last chunk ended between the two characters of an escape. */
  #escaped = false;
  /** What has come since the last cut. */
  #rest: Uint8Array[] = [];
  #hasCut = false;
  /** Bytes before the current chunk. */
  #offset = 0;

  /** Takes the next bytes and returns the elements that they complete. Throws an `Error` that says why and where. */
  feed(chunk: Uint8Array): unknown[] {
    let elements: unknown[] = [];
    let index = this.#depth < 0 ? this.#enter(chunk) : 0;
    if (this.#depth > 0) {
      const { cut, end } = this.#scan(chunk, index);
      if (cut >= 0) {
        elements = this.#take(chunk.subarray(index, cut));
        if (elements.length === 0) this.#fail("lacks an element", cut);
        this.#hasCut = true;
        index = cut + 1;
      }
      if (end >= 0) {
        const last = this.#take(chunk.subarray(index, end));
        if (last.length === 0 && this.#hasCut) this.#fail("lacks an element", end);
        elements = elements.length > 0 ? elements.concat(last) : last;
        index = end + 1;
      } else {
        this.#rest.push(chunk.subarray(index));
      }
    }
    if (this.#depth === 0) this.#leave(chunk, index);
    this.#offset += chunk.length;
    return elements;
  }

  /** Says that no more bytes come. Throws where the array is not complete. */
  end(): void {
    if (this.#depth !== 0) this.#fail(this.#depth < 0 ? "holds no array" : "ends inside the array", 0);
  }

  /** Skips what may stand before the array; returns the index behind its bracket. */
  #enter(chunk: Uint8Array): number {
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index];
      if (byte === OPEN_BRACKET) {
        this.#depth = 1;
        return index + 1;
      }
      if (!isSpace(byte) && byte !== BYTE_ORDER_MARK[this.#offset + index]) this.#fail("holds no array", index);
    }
    return chunk.length;
  }

  /** Finds the last comma between two elements, and the array's end; -1 where there is none. */
  #scan(chunk: Uint8Array, from: number): { cut: number; end: number } {
    let cut = -1;
    for (let index = from; index < chunk.length; index++) {
      if (this.#inString) {
        index = this.#closeString(chunk, index);
        continue;
      }
      const byte = chunk[index];
      if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.#depth += 1;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        this.#depth -= 1;
        if (this.#depth === 0) {
          if (byte === CLOSE_BRACE) this.#fail("closes the array with a brace", index);
          return { cut, end: index };
        }
      } else if (byte === COMMA && this.#depth === 1) cut = index;
    }
    return { cut, end: -1 };
  }

  /** Leaps to the quote that ends the string; returns its index, or the chunk's last where the string goes on. */
  #closeString(chunk: Uint8Array, from: number): number {
    let start = from;
    if (this.#escaped) {
      this.#escaped = false;
      start += 1;
    }
    for (;;) {
      const quote = chunk.indexOf(QUOTE, start);
      const end = quote < 0 ? chunk.length : quote;
      let backslashes = 0;
      while (end - backslashes > start && chunk[end - backslashes - 1] === BACKSLASH) backslashes += 1;
      const escapes = backslashes % 2 === 1;
      if (quote < 0) {
        this.#escaped = escapes;
        return end - 1;
      }
      if (!escapes) {
        this.#inString = false;
        return quote;
      }
      start = quote + 1;
    }
  }

  /** Parses all bytes since the last cut. */
  #take(bytes: Uint8Array): unknown[] {
    const text = decode(this.#rest.length > 0 ? concat([...this.#rest, bytes]) : bytes);
    this.#rest = [];
    try {
      return JSON.parse(`[${text}]`) as unknown[];
    } catch {
      // The parser's own message quotes the text, which may be personal.
      return this.#fail("holds an element that is not JSON", 0);
    }
  }

  #leave(chunk: Uint8Array, from: number): void {
    for (let index = from; index < chunk.length; index++) {
      if (!isSpace(chunk[index])) this.#fail("goes on behind the array", index);
    }
  }

  #fail(why: string, index: number): never {
    throw new Error(`${why}, near byte ${this.#offset + index}`);
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
