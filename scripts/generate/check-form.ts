import { isComposed, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";
import { isObjectOfProperties } from "./is-object-of-properties.ts";
import type { Body } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { SCALARS, typesOf } from "./types-of.ts";

/** Rejects form fields that servers do not all parse alike. */
export function checkForm({ document, addIssue }: OperationContext, { format, source }: Body, pointer: string): void {
  const schema = resolve<Schema>(document, source);
  if (!isObjectOfProperties(schema))
    addIssue("takes a form whose fields have no names in the contract; describe an object with properties.", pointer);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const field = resolve<Schema>(document, property);
    const value = inferredType(field) === "array" ? resolve<Schema>(document, field.items ?? {}) : field;
    const types = typesOf(document, value);
    // Text, a number or a boolean: the client rejects any other value of a field without a type.
    const isAny = types.includes("any") && value.enum === undefined && !isComposed(value);
    const isScalar = isAny || (types.every((type) => SCALARS.includes(type)) && value.format !== "binary");
    if (format === "form" && !isScalar)
      addIssue(
        `takes a form whose field "${name}" is no text, number, boolean or array of these; use JSON or multipart.`,
        pointer,
      );
    else if (types.includes("any") && value.enum !== undefined)
      addIssue(`takes a form whose field "${name}" has an enum of several types; give all values one type.`, pointer);
  }
}
