import {
  type Document,
  type OperationObject,
  type Parameter,
  type PathItem,
  type Reference,
  resolve,
} from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";

type Given = Parameter | Reference;

/**
 * The same contract with each parameter under a name of its own, such as `GET /pets: limit`. Redocly pairs the items of
 * a list by similarity: if two parameters change at once, it can confuse them. The parameters of a path are those of each
 * of its operations. Stated defaults and empty lists are left out, so that only another meaning is a difference.
 */
export function nameParameters(document: Document): Document {
  const components = Object.entries(document.components?.parameters ?? {});
  const parameters = Object.fromEntries(components.map(([name, given]) => [name, withoutDefaults(given)]));
  const nameAll = (owner: string, all: readonly Given[]) =>
    all.map((given) => {
      if ("$ref" in given) return given;
      const title = `${owner}: ${given.name}`;
      const unique = Object.hasOwn(parameters, title) ? `${title} in ${given.in}` : title;
      parameters[unique] = withoutDefaults(given);
      return { $ref: `#/components/parameters/${encodeURIComponent(escapePointer(unique))}` };
    });
  const paths = Object.entries(document.paths).map(([path, { parameters: shared = [], ...item }]) => {
    const parts = Object.entries(item).map(([key, value]) => {
      const operation = Object(value) as Partial<OperationObject>;
      const all = mergeParameters(document, shared, operation.parameters);
      if (operation.responses === undefined) return [key, value];
      const { parameters: _, ...others } = operation;
      if (all.length === 0) return [key, others];
      return [key, { ...operation, parameters: nameAll(`${key.toUpperCase()} ${path}`, all) }];
    });
    return [path, Object.fromEntries(parts) as PathItem];
  });
  return { ...document, paths: Object.fromEntries(paths), components: { ...document.components, parameters } };
}

/** OpenAPI 3.0, Path Item Object: an operation can override the parameters of its path. */
function mergeParameters(document: Document, shared: readonly Given[], own: readonly Given[] = []): readonly Given[] {
  const key = (given: Given) => {
    const { name, in: place } = resolve<Parameter>(document, given);
    return `${place} ${name}`;
  };
  const overridden = new Set(own.map(key));
  return [...shared.filter((given) => !overridden.has(key(given))), ...own];
}

/** OpenAPI 3.0, Parameter Object: the defaults of `style` and `explode`. */
function withoutDefaults(parameter: Parameter): Parameter {
  const { style, explode, ...others } = parameter;
  const usual = others.in === "query" || others.in === "cookie" ? "form" : "simple";
  return {
    ...others,
    ...(style !== undefined && style !== usual && { style }),
    ...(explode !== undefined && explode !== ((style ?? usual) === "form") && { explode }),
  };
}
