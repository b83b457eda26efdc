import type { HeadersInput } from "./guards.js";
/** STUB until the merge. */
export interface CustomRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly headers?: HeadersInput | undefined;
}
export function serializeRequest(r: CustomRequest): { method: string; target: string; body?: string } {
  return { method: r.method, target: r.path, body: JSON.stringify(r.body) as string };
}
