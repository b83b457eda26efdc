/** Returns bytes, or their text, as they arrive. */
export class ChunkSplitter {
  readonly #decoder: TextDecoder | undefined;

  constructor(decoder: TextDecoder | undefined) {
    this.#decoder = decoder;
  }

  push(bytes: Uint8Array): unknown[] {
    if (!this.#decoder) return [bytes];
    return textOf(this.#decoder.decode(bytes, { stream: true }));
  }

  /** Returns the rest of an incomplete character. */
  end(): unknown[] {
    return textOf(this.#decoder?.decode() ?? "");
  }
}

function textOf(text: string): string[] {
  return text === "" ? [] : [text];
}
