import type { JsonRecord } from "@serviceform/records";
import type { JsonSchema, OperationDescription } from "@serviceform/types/describe";
import { UsageError } from "../errors/usage-error.js";
import { file } from "../flags/parsers.js";

/** Returns the input with a file in place of each `@PATH`; JSON cannot hold files. Throws `UsageError`. */
export async function readFiles(
  { input: schema }: Pick<OperationDescription, "input">,
  input: JsonRecord,
): Promise<JsonRecord> {
  const { properties = {} } = schema as { readonly properties?: { readonly [key: string]: JsonSchema } };
  const entries = Object.entries(input).map(async ([key, value]) => {
    const { format, items } = (Object.hasOwn(properties, key) ? properties[key] : undefined) ?? {};
    if (format === "binary") return [key, await readOne(key, value)] as const;
    const isList = Array.isArray(value) && Object(items).format === "binary";
    return [key, isList ? await Promise.all(value.map((one) => readOne(key, one))) : value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function readOne(key: string, value: unknown): Promise<File> {
  if (typeof value !== "string" || !value.startsWith("@"))
    throw new UsageError(`--input must name a file as "@PATH" in ${JSON.stringify(key)}`);
  return file(value.slice(1)).catch((error: Error) => {
    throw new UsageError(`--input must be valid in ${JSON.stringify(key)}: its ${error.message}`);
  });
}
