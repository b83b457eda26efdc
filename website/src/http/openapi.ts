/** The parts of an OpenAPI document that the pages of the reference use. */
export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: { readonly [path: string]: PathItem };
  readonly components: {
    readonly schemas?: { readonly [name: string]: Schema };
    readonly [section: string]: unknown;
  };
}

interface PathItem {
  readonly parameters?: readonly Parameter[];
  readonly [method: string]: unknown;
}

export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body & { readonly required?: boolean };
  readonly responses: { readonly [status: string]: Body };
  readonly "x-codeSamples"?: readonly { readonly label: string; readonly source: string }[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly example?: unknown;
}

export interface Body {
  readonly description?: string;
  readonly content?: { readonly [type: string]: { readonly schema?: Schema; readonly example?: unknown } };
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly additionalProperties?: boolean | Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly example?: unknown;
  readonly "x-personal"?: boolean;
  readonly "x-unit"?: string;
}

/** An operation with its method and path, and with the parameters of its path. */
export interface PlacedOperation extends Operation {
  readonly method: string;
  readonly path: string;
}

const METHODS = ["get", "post", "put", "patch", "delete"];

/**
 * The operations of a document in its order, with the parameters of their paths, and with references only to schemas.
 */
export function listOperations(document: OpenApi): readonly PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => {
      // The key is a method, so the value is an operation.
      const operation = item[method] as Operation;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const responses = Object.entries(operation.responses);
      return {
        ...operation,
        method: method.toUpperCase(),
        path,
        parameters: parameters.map((each) => resolve(document, each)),
        responses: Object.fromEntries(responses.map(([status, each]) => [status, resolve(document, each)])),
        ...(operation.requestBody && { requestBody: resolve(document, operation.requestBody) }),
      };
    }),
  );
}

function resolve<Value extends object>(document: OpenApi, value: Value): Value {
  const { $ref } = value as { readonly $ref?: string };
  if ($ref === undefined) return value;
  const [section = "", name = ""] = $ref.split("/").slice(2);
  const { [name]: found } = document.components[section] as { readonly [name: string]: Value };
  if (found === undefined) throw new Error(`${$ref} is missing in the OpenAPI document`);
  return found;
}

/** The file of the page of a schema or operation, beside that of the overview. */
export function pageOf(name: string): string {
  return `${name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}.md`;
}
