/** Hands over bytes, or the text that they are, as they come. */
export class ChunkSplitter {
  readonly #decoder: TextDecoder | undefined;

  constructor(decoder: TextDecoder | undefined) {
    this.#decoder = decoder;
  }

  push(bytes: Uint8Array): unknown[] {
    if (!this.#decoder) return [bytes];
    return this.#textOf(this.#decoder.decode(bytes, { stream: true }));
  }

  /** What is left of a character that is not complete. */
  end(): unknown[] {
    return this.#textOf(this.#decoder?.decode() ?? "");
  }

  #textOf(text: string): string[] {
    return text === "" ? [] : [text];
  }
}
