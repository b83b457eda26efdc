import type { Operation } from "./operation.ts";
import type { Plan } from "./plan.ts";

/** The features that only some contracts have, and whether an operation has one. */
const USES: readonly (readonly [name: string, doc: string, isUsed: (operation: Operation) => boolean])[] = [
  ["usesWholeBodies", "Bodies that are not objects of named properties.", ({ body }) => body?.isWhole === true],
  ["usesOpenBodies", "Bodies that accept undeclared properties.", ({ body }) => body?.isOpen === true],
  [
    "usesOmittedBodies",
    "Optional bodies with required properties.",
    ({ body }) => Boolean(body?.requiredWithBody.length),
  ],
  [
    "usesBodyMedia",
    "Request bodies of another media type than `application/json`.",
    ({ body }) => body?.mediaType !== undefined,
  ],
  ["usesHeaderParameters", "Parameters in headers.", ({ parameters }) => parameters.some((one) => one.in === "header")],
  [
    "usesShadows",
    "Paths that a path value can turn into that of another operation.",
    ({ shadow }) => shadow !== undefined,
  ],
  [
    "usesStyles",
    "Parameters that are arrays in one value, or objects.",
    ({ parameters }) => parameters.some(({ style }) => style !== "plain"),
  ],
  [
    "usesAnyJson",
    "Successes that are neither an object nor an array, or whose body may be missing.",
    ({ output }) => output.kind === "json" || output.mayBeEmpty,
  ],
  [
    "usesSeveralSuccesses",
    "Successes of several statuses, each with its own body.",
    ({ output }) => output.sources.length > 1,
  ],
  [
    "usesMedia",
    "Successes of another media type than `application/json`.",
    ({ output }) => output.accept !== undefined,
  ],
  ["usesText", "Successes that are text, such as CSV.", ({ output }) => output.kind === "text"],
  ["usesBinary", "Successes that are bytes.", ({ output }) => output.kind === "binary"],
  ["usesEvents", "Successes that are server-sent events.", ({ output }) => output.kind === "events"],
  ["usesOwnServers", "Operations with their own server.", ({ serverUrl }) => serverUrl !== undefined],
  ["usesPages", "Lists with pagination.", ({ pagination }) => pagination !== undefined],
];

/** The features of the contract: bundlers remove the client's code for unused ones. */
export function renderUses({ operations, apiKeyHeader }: Plan): string {
  const uses = [
    ...USES.map(([name, doc, isUsed]) => [name, doc, operations.some(isUsed)] as const),
    ["usesSecuritySchemes", "Any security but one key in a header for every operation.", apiKeyHeader === undefined],
  ];
  const constants = uses.map(([name, doc, isUsed]) => `/** ${doc} */\nexport const ${name}: boolean = ${isUsed};\n`);
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
