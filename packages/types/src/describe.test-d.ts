// Only compiled: an @ts-expect-error whose next line compiles is an error.
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
// The value of a keyword is unknown, and a verb can be any text.
const keyword: unknown = operations.getItem.input.anything;
const verb: OperationDescription["verb"] = "archive";
void [version, described, output, unit, keyword, verb];

// @ts-expect-error
operations.listPets;
// @ts-expect-error: the schema can be missing
schemas.Lead.fields;
// @ts-expect-error: the field can be missing
lead?.fields.email.type;
// @ts-expect-error: the output can be missing
operations.getItem.output.type;
// @ts-expect-error
operations.getItem.title = "Another";
// @ts-expect-error
operations.getItem.input.type = "array";
// @ts-expect-error
const noUnit: FieldDescription["unit"] = "minutes";
void noUnit;
