import type { PlanSchema } from "./operation.ts";

/** The restrictions of a value beside its type, in a few words; empty without any. */
export function describeLimits(schema: PlanSchema): string {
  const { minLength, maxLength, minimum, maximum, exclusiveMinimum, exclusiveMaximum, minItems, maxItems } = schema;
  const limits = [
    ...range("characters", minLength, maxLength),
    ...range("elements", minItems, maxItems),
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`less than ${exclusiveMaximum}`]),
  ];
  const text = limits.join(", ");
  return text === "" ? "" : `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function range(unit: string, least: unknown, most: unknown): string[] {
  return [
    ...(least === undefined ? [] : [`at least ${least} ${unit}`]),
    ...(most === undefined ? [] : [`at most ${most} ${unit}`]),
  ];
}
