import { malformed } from "./body.js";
import type { Call } from "./call.js";
import { ElementCutter } from "./element-cutter.js";
import type { Failure } from "./outcome.js";
import { type Download, readChunk } from "./stream.js";

/** Bytes that are cut and parsed at once: what an iterator holds beside the elements of one such piece. */
const PIECE_LENGTH = 2 ** 16;
const NO_BYTES: Uint8Array = /* @__PURE__ */ new Uint8Array();

/** Gives the elements of a download one at a time and reads on only when they are used up. */
export class ElementIterator implements AsyncIterator<unknown, undefined> {
  readonly #open: () => Promise<Download>;
  /** Ends the call for good and says what to throw. */
  readonly #fail: (call: Call, failure: Failure) => unknown;
  readonly #cutter = new ElementCutter();
  #download: Download | undefined;
  #bytes: Uint8Array = NO_BYTES;
  #elements: unknown[] = [];
  #next = 0;
  #refill: Promise<void> | undefined;
  #done = false;

  constructor(open: () => Promise<Download>, fail: (call: Call, failure: Failure) => unknown) {
    this.#open = open;
    this.#fail = fail;
  }

  next(): Promise<IteratorResult<unknown, undefined>> {
    if (this.#refill === undefined) {
      if (this.#next < this.#elements.length)
        return Promise.resolve({ done: false, value: this.#elements[this.#next++] });
      if (this.#done) return Promise.resolve({ done: true, value: undefined });
      this.#refill = this.#read().finally(() => {
        this.#refill = undefined;
      });
    }
    return this.#refill.then(() => this.next());
  }

  /** Called when the loop is left early: ends the download. */
  return(): Promise<IteratorResult<unknown, undefined>> {
    this.#close();
    return Promise.resolve({ done: true, value: undefined });
  }

  async #read(): Promise<void> {
    try {
      await this.#start();
      this.#elements = [];
      this.#next = 0;
      while (this.#elements.length === 0 && !this.#done) await this.#advance(this.#download as Download);
    } catch (error) {
      this.#close();
      throw error;
    }
  }

  async #start(): Promise<void> {
    if (this.#download) return;
    const download = await this.#open();
    this.#download = download;
    this.#bytes = download.first ?? NO_BYTES;
    // The loop may have been left while the request was under way.
    if (this.#done) this.#close();
  }

  /** Cuts the next piece of what has been downloaded, and downloads more where that is used up. */
  async #advance(download: Download): Promise<void> {
    if (this.#bytes.length === 0) {
      const bytes = await this.#fetch(download);
      if (this.#done) return;
      if (bytes === undefined) {
        this.#cut(download, () => this.#cutter.end());
        this.#close();
        return;
      }
      this.#bytes = bytes;
    }
    const piece = this.#bytes.subarray(0, PIECE_LENGTH);
    this.#bytes = this.#bytes.subarray(PIECE_LENGTH);
    this.#elements = this.#cut(download, () => this.#cutter.feed(piece));
  }

  async #fetch(download: Download): Promise<Uint8Array | undefined> {
    const { reader, call, deadline } = download;
    try {
      return reader && (await readChunk(reader, call, deadline));
    } catch (cause) {
      throw this.#fail(call, deadline.interruption ?? { kind: "connection", cause });
    }
  }

  #cut<Result>(download: Download, step: () => Result): Result {
    try {
      return step();
    } catch (error) {
      const preview = new TextDecoder().decode(download.first);
      throw this.#fail(
        download.call,
        malformed(download.response, `with a body that ${(error as Error).message}`, preview),
      );
    }
  }

  #close(): void {
    this.#done = true;
    this.#elements = [];
    this.#next = 0;
    this.#download?.reader?.cancel().catch(() => {});
    this.#download?.deadline.cancel();
  }
}
