import { ContractViolation } from "../errors/contract-violation.js";
import { parseJson } from "../json.js";

interface ServerSentEvent {
  event: string;
  data: unknown;
  id: string;
  retry?: number;
}

/** Splits the bytes of a stream of events (WHATWG HTML, "Interpreting an event stream"). */
export class EventSplitter {
  readonly #maxEventBytes: number;
  readonly #dataFormat: "json" | undefined;
  // The decoder of Node.js also removes a second byte order mark if a chunk ends within the first.
  readonly #decoder: TextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #hasBegun = false;
  /** The text after the last line, and whether the line ended with a CR, which an LF may still follow. */
  #rest = "";
  #isAfterReturn = false;
  /** The number of characters in the lines of the incomplete event. */
  #length = 0;
  #data: string[] = [];
  #event = "";
  #id = "";
  #retry: number | undefined;

  constructor(maxEventBytes: number, dataFormat: "json" | undefined) {
    this.#maxEventBytes = maxEventBytes;
    this.#dataFormat = dataFormat;
  }

  /** Adds the next bytes; returns the events that they complete. Throws `ContractViolation`. */
  push(bytes: Uint8Array): unknown[] {
    let text = this.#decoder.decode(bytes, { stream: true });
    if (text === "") return [];
    if (!this.#hasBegun) text = text.replace(/^\uFEFF/, "");
    this.#hasBegun = true;
    if (this.#isAfterReturn && text.startsWith("\n")) text = text.slice(1);
    this.#isAfterReturn = text.endsWith("\r");
    const lines = text.split(/\r\n|\n|\r/);
    const events: unknown[] = [];
    for (const [index, part] of lines.entries()) {
      const line = index === 0 ? this.#rest + part : part;
      this.#length += part.length;
      if (this.#length > this.#maxEventBytes) {
        throw new ContractViolation(`an event exceeds ${this.#maxEventBytes} bytes (maxResponseBytes)`);
      }
      if (index === lines.length - 1) this.#rest = line;
      else if (line === "") events.push(...this.#dispatch());
      else this.#readLine(line);
    }
    return events;
  }

  /** An event without a blank line at its end is incomplete, and is dropped. */
  end(): unknown[] {
    return [];
  }

  // Fields, since the Babel preset of React Native knows no private methods before 0.73.
  readonly #readLine = (line: string): void => {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") this.#data.push(value);
    else if (field === "event") this.#event = value;
    else if (field === "id" && !value.includes("\0")) this.#id = value;
    else if (field === "retry" && /^\d+$/.test(value)) this.#retry = Number(value);
  };

  readonly #dispatch = (): [ServerSentEvent?] => {
    const [lines, event, retry] = [this.#data, this.#event, this.#retry];
    this.#data = [];
    this.#event = "";
    this.#length = 0;
    if (lines.length === 0) return [];
    this.#retry = undefined;
    const text = lines.join("\n");
    const data = this.#dataFormat === "json" ? parseJson(text) : text;
    if (data === undefined) throw new ContractViolation("the data of an event is not JSON");
    return [{ event: event || "message", data, id: this.#id, ...(retry !== undefined && { retry }) }];
  };
}
