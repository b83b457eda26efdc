import type { Contract } from "../contract.js";
import type { Input } from "../input/validate-input.js";
import type { Personal } from "../options.js";
import { mask } from "./mask.js";

type Schemas = Contract["schemas"];

/** A record with its personal fields as they are, masked or left out, at any depth. */
export function holdBack(schemas: Schemas, schema: string, record: Input, personal: Personal): Input {
  return personal === "full" ? record : walk(schemas, schema, record, personal === "masked");
}

/** A field that the contract lacks can hold anything, so it is left out. */
function walk(schemas: Schemas, schema: string, record: unknown, isMasked: boolean): Input {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(Object(record))) {
    const field = schemas[schema]?.fields[name];
    if (!field || (field.personal && !isMasked)) continue;
    shown[name] = field.personal ? mask(name, value) : inner(schemas, field.schema, value, isMasked);
  }
  return shown;
}

function inner(schemas: Schemas, schema: string | undefined, value: unknown, isMasked: boolean): unknown {
  if (schema === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => inner(schemas, schema, element, isMasked));
  return walk(schemas, schema, value, isMasked);
}
