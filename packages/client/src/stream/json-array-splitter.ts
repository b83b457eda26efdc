import { parseJson } from "../json.js";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The bytes are not a JSON array. The message never quotes them, since they may be personal. */
export class InvalidJsonArray extends Error {}

/**
 * Splits the bytes of a JSON array into its elements and parses each run of whole elements at once. It scans only for
 * strings, brackets and commas: `JSON.parse` validates the text between two commas.
 */
export class JsonArraySplitter {
  readonly #maxElementBytes: number;
  readonly #decoder: TextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
  /** The number of open brackets, including the array's own; -1 before the array, 0 after it. */
  #depth = -1;
  #inString = false;
  /** Whether the bytes so far end between the two characters of an escape. */
  #escaped = false;
  /** The bytes since the last flush, and their number. */
  #rest: Uint8Array[] = [];
  #restLength = 0;
  #hasFlushed = false;
  #bomBytes = 0;
  /** The number of bytes before this chunk. */
  #offset = 0;

  constructor(maxElementBytes: number) {
    this.#maxElementBytes = maxElementBytes;
  }

  /** Adds the next bytes; returns the elements that they complete. Throws `InvalidJsonArray`. */
  push(bytes: Uint8Array): unknown[] {
    const start = this.#depth < 0 ? this.#findArray(bytes) : 0;
    const elements = this.#depth > 0 ? this.#split(bytes, start) : this.#skipBlanks(bytes, start);
    this.#offset += bytes.length;
    return elements;
  }

  /** Must be called after the last bytes. Throws `InvalidJsonArray` if the array is truncated. */
  end(): void {
    if (this.#depth !== 0) this.#fail(0);
  }

  /** Skips a byte order mark and blanks; returns the index at which the elements begin. */
  #findArray(bytes: Uint8Array): number {
    for (const [index, byte] of bytes.entries()) {
      if (byte === 0x5b /* [ */ && this.#bomBytes % BYTE_ORDER_MARK.length === 0) {
        this.#depth = 1;
        return index + 1;
      }
      const isBom = this.#offset + index === this.#bomBytes && byte === BYTE_ORDER_MARK[this.#bomBytes];
      if (isBom) this.#bomBytes += 1;
      else if (!isBlank(byte)) this.#fail(index);
    }
    return bytes.length;
  }

  /** Returns the elements up to the last comma between two elements, or to the end of the array. */
  #split(bytes: Uint8Array, start: number): unknown[] {
    const { comma, end } = this.#scan(bytes, start);
    if (end !== undefined) {
      const elements = this.#flush(bytes.subarray(start, end));
      this.#skipBlanks(bytes, end + 1);
      return elements;
    }

    const elements = comma === undefined ? [] : this.#flush(bytes.subarray(start, comma));
    const rest = bytes.subarray(comma === undefined ? start : comma + 1);
    this.#rest.push(rest);
    this.#restLength += rest.length;
    if (this.#restLength > this.#maxElementBytes) {
      throw new InvalidJsonArray(`an element exceeds ${this.#maxElementBytes} bytes (maxResponseBytes)`);
    }
    return elements;
  }

  /** Finds the last comma between two elements, and the bracket that ends the array. */
  #scan(bytes: Uint8Array, start: number): { comma?: number | undefined; end?: number } {
    let depth = this.#depth;
    let comma: number | undefined;
    for (let index = this.#inString ? this.#skipString(bytes, start) + 1 : start; index < bytes.length; index++) {
      const byte = bytes[index] as number;
      if (byte === 0x22 /* " */) index = this.#skipString(bytes, index + 1);
      else if (byte === 0x2c /* , */) comma = depth === 1 ? index : comma;
      // Most other bytes, of numbers and between keys and values, are below the brackets.
      else if (byte < 0x5b) continue;
      else if (byte === 0x7b /* { */ || byte === 0x5b /* [ */) depth += 1;
      else if (byte === 0x7d /* } */ || byte === 0x5d /* ] */) {
        depth -= 1;
        if (depth > 0) continue;
        if (byte === 0x7d) this.#fail(index);
        this.#depth = 0;
        return { end: index };
      }
    }
    this.#depth = depth;
    return { comma };
  }

  /** Skips the rest of a string: returns the index of the quote that ends it, or the length of the bytes. */
  #skipString(bytes: Uint8Array, start: number): number {
    let index = this.#escaped ? start + 1 : start;
    this.#inString = true;
    while (index < bytes.length) {
      const byte = bytes[index];
      if (byte === 0x22) {
        this.#inString = false;
        break;
      }
      index += byte === 0x5c /* \ */ ? 2 : 1;
    }
    this.#escaped = index > bytes.length;
    return index;
  }

  /** Parses the bytes since the last flush as elements. Only a whole array can have none. */
  #flush(bytes: Uint8Array): unknown[] {
    let text = "";
    for (const part of this.#rest) text += this.#decoder.decode(part, { stream: true });
    this.#rest = [];
    this.#restLength = 0;
    const elements = parseJson(`[${text}${this.#decoder.decode(bytes)}]`) as unknown[] | undefined;
    const mayBeEmpty = this.#depth === 0 && !this.#hasFlushed;
    if (!elements || (elements.length === 0 && !mayBeEmpty)) this.#fail(0);
    this.#hasFlushed = true;
    return elements;
  }

  #skipBlanks(bytes: Uint8Array, start: number): [] {
    for (let index = start; index < bytes.length; index++) if (!isBlank(bytes[index])) this.#fail(index);
    return [];
  }

  #fail(index: number): never {
    throw new InvalidJsonArray(`the body is not a JSON array near byte ${this.#offset + index}`);
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
