import type { JsonSchema, OperationDescription } from "@serviceform/types/describe";

/** Whether an operation takes the bytes of a file, which an assistant has no way to pass on. */
export function takesFiles({ input }: Pick<OperationDescription, "input">): boolean {
  const { properties = {} } = input as { readonly properties?: { readonly [name: string]: JsonSchema } };
  return Object.values(properties).some(({ format, items }) => isFile(format) || isFile(Object(items).format));
}

function isFile(format: unknown): boolean {
  return format === "binary";
}
