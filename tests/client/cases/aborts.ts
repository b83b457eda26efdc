import type { Case, ScriptedResponse } from "./case.ts";
import { operationIds, samples } from "./operations.ts";

const because = new Error("the user left");
/** `abort(undefined)` creates a reason of its own, which is not falsy. */
const reasons: (readonly [name: string, reason: unknown])[] = [
  ["an error", because],
  ["a text", "left"],
  ["0", 0],
  ["an empty text", ""],
  ["false", false],
  ["null", null],
  ["NaN", Number.NaN],
  ["an object", { code: 1 }],
];

const stages: (readonly [stage: string, one: Pick<Case, "responses" | "client" | "abort" | "requests" | "takesMs">])[] =
  [
    ["before the call", { abort: { at: "before" } }],
    ["while the key function is pending", { client: { apiKey: () => new Promise(() => {}) }, abort: { at: 30 } }],
    [
      "while the headers are awaited",
      { responses: [{ stallsAfter: "nothing" }], abort: { at: 30 }, requests: ["GET /leads"] },
    ],
    [
      "while the body arrives",
      { responses: [{ body: "[1,2]", stallsAfter: 2 }], abort: { at: 30 }, requests: ["GET /leads"] },
    ],
    [
      "while the body of an error arrives",
      { responses: [{ status: 400, body: "abc", stallsAfter: 2 }], abort: { at: 30 }, requests: ["GET /leads"] },
    ],
    [
      "while it waits to be retried",
      {
        client: { retries: { baseDelayMs: 8_000 } },
        responses: [{ status: 429, headers: { "retry-after": "9" } }],
        abort: { at: 30 },
        requests: ["GET /leads"],
        takesMs: 30,
      },
    ],
  ];

/** The first stages, before and during a call: later ones differ in what they wait for only. */
const STAGES_OF_EVERY_REASON = 2;

export const aborts: Case[] = [
  ...stages.flatMap(([stage, one], index) =>
    (index < STAGES_OF_EVERY_REASON ? reasons : reasons.slice(0, 1)).flatMap(([name, reason]) =>
      (["method", "safe", "stream"] as const).map(
        (by): Case => ({
          ...one,
          // In memory only: the reasons make no difference on the network.
          ...(reason !== because && { on: "memory" }),
          by,
          title: "an abort rejects with its reason",
          name: `${by} ${stage}, ${name}`,
          abort: { at: one.abort?.at ?? 0, reason },
          expect: { reason },
        }),
      ),
    ),
  ),
  ...operationIds.map((operation): Case => {
    const { input, response } = samples[operation];
    return {
      title: "a call that is aborted before it starts sends nothing, even when fetch ignores its signal",
      name: operation,
      operation,
      input,
      on: "memory",
      abort: { at: "before", reason: because },
      responses: [{ ...response, ignoresSignal: true }] satisfies ScriptedResponse[],
      expect: { reason: because },
    };
  }),
  {
    title: "an abort rejects at once while a fetch that ignores its signal is running",
    on: "memory",
    abort: { at: 30, reason: because },
    responses: [{ stallsAfter: "nothing", ignoresSignal: true }],
    requests: ["GET /leads"],
    expect: { reason: because },
    takesMs: 30,
  },
];
