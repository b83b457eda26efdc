import { ContractViolation } from "../errors/contract-violation.js";
import { parseJson } from "../json.js";
import type { Splitter } from "../media/create-splitter.js";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** Space, tab, line feed and carriage return. */
const BLANKS: readonly unknown[] = [0x20, 0x09, 0x0a, 0x0d];

/**
 * Splits the bytes of a JSON array into its elements and parses each run of whole elements at once. It scans only for
 * strings, brackets and commas: `JSON.parse` validates the text between two commas.
 */
// Not a class, since the Babel preset of React Native knows no private methods before 0.73.
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: functions that share a state, as the methods of a class
export function createJsonArraySplitter(maxElementBytes: number): Splitter {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  /** The number of open brackets, including the array's own; -1 before the array, 0 after it. */
  let depth = -1;
  let inString = false;
  /** Whether the bytes so far end between the two characters of an escape. */
  let escaped = false;
  /** The bytes since the last flush, and their number. */
  let parts: Uint8Array[] = [];
  let partsLength = 0;
  let hasFlushed = false;
  let bomBytes = 0;
  /** The number of bytes before this chunk. */
  let offset = 0;

  function push(bytes: Uint8Array): unknown[] {
    const start = depth < 0 ? findArray(bytes) : 0;
    const elements = depth > 0 ? split(bytes, start) : skipBlanks(bytes, start);
    offset += bytes.length;
    return elements;
  }

  /** Skips a byte order mark and blanks; returns the index at which the elements begin. */
  function findArray(bytes: Uint8Array): number {
    for (const [index, byte] of bytes.entries()) {
      if (byte === 0x5b /* [ */ && bomBytes % BYTE_ORDER_MARK.length === 0) {
        depth = 1;
        return index + 1;
      }
      const isBom = offset + index === bomBytes && byte === BYTE_ORDER_MARK[bomBytes];
      if (isBom) bomBytes += 1;
      else if (!BLANKS.includes(byte)) fail(index);
    }
    return bytes.length;
  }

  /** Returns the elements up to the last comma between two elements, or to the end of the array. */
  function split(bytes: Uint8Array, start: number): unknown[] {
    const { comma, end } = scan(bytes, start);
    if (end !== undefined) {
      const elements = flush(bytes.subarray(start, end));
      skipBlanks(bytes, end + 1);
      return elements;
    }

    const elements = comma === undefined ? [] : flush(bytes.subarray(start, comma));
    const rest = bytes.subarray(comma === undefined ? start : comma + 1);
    parts.push(rest);
    partsLength += rest.length;
    if (partsLength > maxElementBytes) {
      throw new ContractViolation(`an element exceeds ${maxElementBytes} bytes (maxResponseBytes)`);
    }
    return elements;
  }

  /** Finds the last comma between two elements, and the bracket that ends the array. */
  function scan(bytes: Uint8Array, start: number): { comma?: number | undefined; end?: number } {
    let level = depth;
    let comma: number | undefined;
    for (let index = inString ? skipString(bytes, start) + 1 : start; index < bytes.length; index++) {
      const byte = bytes[index] as number;
      if (byte === 0x22 /* " */) index = skipString(bytes, index + 1);
      else if (byte === 0x2c /* , */) comma = level === 1 ? index : comma;
      // Most other bytes, of numbers and between keys and values, are below the brackets.
      else if (byte < 0x5b) continue;
      else if (byte === 0x7b /* { */ || byte === 0x5b /* [ */) level += 1;
      else if (byte === 0x7d /* } */ || byte === 0x5d /* ] */) {
        level -= 1;
        if (level > 0) continue;
        if (byte === 0x7d) fail(index);
        depth = 0;
        return { end: index };
      }
    }
    depth = level;
    return { comma };
  }

  /** Skips the rest of a string: returns the index of the quote that ends it, or the length of the bytes. */
  function skipString(bytes: Uint8Array, start: number): number {
    let index = escaped ? start + 1 : start;
    while (index < bytes.length && bytes[index] !== 0x22) index += bytes[index] === 0x5c /* \ */ ? 2 : 1;
    inString = index >= bytes.length;
    escaped = index > bytes.length;
    return index;
  }

  /** Parses the bytes since the last flush as elements. Only a whole array can have none. */
  function flush(bytes: Uint8Array): unknown[] {
    let text = "";
    for (const part of parts) text += decoder.decode(part, { stream: true });
    parts = [];
    partsLength = 0;
    const elements = parseJson(`[${text}${decoder.decode(bytes)}]`) as unknown[] | undefined;
    const mayBeEmpty = depth === 0 && !hasFlushed;
    if (!elements || (elements.length === 0 && !mayBeEmpty)) fail(0);
    hasFlushed = true;
    return elements;
  }

  function skipBlanks(bytes: Uint8Array, start: number): [] {
    for (let index = start; index < bytes.length; index++) if (!BLANKS.includes(bytes[index])) fail(index);
    return [];
  }

  function fail(index: number): never {
    throw new ContractViolation(`the body is not a JSON array near byte ${offset + index}`);
  }

  return {
    push,
    end() {
      return depth === 0 ? [] : fail(0);
    },
  };
}
