import type { Operation } from "./operation.ts";
import type { Plan } from "./plan.ts";

type Use = readonly [name: string, isUsed: boolean, doc: string];

/** The features of the contract: bundlers remove the client's code for unused ones. */
export function renderUses({ operations, apiKeyHeader }: Plan): string {
  const uses: Use[] = [
    ...requestUses(operations),
    ...responseUses(operations),
    [
      "usesOwnServers",
      operations.some(({ serverUrl }) => serverUrl !== undefined),
      "Operations with their own server.",
    ],
    ["usesPages", operations.some(({ pagination }) => pagination !== undefined), "Lists with pagination."],
    ["usesSecuritySchemes", apiKeyHeader === undefined, "Any security but one key in a header for every operation."],
  ];
  const constants = uses.map(([name, isUsed, doc]) => `/** ${doc} */\nexport const ${name}: boolean = ${isUsed};\n`);
  return [...constants, renderSentBody(operations)].join("\n");
}

/** The body types of `fetch`. */
function renderSentBody(operations: readonly Operation[]): string {
  const formats = operations.map(({ body }) => body?.format);
  const isBinary = formats.some((format) => format === "multipart" || format === "binary");
  const doc = "/** The bodies that are passed to `fetch`. */\n";
  if (!isBinary) return `${doc}export type SentBody = string;\n`;
  return `${PLATFORM_TYPES}\n${doc}export type SentBody = string | Upload | Platform<"FormData">;\n`;
}

/** The types build without those of the DOM, and use the ones of the importing project. */
const PLATFORM_TYPES = `type Platform<Name extends string> = typeof globalThis extends {
  readonly [Key in Name]: { readonly prototype: infer Instance };
}
  ? Instance
  : never;

/** A file to send: a \`Blob\` or \`File\`, or a stream of its bytes, which can be sent only once and so is not retried. */
export type Upload = Platform<"Blob"> | Platform<"ReadableStream">;
`;

/** Comments and string literals, in which names are no identifiers. */
const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"/g;

/** Imports the type of files into a generated file that uses it, but not for a property of that name. */
export function importUpload(text: string): string {
  const namesIt = /\bUpload\b(?!\??:)/.test(text.replaceAll(COMMENT_OR_TEXT, ""));
  return namesIt ? `import type { Upload } from "./uses.js";\n\n${text}` : text;
}

function requestUses(operations: readonly Operation[]): Use[] {
  const bodies = operations.flatMap(({ body }) => body ?? []);
  const parameters = operations.flatMap((operation) => operation.parameters);
  return [
    ["usesWholeBodies", bodies.some(({ isWhole }) => isWhole), "Bodies that are not objects of named properties."],
    ["usesOpenBodies", bodies.some(({ isOpen }) => isOpen), "Bodies that accept undeclared properties."],
    [
      "usesOmittedBodies",
      bodies.some(({ requiredWithBody }) => requiredWithBody.length > 0),
      "Optional bodies with required properties.",
    ],
    [
      "usesBodyMedia",
      bodies.some(({ mediaType }) => mediaType !== undefined),
      "Request bodies of another media type than `application/json`.",
    ],
    ["usesHeaderParameters", parameters.some((parameter) => parameter.in === "header"), "Parameters in headers."],
    [
      "usesShadows",
      operations.some(({ shadow }) => shadow !== undefined),
      "Paths that a path value can turn into that of another operation.",
    ],
    [
      "usesStyles",
      parameters.some(({ style }) => style !== "plain"),
      "Query parameters that are arrays in one value, or objects.",
    ],
  ];
}

function responseUses(operations: readonly Operation[]): Use[] {
  const outputs = operations.map(({ output }) => output);
  const kinds = new Set(outputs.map(({ kind }) => kind));
  return [
    [
      "usesAnyJson",
      outputs.some(({ kind, mayBeEmpty }) => kind === "json" || mayBeEmpty),
      "Successes that are neither an object nor an array, or whose body may be missing.",
    ],
    [
      "usesSeveralSuccesses",
      outputs.some(({ sources }) => sources.length > 1),
      "Successes of several statuses, each with its own body.",
    ],
    [
      "usesMedia",
      outputs.some(({ accept }) => accept !== undefined),
      "Successes of another media type than `application/json`.",
    ],
    ["usesText", kinds.has("text"), "Successes that are text, such as CSV."],
    ["usesBinary", kinds.has("binary"), "Successes that are bytes."],
    ["usesEvents", kinds.has("events"), "Successes that are server-sent events."],
  ];
}
