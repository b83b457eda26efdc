import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { needsKey } from "./needs-key.js";
import { type Input, samples } from "./samples.js";

/** A call of an operation, with the documented status and its cause. */
export interface ContractCase {
  readonly status: number;
  readonly cause: string;
  /** The path values, by the key of the parameter. */
  readonly names: Readonly<Record<string, string>>;
  readonly query: Input;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent if none is sent. */
  readonly body?: unknown;
  /** Whether an invalid key is sent. */
  readonly isUnauthorized: boolean;
}

/** The cases that follow from the contract: a valid call with this input, and one for each documented error. */
export function contractCases(id: OperationId, input: Input): ContractCase[] {
  const { statuses, success } = samples[id];
  const right = splitInput(id, input);
  /** The first documented one. */
  const documented = (...fitting: number[]) => fitting.find((status) => statuses.includes(status));
  const cases: (Partial<ContractCase> & Pick<ContractCase, "status" | "cause">)[] = [
    { status: success, cause: "the example of the contract" },
    { status: 400, cause: "an undeclared query parameter", query: { ...right.query, undeclared: 1 } },
  ];
  const key = documented(401, 403);
  if (key && needsKey(id)) cases.push({ status: key, cause: "an invalid key", isUnauthorized: true });
  const last = Object.keys(right.names).at(-1);
  const names = last && { ...right.names, [last]: "nowhere" };
  if (names && documented(404)) cases.push({ status: 404, cause: "an unknown ID", names });
  const { wholeBody, openBody, requestBody }: Operation = operationTable[id];
  if (right.body && !wholeBody) {
    const body = { ...Object(right.body), undeclared: 1 };
    const isForm = requestBody !== undefined;
    if (!isForm) cases.push({ status: documented(400, 422) ?? 400, cause: "a body that is no object", body: [] });
    if (!openBody) cases.push({ status: documented(422, 400) ?? 400, cause: "an undeclared field", body });
  }
  return cases.map((one) => ({ ...right, isUnauthorized: false, ...one }));
}

/** An input by the locations of its keys; no body if the operation takes none. */
export function splitInput(
  id: OperationId,
  input: Input,
): Pick<ContractCase, "names" | "query" | "headers"> & { body?: unknown } {
  const { pathKeys, queryKeys, headerKeys = [], bodyKeys, wholeBody, requiredWithBody }: Operation = operationTable[id];
  const pick = (keys: readonly string[]) =>
    keys.filter((key) => Object.hasOwn(input, key)).map((key) => [key, input[key]]);
  // An optional body that has required keys is left out with them.
  const hasBody = samples[id].body !== undefined && (!requiredWithBody || pick(bodyKeys).length > 0);
  return {
    names: Object.fromEntries(pick(pathKeys).map(([key, value]) => [key, String(value)])),
    query: Object.fromEntries(pick(queryKeys)),
    headers: Object.fromEntries(pick(headerKeys).map(([key, value]) => [String(key).toLowerCase(), String(value)])),
    ...(hasBody && { body: wholeBody ? input.body : Object.fromEntries(pick(bodyKeys)) }),
  };
}
