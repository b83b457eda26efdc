import type { Operation } from "./operation.ts";
import type { Plan } from "./plan.ts";

type Use = readonly [name: string, isUsed: boolean, doc: string];

/** What the contract uses: a bundler leaves out the code of the client for what it does not use. */
export function renderUses({ operations, apiKeyHeader }: Plan): string {
  const uses: Use[] = [
    ...requestUses(operations),
    ...responseUses(operations),
    [
      "usesOwnServers",
      operations.some(({ serverUrl }) => serverUrl !== undefined),
      "Operations on a server of their own.",
    ],
    [
      "usesPages",
      operations.some(({ pagination }) => pagination !== undefined),
      "Lists that go on in further responses.",
    ],
    ["usesSecuritySchemes", apiKeyHeader === undefined, "Any security but one key in a header for every operation."],
  ];
  const constants = uses.map(([name, isUsed, doc]) => `/** ${doc} */\nexport const ${name}: boolean = ${isUsed};\n`);
  return [...constants, renderSentBody(operations)].join("\n");
}

/** The body types of `fetch`. */
function renderSentBody(operations: readonly Operation[]): string {
  const formats = operations.map(({ body }) => body?.format);
  const isBinary = formats.some((format) => format === "multipart" || format === "binary");
  const doc = "/** What is passed to `fetch` as a body. */\n";
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
    ["usesWholeBodies", bodies.some(({ isWhole }) => isWhole), "Bodies that are no objects of named properties."],
    [
      "usesOpenBodies",
      bodies.some(({ isOpen }) => isOpen),
      "Bodies that take properties without a name in the contract.",
    ],
    [
      "usesOmittedBodies",
      bodies.some(({ requiredWithBody }) => requiredWithBody.length > 0),
      "Bodies that may be left out, but have required properties.",
    ],
    [
      "usesBodyMedia",
      bodies.some(({ mediaType }) => mediaType !== undefined),
      "Request bodies of another media type than `application/json`.",
    ],
    ["usesHeaderParameters", parameters.some((parameter) => parameter.in === "header"), "Parameters in headers."],
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
      "Successes of several statuses, each with a body of its own.",
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
