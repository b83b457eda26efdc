import type { Call } from "../request/call.js";
import type { Deadline } from "./deadline.js";
import type { Success } from "./outcome.js";
import { cancelReader, openBody, toBytes } from "./read-body.js";

/** A body whose first bytes have arrived: before that, the call could be retried; afterwards, it cannot. */
export interface Download {
  readonly response: Response;
  readonly deadline: Deadline;
  readonly first: Uint8Array | undefined;
  /** Reads the next bytes, within `timeoutMs`; undefined at the end. The timeout runs only during a read. */
  read(): Promise<Uint8Array | undefined>;
  /** Cancels the download. */
  cancel(): void;
}

/** Waits for the first bytes of a success; the consumer reads the rest. */
export async function openDownload(call: Call, response: Response, deadline: Deadline): Promise<Success> {
  const { timeoutMs } = call.settings;
  const reader = openBody(response);
  const read = async (): Promise<Uint8Array | undefined> => {
    deadline.start("timeoutMs", timeoutMs);
    const { done, value } = await deadline.race(reader.read(), () => cancelReader(reader));
    deadline.stop();
    return done ? undefined : toBytes(value);
  };
  const cancel = (): void => {
    cancelReader(reader);
    deadline.cancel();
  };
  const data: Download = { response, deadline, first: await read(), read, cancel };
  return { kind: "success", response, data, text: "" };
}
