import type { Document, OperationObject, Parameter, PathItem, Reference } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";

/**
 * The same contract with each parameter under a name of its own, such as `GET /pets: limit`. Redocly pairs the items of
 * a list by similarity: if two parameters change at once, it can confuse them.
 */
export function nameParameters(document: Document): Document {
  const parameters: Record<string, Parameter> = { ...document.components?.parameters };
  const name = (owner: string, given: readonly (Parameter | Reference)[]) =>
    given.map((parameter) => {
      if ("$ref" in parameter) return parameter;
      const title = `${owner}: ${parameter.name}`;
      const unique = Object.hasOwn(parameters, title) ? `${title} in ${parameter.in}` : title;
      parameters[unique] = parameter;
      return { $ref: `#/components/parameters/${encodeURIComponent(escapePointer(unique))}` };
    });
  const paths = Object.entries(document.paths).map(([path, item]): [string, PathItem] => {
    const parts = Object.entries(item).map(([key, value]) => {
      if (key === "parameters") return [key, name(path, value as (Parameter | Reference)[])];
      const operation = Object(value) as Partial<OperationObject>;
      if (operation.parameters === undefined) return [key, value];
      return [key, { ...operation, parameters: name(`${key.toUpperCase()} ${path}`, operation.parameters) }];
    });
    return [path, Object.fromEntries(parts) as PathItem];
  });
  return { ...document, paths: Object.fromEntries(paths), components: { ...document.components, parameters } };
}
