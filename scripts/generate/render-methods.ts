import { describeLimits } from "./describe-limits.ts";
import { isInherited } from "./inherited-members.ts";
import { jsdoc, oneLine } from "./jsdoc.ts";
import {
  type InputKey,
  type InputParameter,
  inputKeys,
  inputName,
  type Operation,
  requiredKeys,
  type TypeText,
} from "./operation.ts";

/** Explicit method signatures, so that neither editor nor compiler must resolve conditional types. */
export function renderMethods(operations: readonly Operation[]): string {
  return [
    renderImports(operations),
    "/** The input of an operation that takes none: an object without keys. */\nexport type NoInput = { [key: string]: never };\n",
    ...operations.filter((operation) => inputName(operation) !== "NoInput").map(renderInput),
    ...renderHelpers(operations),
    renderMap(operations),
    "/** The name of an operation of the contract. */\nexport type OperationId = keyof OperationMap;\n",
    renderInterface(operations, {
      head: "Methods<Options>",
      doc: "One method per operation.",
      result: ({ output }) => `Promise<${output.type.text}>`,
      failure: throws,
    }),
    renderInterface(operations, {
      head: "SafeMethods<Options, Results extends { readonly [Id in OperationId]: unknown }>",
      doc: "The same methods, each of which resolves to its type in `Results`.",
      result: ({ id }) => `Promise<Results["${id}"]>`,
      failure: (status, text) => `- Error ${describeStatus(status)}: ${text}`,
    }),
    renderInterface(
      operations.filter((operation) => elementOf(operation) !== undefined),
      {
        head: "StreamMethods<Options>",
        doc: "One method per operation whose response is an array: a stream of its elements.",
        result: streamType,
        failure: throws,
      },
    ),
    ...(operations.some(({ pagination }) => pagination !== undefined) ? [PAGE_TYPES] : []),
  ].join("\n");
}

const PAGE_TYPES = `/** The elements of all pages of a list, one at a time. */
export interface PagedStream<Element, Input> extends AsyncIterable<Element> {
  /** The same list, page by page. */
  pages(): AsyncIterable<StreamPage<Element, Input>>;
}

/** One response of a list. */
export interface StreamPage<Element, Input> {
  readonly items: readonly Element[];
  /** The input of the next page, which can be stored to resume; undefined after the last page. */
  readonly next: Input | undefined;
}
`;

/** The type of one element of an operation's stream; undefined if it has no stream. */
function elementOf({ output, pagination }: Operation): TypeText | undefined {
  return pagination?.element ?? output.element;
}

function streamType(operation: Operation): string {
  const element = elementOf(operation)?.text;
  return operation.pagination ? `PagedStream<${element}, ${inputName(operation)}>` : `AsyncIterable<${element}>`;
}

/** The types of bodies that are not JSON, if there are any. */
function renderHelpers(operations: readonly Operation[]): string[] {
  const kinds = new Set(operations.map(({ output }) => output.kind));
  return [
    ...(kinds.has("binary") ? [BYTES] : []),
    ...(kinds.has("events") ? [SERVER_SENT_EVENT] : []),
    ...(operations.some(({ body }) => body?.format === "binary") ? [BINARY_BODY] : []),
  ];
}

const BYTES = `/** Bytes in memory of their own: a \`Uint8Array<ArrayBuffer>\` where TypeScript has that. */
export type Bytes = ReturnType<Uint8ArrayConstructor["of"]>;
`;

const BINARY_BODY = `/** Bytes to send. */
export type BinaryBody = Upload | ArrayBuffer | ArrayBufferView;
`;

const SERVER_SENT_EVENT = `/** One event of a stream (WHATWG HTML, server-sent events). */
export interface ServerSentEvent<Data> {
  /** The type; \`message\` if the event has none. */
  event: string;
  data: Data;
  /** The last ID that was sent, by this event or an earlier one; empty if there was none. */
  id: string;
  /** How long to wait before the next connection, in milliseconds, if the event sets it. */
  retry?: number;
}
`;

function throws(status: string, text: string): string {
  return `@throws \`ApiError\` ${describeStatus(status)}: ${text}`;
}

function describeStatus(status: string): string {
  return status === "default" ? "of any other status" : status;
}

function renderImports(operations: readonly Operation[]): string {
  const names = new Set<string>();
  for (const operation of operations) {
    const { output, errors } = operation;
    for (const name of [...output.type.names, ...(elementOf(operation)?.names ?? [])]) names.add(name);
    for (const { schema } of errors) if (schema !== undefined) names.add(schema);
  }
  const imports = operations.some(usesInputs) ? 'import type * as inputs from "./inputs.js";\n' : "";
  return names.size === 0
    ? imports
    : `${imports}import type { ${[...names].sort().join(", ")} } from "./schemas.js";\n`;
}

function usesInputs(operation: Operation): boolean {
  return operation.body?.isWhole ? operation.body.type.names.length > 0 : hasBodyKeys(operation);
}

function renderInput(operation: Operation): string {
  const { id, body, parameters } = operation;
  const heritage = body && hasBodyKeys(operation) ? ` extends ${callerType(body.type)}` : "";
  const members = parameters.map((parameter) =>
    renderMember(parameter, inputType(parameter.type), describeParameter(parameter)),
  );
  if (body?.isWhole)
    members.push(
      ...body.properties.map((key) => renderMember(key, callerType(body.type), jsdoc([key.description], [], "  "))),
    );
  const block = members.length === 0 ? "{}" : `{\n${members.join("")}}`;
  const doc = jsdoc([`What \`${id}\` takes.`]);
  if (body && body.requiredWithBody.length > 0) {
    const type = callerType(body.type);
    return `${doc}export type ${inputName(operation)} = (${type} | { [Key in keyof ${type}]?: undefined }) & ${block};\n`;
  }
  return `${doc}export interface ${inputName(operation)}${heritage} ${block}\n`;
}

function renderMember({ name, required }: InputKey, type: string, doc: string): string {
  if (required) return `${doc}  ${key(name)}: ${type};\n`;
  return `${doc}  ${key(name)}?: ${type}${isInherited(name) ? ` | Object["${name}"]` : ""} | undefined;\n`;
}

function describeParameter({ description, deprecated, schema }: InputParameter): string {
  const { default: value } = schema;
  const tags = [
    ...(deprecated ? ["@deprecated"] : []),
    ...(value === undefined ? [] : [`@default ${oneLine(JSON.stringify(value))}`]),
  ];
  return jsdoc([description, describeLimits(schema)], tags, "  ");
}

/** The type of a body as a caller passes it. */
function callerType({ text, names }: TypeText): string {
  return inputType(names.length === 0 ? text : `inputs.${text}`);
}

/** A body without properties is a map without keys, to which no key can be added. */
function hasBodyKeys({ body }: Operation): boolean {
  return body !== undefined && !body.isWhole && body.properties.length > 0;
}

/** A caller's array can be readonly. */
function inputType(type: string): string {
  return type.endsWith("[]") ? `readonly ${type}` : type;
}

function renderMap(operations: readonly Operation[]): string {
  const entries = operations.map((operation) => {
    const errors = operation.errors.map(({ status, type }) => `${key(status)}: ${type}`);
    const block = errors.length === 0 ? "{}" : `{ ${errors.join("; ")} }`;
    const element = operation.pagination ? ` element: ${operation.pagination.element.text};` : "";
    return `  ${operation.id}: { input: ${inputName(operation)}; output: ${operation.output.type.text};${element} errors: ${block} };\n`;
  });
  return `/** The input and output of each operation, and the bodies of its documented errors by status. */\nexport interface OperationMap {\n${entries.join("")}}\n`;
}

interface InterfaceTemplate {
  head: string;
  doc: string;
  result: (operation: Operation) => string;
  failure: (status: string, text: string) => string;
}

function renderInterface(operations: readonly Operation[], { head, doc, result, failure }: InterfaceTemplate): string {
  const members = operations.map((operation) => {
    const optional = requiredKeys(operation).length === 0 ? "?" : "";
    const signature = `(input${optional}: ${inputName(operation)}, options?: Options): ${result(operation)}`;
    return `${renderDoc(operation, failure)}  ${operation.id}${signature};\n`;
  });
  // An unused type parameter does not compile under noUnusedParameters, unless it starts with an underscore.
  const name = members.length === 0 ? head.replace("<Options", "<_Options") : head;
  return `/** ${doc} */\nexport interface ${name} {\n${members.join("\n")}}\n`;
}

function renderDoc(operation: Operation, failure: InterfaceTemplate["failure"]): string {
  const { summary, description, deprecated, errors } = operation;
  const failures = errors.map(({ status, description: text }) => failure(status, oneLine(text)));
  const params = inputKeys(operation).map(
    ({ name, description: text }) => `@param input.${oneLine(name)} ${oneLine(text)}`,
  );
  // A list goes before the tags, or it would be read as part of the last one.
  const [list, tags] = failures[0]?.startsWith("@") ? ["", failures] : [failures.join("\n"), []];
  return jsdoc([summary, description, list], [...(deprecated ? ["@deprecated"] : []), ...params, ...tags], "  ");
}

function key(name: string): string {
  return /^(?:[A-Za-z_$][\w$]*|[1-9]\d{2})$/.test(name) ? name : JSON.stringify(name);
}
