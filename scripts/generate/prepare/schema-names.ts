import type { Reference, Schema } from "../../openapi/document.ts";
import { schemaPointer } from "../../openapi/pointer.ts";
import { SCALARS } from "../types-of.ts";
import { firstFree } from "./words.ts";

/** Schemas that got a name, and their origins: pointer to pointer. */
export interface SchemaNames {
  readonly added: Readonly<Record<string, Schema>>;
  readonly origins: ReadonlyMap<string, string>;
  /** Names the inline schema of a body; of an inline array, that of the element. */
  name(given: Schema | Reference, name: string, pointer: string): Schema | Reference;
}

export function createSchemaNames(isFree: (name: string) => boolean): SchemaNames {
  const added: Record<string, Schema> = {};
  const origins = new Map<string, string>();

  function add(name: string, schema: Schema, pointer: string): Reference {
    const free = firstFree(name, (candidate) => isFree(candidate) && !Object.hasOwn(added, candidate));
    added[free] = schema;
    origins.set(schemaPointer(free), pointer);
    return { $ref: schemaPointer(free) };
  }

  return {
    added,
    origins,
    name(given, name, pointer) {
      if ("$ref" in given || isPlain(given)) return given;
      const { items } = given;
      if (given.type !== "array" || given.nullable === true || items === undefined) return add(name, given, pointer);
      if ("$ref" in items || isPlain(items)) return given;
      return { ...given, items: add(`${name}Element`, items, `${pointer}/items`) };
    },
  };
}

/** A primitive type of TypeScript. */
function isPlain({ type, enum: values, nullable, ...rest }: Schema): boolean {
  const isScalar = SCALARS.includes(type ?? "");
  const isComposed = "allOf" in rest || "oneOf" in rest || "anyOf" in rest;
  return isScalar && values === undefined && nullable !== true && !isComposed;
}
