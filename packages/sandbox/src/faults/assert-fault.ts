import { operationTable } from "@serviceform/types";
import { NULL_BODY_STATUSES } from "../http/null-body-statuses.js";
import type { Fault } from "./fault.js";

/**
 * Checks a fault that may come from JavaScript or JSON.
 *
 * @throws {TypeError} naming the field that is wrong
 */
export function assertFault(fault: unknown): asserts fault is Fault {
  if (typeof fault !== "object" || fault === null)
    throw new TypeError('A fault is an object such as { kind: "reset" }.');
  const { kind } = fault as { kind?: unknown };
  if (typeof kind !== "string" || !isKey(fieldsByKind, kind)) {
    throw new TypeError(`A fault's kind has to be ${oneOf(fieldsByKind)}.`);
  }
  const rules: Rules = { ...commonFields, ...fieldsByKind[kind] };
  for (const field of Object.keys(fault)) {
    if (!isKey(rules, field))
      throw new TypeError(`A ${kind} fault has no field ${field}; only ${Object.keys(rules).join(", ")}.`);
  }
  for (const [field, { fits, wanted }] of Object.entries(rules)) {
    const value = (fault as Record<string, unknown>)[field];
    if (!fits(value)) throw new TypeError(`The ${field} of a ${kind} fault has to be ${wanted}.`);
  }
}

interface Rule {
  readonly fits: (value: unknown) => boolean;
  readonly wanted: string;
}

type Rules = Readonly<Record<string, Rule>>;

const amount: Rule = { fits: isAmount, wanted: "a number that is not negative" };
const anything: Rule = { fits: () => true, wanted: "" };

const commonFields: Rules = {
  kind: anything,
  operation: optional({
    fits: (value) => typeof value === "string" && isKey(operationTable, value),
    wanted: oneOf(operationTable),
  }),
  times: optional({
    fits: (value) => value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && (value as number) >= 1),
    wanted: "a whole number from 1, or Infinity",
  }),
  probability: optional({ fits: (value) => isAmount(value) && value <= 1, wanted: "a number from 0 to 1" }),
  applied: optional({ fits: (value) => typeof value === "boolean", wanted: "true or false" }),
};

const fieldsByKind: Readonly<Record<Fault["kind"], Rules>> = {
  status: {
    status: { fits: isStatus, wanted: "an integer from 200 to 599" },
    retryAfterSeconds: optional(amount),
  },
  latency: { ms: amount },
  reset: {},
  stall: { after: { fits: (value) => value === "nothing" || value === "headers", wanted: '"nothing" or "headers"' } },
  cut: {},
  html: {
    status: optional({
      fits: (value) => isStatus(value) && !NULL_BODY_STATUSES.has(value),
      wanted: "an integer from 200 to 599 whose response can have a body",
    }),
  },
  redirect: {
    // A header cannot hold spaces, controls or letters beyond ASCII.
    to: { fits: (value) => typeof value === "string" && /^[\x21-\x7e]+$/.test(value), wanted: "an address" },
  },
  shape: { body: anything },
};

function optional({ fits, wanted }: Rule): Rule {
  return { fits: (value) => value === undefined || fits(value), wanted };
}

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && isAmount(value) && value >= 200 && value <= 599;
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isKey<Names extends object>(names: Names, name: PropertyKey): name is keyof Names {
  return Object.hasOwn(names, name);
}

function oneOf(names: object): string {
  return `one of ${Object.keys(names).join(", ")}`;
}
