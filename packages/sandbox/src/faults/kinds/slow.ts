import { toResponse } from "../../http/to-response.js";
import type { FaultKindModule } from "../fault-kind.js";
import { numberField } from "../fields.js";
import { sleep } from "../sleep.js";

/** The body comes slowly. */
export interface SlowFault {
  readonly kind: "slow";
  readonly bytesPerSecond: number;
}

/** How often a part of the body is sent; a body of a byte per second is sent byte by byte. */
const PARTS_PER_SECOND = 20;

export const slowFault: FaultKindModule<SlowFault> = {
  title: "Slow body",
  summary: "the body comes with 10 000 bytes per second",
  fields: [numberField({ name: "bytesPerSecond", label: "Bytes per second", value: "10000", minimum: 1 })],
  appliedByDefault: true,
  describe: ({ bytesPerSecond }) => `Body with ${bytesPerSecond} bytes per second`,
  inject({ bytesPerSecond }, { response, signal }) {
    const { body, status, headers } = toResponse(response);
    return new Response(body && slowBody(body, bytesPerSecond, signal), { status, headers });
  },
};

function slowBody(
  body: ReadableStream<Uint8Array>,
  bytesPerSecond: number,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const size = Math.max(1, Math.ceil(bytesPerSecond / PARTS_PER_SECOND));
  let rest: Uint8Array = new Uint8Array();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (rest.length === 0) {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          rest = value;
        }
        const part = rest.slice(0, size);
        rest = rest.subarray(size);
        await sleep((1000 * part.length) / bytesPerSecond, signal);
        controller.enqueue(part);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
