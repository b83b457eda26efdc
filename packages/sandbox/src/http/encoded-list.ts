import { ByteWriter } from "./byte-writer.js";

/** A list of up to this many elements is sent with its tag and length; a longer list is generated while it is read. */
export const WHOLE_LIST_LIMIT = 500;

/** The size of a chunk of a list. */
const CHUNK_BYTES = 65_536;

/** All lists are written here, one chunk at a time: a buffer for each would be garbage afterwards. */
const writer = new ByteWriter();

/** A list as JSON, generated chunk by chunk. */
export class EncodedList {
  /** The number of elements so far. */
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
        // Yields early in a long list, so that the reader knows that it is long before more is generated.
        if (writer.length >= CHUNK_BYTES || this.length === WHOLE_LIST_LIMIT + 1) yield writer.take();
      }
      writer.write("]");
      yield writer.take();
    } finally {
      // Discards the text before an element that cannot be serialized, which would end up in another list.
      writer.take();
    }
  }
}
