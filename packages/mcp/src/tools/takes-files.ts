import type { JsonSchema, OperationDescription } from "@serviceform/types/describe";

/** Whether an operation takes a file, whose bytes an assistant cannot pass. */
export function takesFiles({ input }: Pick<OperationDescription, "input">): boolean {
  const { properties = {} } = input as { readonly properties?: { readonly [name: string]: JsonSchema } };
  return Object.values(properties).some(({ format, items }) => isFile(format) || isFile(Object(items).format));
}

function isFile(format: unknown): boolean {
  return format === "binary";
}
