import { ByteWriter } from "./byte-writer.js";

/** A list of up to this many elements is sent with its tag and length; a longer one is made while it is read. */
export const WHOLE_LIST_LIMIT = 500;

/** How much of a list is handed over at a time. */
const CHUNK_BYTES = 65_536;

/** All lists are written here, one chunk at a time: room of their own would be garbage after each. */
const writer = new ByteWriter();

/** A list as JSON, made chunk by chunk. */
export class EncodedList {
  /** How many elements have been made. */
  length = 0;
  readonly chunks: Generator<Uint8Array<ArrayBuffer>, void>;

  constructor(elements: Iterable<unknown>, serialize: (element: unknown) => string) {
    this.chunks = this.#encode(elements, serialize);
  }

  *#encode(
    elements: Iterable<unknown>,
    serialize: (element: unknown) => string,
  ): Generator<Uint8Array<ArrayBuffer>, void> {
    try {
      writer.write("[");
      for (const element of elements) {
        if (this.length > 0) writer.write(",");
        writer.write(serialize(element));
        this.length += 1;
        // It shows early that a list is long, so that no more is made than is read.
        if (writer.length >= CHUNK_BYTES || this.length === WHOLE_LIST_LIMIT + 1) yield writer.take();
      }
      writer.write("]");
      yield writer.take();
    } finally {
      // What was written before an element that cannot be made belongs to no other list.
      writer.take();
    }
  }
}
