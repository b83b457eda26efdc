// Checked by the compiler alone: each @ts-expect-error is an error where its next line compiles.
import {
  contractVersion,
  type FieldDescription,
  type JsonSchema,
  type OperationDescription,
  operations,
  type SchemaDescription,
  schemas,
} from "./describe.js";
import type { OperationId } from "./index.js";

const version: string = contractVersion;
const described: { readonly [Id in OperationId]: OperationDescription } = operations;
const output: JsonSchema | undefined = operations.deleteItem.output;
const lead: SchemaDescription | undefined = schemas.Lead;
const field: FieldDescription | undefined = lead?.fields.email;
const unit: "seconds" | "epoch-seconds" | undefined = field?.unit;
// An unknown value must be narrowed, and a verb can be another one.
const keyword: unknown = operations.getItem.input.anything;
const verb: OperationDescription["verb"] = "archive";
void [version, described, output, unit, keyword, verb];

// @ts-expect-error
operations.listPets;
// @ts-expect-error: there may be no such schema
schemas.Lead.fields;
// @ts-expect-error: there may be no such field
lead?.fields.email.type;
// @ts-expect-error: an output can be absent
operations.getItem.output.type;
// @ts-expect-error
operations.getItem.title = "Another";
// @ts-expect-error
operations.getItem.input.type = "array";
// @ts-expect-error
const noUnit: FieldDescription["unit"] = "minutes";
void noUnit;
