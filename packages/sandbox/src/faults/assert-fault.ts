import { type OperationId, operationTable } from "@serviceform/types";
import { isListOperation } from "../contract/operation-contract.js";
import type { Fault } from "./fault.js";
import type { FaultField } from "./fault-kind.js";
import { faultKinds, kindOf } from "./fault-kinds.js";

/**
 * Validates a fault, which may come from JavaScript or JSON.
 * @throws {TypeError} naming the field that is invalid
 */
export function assertFault(fault: unknown): asserts fault is Fault {
  if (typeof fault !== "object" || fault === null)
    throw new TypeError('a fault must be an object such as { kind: "reset" }');
  const { kind } = fault as { kind?: unknown };
  if (typeof kind !== "string" || !Object.hasOwn(faultKinds, kind))
    throw new TypeError(`the kind of a fault must be ${oneOf(faultKinds)}`);
  const { fields, listsOnly } = kindOf(fault as Fault);
  const rules: readonly Rule[] = [...commonFields, ...fields];
  for (const name of Object.keys(fault))
    if (name !== "kind" && !rules.some((rule) => rule.name === name))
      throw new TypeError(
        `unknown field ${JSON.stringify(name)} of a fault of kind ${kind}; expected ${["kind", ...rules.map((rule) => rule.name)].join(", ")}`,
      );
  for (const { name, optional, accepts, expected } of rules) {
    const value = (fault as Record<string, unknown>)[name];
    if (!(optional && value === undefined) && !accepts(value))
      throw new TypeError(`${name} of a fault of kind ${kind} must be ${expected}`);
  }
  const { operation } = fault as Fault;
  if (listsOnly && operation && !isListOperation(operation))
    throw new TypeError(`operation of a fault of kind ${kind} must be one that responds with a list`);
}

type Rule = Pick<FaultField, "name" | "optional" | "accepts" | "expected">;

const commonFields: readonly Rule[] = [
  optional("operation", isOperationId, oneOf(operationTable)),
  optional(
    "times",
    (value) => value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && (value as number) >= 1),
    "an integer of at least 1, or Infinity",
  ),
  optional("probability", (value) => typeof value === "number" && value >= 0 && value <= 1, "a number from 0 to 1"),
  optional("applied", (value) => typeof value === "boolean", "true or false"),
];

function optional(name: string, accepts: Rule["accepts"], expected: string): Rule {
  return { name, optional: true, accepts, expected };
}

function isOperationId(value: unknown): value is OperationId {
  return typeof value === "string" && Object.hasOwn(operationTable, value);
}

function oneOf(names: object): string {
  return `one of ${Object.keys(names).join(", ")}`;
}
