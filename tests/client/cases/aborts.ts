import type { Answer, Case } from "./case.ts";
import { operationIds, samples } from "./operations.ts";

const because = new Error("the user left");
/** `abort(undefined)` makes a reason of its own, which is not falsy. */
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

const stages: (readonly [stage: string, one: Pick<Case, "answers" | "client" | "abort" | "requests" | "takesMs">])[] = [
  ["before the call", { abort: { at: "before" } }],
  ["while the key function is asked", { client: { apiKey: () => new Promise(() => {}) }, abort: { at: 30 } }],
  [
    "while the headers are awaited",
    { answers: [{ stallsAfter: "nothing" }], abort: { at: 30 }, requests: ["GET /leads"] },
  ],
  [
    "while the body comes",
    { answers: [{ body: "[1,2]", stallsAfter: 2 }], abort: { at: 30 }, requests: ["GET /leads"] },
  ],
  [
    "while the body of an error comes",
    { answers: [{ status: 400, body: "abc", stallsAfter: 2 }], abort: { at: 30 }, requests: ["GET /leads"] },
  ],
  [
    "while it waits to be sent again",
    {
      client: { retries: { baseDelayMs: 8_000 } },
      answers: [{ status: 429, headers: { "retry-after": "9" } }],
      abort: { at: 30 },
      requests: ["GET /leads"],
      takesMs: 30,
    },
  ],
];

export const aborts: Case[] = [
  ...stages.flatMap(([stage, one]) =>
    reasons.flatMap(([name, reason]) =>
      (["method", "safe", "stream"] as const).map(
        (by): Case => ({
          ...one,
          // The reasons differ in memory alone: the network does not know them.
          ...(reason !== because && { on: "memory" }),
          by,
          title: `${by}: an abort ${stage} rejects with its reason: ${name}`,
          abort: { at: one.abort?.at ?? 0, reason },
          expect: { reason },
        }),
      ),
    ),
  ),
  ...operationIds.map((operation): Case => {
    const { input } = samples[operation];
    return {
      title: `${operation} that is aborted before it begins is not sent, even where fetch ignores its signal`,
      operation,
      input,
      on: "memory",
      abort: { at: "before", reason: because },
      answers: [{ json: samples[operation].json, ignoresSignal: true }] satisfies Answer[],
      expect: { reason: because },
    };
  }),
  {
    title: "an abort while a fetch that ignores its signal is under way rejects at once",
    on: "memory",
    abort: { at: 30, reason: because },
    answers: [{ stallsAfter: "nothing", ignoresSignal: true }],
    requests: ["GET /leads"],
    expect: { reason: because },
    takesMs: 30,
  },
];
