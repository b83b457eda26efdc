import type { Fault } from "@serviceform/sandbox";

/** A third of the requests gets a fault, before or after the operation is applied. */
export const faultMix: readonly Fault[] = (
  [
    { kind: "reset" },
    { kind: "reset", applied: false },
    { kind: "cut" },
    { kind: "cut", applied: false },
    { kind: "stall", after: "nothing" },
    { kind: "stall", after: "nothing", applied: false },
    { kind: "stall", after: "headers" },
    { kind: "status", status: 500 },
    { kind: "status", status: 502, applied: true },
    { kind: "status", status: 503 },
    { kind: "status", status: 503, retryAfterSeconds: 0 },
    { kind: "status", status: 504, applied: true },
    { kind: "status", status: 429 },
    { kind: "status", status: 408, applied: true },
    { kind: "html" },
    { kind: "html", applied: true },
    { kind: "redirect", to: "https://evil.example/" },
    { kind: "redirect", to: "https://evil.example/", applied: true },
    { kind: "shape", body: 5 },
    { kind: "latency", ms: 30 },
    { kind: "latency", ms: 250 },
    { kind: "latency", ms: 250, applied: true },
  ] as const
).map((fault) => ({ ...fault, times: Number.POSITIVE_INFINITY, probability: 0.018 }));
