import { parseJson } from "./json.js";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Says what is wrong with the bytes, as the rest of a sentence. It never quotes them: they may be personal. */
export class CutError extends Error {}

export interface ElementCutter {
  /** Takes the next bytes; returns the elements that they complete. Throws `CutError`. */
  feed(bytes: Uint8Array): unknown[];
  /** Says that no more bytes come. Throws `CutError` where the array is not complete. */
  end(): void;
}

/**
 * Cuts the bytes of a JSON array between its elements and parses each run of whole elements at once. It looks for
 * strings, brackets and commas only: what stands between two cuts is judged by `JSON.parse`.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: functions over one state
export function createElementCutter(maxElementBytes: number = Number.POSITIVE_INFINITY): ElementCutter {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  /** Brackets that are open, the array's own among them; -1 before it. */
  let depth = -1;
  let inString = false;
  /** Whether the bytes so far end between the two characters of an escape. */
  let escaped = false;
  /** What has come since the last cut. */
  let rest: Uint8Array[] = [];
  let hasCut = false;
  /** How many bytes `rest` has. */
  let held = 0;
  /** Bytes of a byte order mark so far. */
  let marks = 0;
  /** How many bytes have been fed before. */
  let offset = 0;

  function feed(bytes: Uint8Array): unknown[] {
    let elements: unknown[] = [];
    let start = 0;
    let cut = -1;
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] as number;
      if (inString) index = findStringEnd(bytes, index);
      else if (depth > 0) {
        if (byte === 0x22 /* " */) {
          inString = true;
          index = findStringEnd(bytes, index + 1);
        } else if (byte === 0x2c /* , */ && depth === 1) cut = index;
        // Most others, of numbers and between keys and values, are below the brackets.
        else if (byte < 0x5b) continue;
        else if (byte === 0x7b /* { */ || byte === 0x5b /* [ */) depth += 1;
        else if (byte === 0x7d /* } */ || byte === 0x5d /* ] */) {
          depth -= 1;
          if (depth) continue;
          if (byte === 0x7d) fail(index);
          elements = take(bytes.subarray(start, index), !hasCut);
        }
      } else if (byte === 0x5b && depth && marks % 3 === 0) {
        depth = 1;
        start = index + 1;
      } else if (offset + index === marks && byte === BYTE_ORDER_MARK[marks]) marks += 1;
      else if (!isBlank(byte)) fail(index);
    }
    if (depth > 0) {
      if (cut >= 0) {
        elements = take(bytes.subarray(start, cut), false);
        hasCut = true;
        start = cut + 1;
      }
      rest.push(bytes.subarray(start));
      held += bytes.length - start;
      if (held > maxElementBytes) {
        throw new CutError(`an element exceeds ${maxElementBytes} bytes (maxResponseBytes)`);
      }
    }
    offset += bytes.length;
    return elements;
  }

  /** Looks through a string: the index of the quote that ends it, or the length of the bytes where it goes on. */
  function findStringEnd(bytes: Uint8Array, from: number): number {
    let index = escaped ? from + 1 : from;
    while (index < bytes.length) {
      const byte = bytes[index];
      if (byte === 0x22) {
        inString = false;
        break;
      }
      index += byte === 0x5c /* \ */ ? 2 : 1;
    }
    escaped = index > bytes.length;
    return index;
  }

  /** Parses what has come since the last cut. */
  function take(bytes: Uint8Array, mayBeEmpty: boolean): unknown[] {
    let text = "";
    for (const part of rest) text += decoder.decode(part, { stream: true });
    rest = [];
    held = 0;
    const elements = parseJson(`[${text}${decoder.decode(bytes)}]`) as unknown[] | undefined;
    if (!elements || (!elements.length && !mayBeEmpty)) fail(0);
    return elements;
  }

  function end(): void {
    if (depth) fail(0);
  }

  function fail(index: number): never {
    throw new CutError(`the body is not a JSON array near byte ${offset + index}`);
  }

  return { feed, end };
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
