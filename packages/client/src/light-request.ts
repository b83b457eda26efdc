import type { Call } from "./call.js";
import type { Settled } from "./settle.js";

/**
 * What the engine builds in place of a `Request`: it takes what was built into the call. A real one costs more than the
 * rest of the call, and its mere mention makes Node load its HTTP stack.
 */
export class LightRequest {
  readonly method: string;
  readonly call: Call;

  constructor(url: string, { method, body, call }: { method: string; body: string | undefined; call: Call }) {
    this.method = method;
    this.call = call;
    call.target = url;
    call.body = body;
  }
}

/** What the engine gets in place of a `Response`: a success whose body, read and parsed already, is how the call ended. */
export class LightAnswer {
  readonly ok = true;
  readonly status = 200;
  /** Any `Content-Length` above 0 lets the engine ask for `json` at once. */
  readonly headers: { get(): string } = { get: () => "1" };
  readonly #settled: Settled;

  constructor(settled: Settled) {
    this.#settled = settled;
  }

  json(): Settled {
    return this.#settled;
  }
}
