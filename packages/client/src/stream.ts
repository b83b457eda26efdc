import type { Call } from "./call.js";
import type { Deadline } from "./deadline.js";
import type { Success } from "./outcome.js";

/** A download whose first bytes are here: until then an attempt may be repeated, from then on not. */
export interface Download {
  readonly call: Call;
  readonly response: Response;
  readonly reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly deadline: Deadline;
  readonly first: Uint8Array | undefined;
}

/** Waits for the first bytes of a success; the rest stays where it is until somebody asks for it. */
export async function openStream(call: Call, response: Response, deadline: Deadline): Promise<Success> {
  const reader = response.body?.getReader();
  const first = reader && (await readChunk(reader, call, deadline));
  const data: Download = { call, response, reader, deadline, first };
  return { kind: "success", response, data, text: "" };
}

/** Waits for the next bytes, within `timeoutMs`; undefined at the end. The clock stands still outside of this. */
export async function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { limits: { timeoutMs } }: Call,
  deadline: Deadline,
): Promise<Uint8Array | undefined> {
  deadline.start(timeoutMs, "timeoutMs", timeoutMs);
  const { value } = await deadline.guard(reader.read());
  deadline.stop();
  return value;
}
