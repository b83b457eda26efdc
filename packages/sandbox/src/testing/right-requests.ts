import { findInput, type Input, inOrder, samples, splitInput, writeBody } from "@serviceform/tests-samples";
import { type OperationId, operationTable } from "@serviceform/types";
import { read } from "./call.js";
import { createSandbox } from "./sandbox.js";

/** A valid request for an operation, with the IDs of seeded records. */
export interface RightRequest {
  readonly id: OperationId;
  readonly input: Input;
  /** Such as `GET /leads`. */
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With its content type. */
  readonly body: FormData | Blob | undefined;
  /** The values in the path, by the name of the parameter. */
  readonly names: Readonly<Record<string, string>>;
}

const sandbox = createSandbox();
const ids = Object.keys(operationTable) as OperationId[];

/** A valid request for every operation: reads first, deletes last. */
export const rightRequests: readonly RightRequest[] = await Promise.all(inOrder(ids).map(findRequest));

async function findRequest(id: OperationId): Promise<RightRequest> {
  const callList = (list: OperationId, input: Input): Promise<readonly unknown[]> => {
    const { what, headers, body } = toRequest(list, input);
    return read(sandbox, what, { headers, body });
  };
  return toRequest(id, await findInput(id, callList));
}

function toRequest(id: OperationId, input: Input): RightRequest {
  const { names, query, headers, body } = splitInput(id, input);
  return { id, input, what: writeTarget(id, names, query), names, headers, body: writeBodyOf(id, body) };
}

/** A body in the media type that the operation accepts; undefined without one. */
export function writeBodyOf(id: OperationId, body: unknown): FormData | Blob | undefined {
  const { bodyType } = samples[id];
  return body === undefined || bodyType === undefined ? undefined : writeBody(body, bodyType);
}

/** The method and the target of a request. */
export function writeTarget(id: OperationId, names: RightRequest["names"], query: Input): string {
  const { method, path } = operationTable[id];
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    [value].flat().map((one): [string, string] => [key, String(one)]),
  );
  return `${method} ${fillPath(path, names)}${pairs.length > 0 ? "?" : ""}${new URLSearchParams(pairs)}`;
}

export function fillPath(template: string, names: RightRequest["names"]): string {
  return template.replaceAll(/\{(.+?)\}/g, (_, key: string) => encodeURIComponent(names[key] ?? ""));
}
