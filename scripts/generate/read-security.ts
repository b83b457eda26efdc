import { type Document, type OperationObject, resolveAt, type SecurityScheme } from "../openapi/document.ts";
import { toPointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { operationsOf } from "./document-operations.ts";
import { toCamelCase } from "./prepare/words.ts";
import { isReservedHeader } from "./reserved-headers.ts";

/** How a credential is sent. */
export interface PlanScheme {
  /** The option of `createClient`. */
  readonly option: string;
  readonly kind: "header" | "query" | "bearer" | "basic";
  /** Of the header, in lower case, or of the query parameter. */
  readonly name: string;
}

/** The credentials of each security requirement; an empty list needs none. */
export type Alternatives = readonly (readonly PlanScheme[])[];

export interface SecurityReader {
  /** The security schemes that were read, by their options. */
  readonly namesByOption: ReadonlyMap<string, string>;
  /** The security requirements of the document, the default of operations. */
  readonly root: Alternatives;
  /** The security requirements of an operation; undefined if they are those of the document. */
  read(object: OperationObject, pointer: string, addIssue: AddIssue): Alternatives | undefined;
  /** The credentials of all security requirements of an operation that are supported. */
  credentialsOf(object: OperationObject): readonly PlanScheme[];
}

type Requirements = readonly Record<string, string[]>[];

export function createSecurityReader(document: Document, addIssue: AddIssue): SecurityReader {
  const namesByOption = new Map<string, string>();
  function readAll(requirements: Requirements, pointer: string, report: AddIssue): Alternatives {
    const reasons: string[] = [];
    const usable = requirements.flatMap((requirement) => {
      const way = readWay(document, Object.keys(requirement), namesByOption);
      if (typeof way !== "string") return [way];
      reasons.push(way);
      return [];
    });
    if (usable.length === 0 && requirements.length > 0) report(`needs ${reasons[0]}`, pointer);
    return requirements.length === 0 ? [[]] : usable;
  }

  const usesDefault = operationsOf(document).some(({ object }) => object?.security === undefined);
  const root = usesDefault ? readAll(document.security ?? [], "#/security", addIssue) : [[]];
  return {
    namesByOption,
    root,
    read(object, pointer, report) {
      if (object.security === undefined) return undefined;
      const own = readAll(object.security, `${pointer}/security`, report);
      return JSON.stringify(own) === JSON.stringify(root) ? undefined : own;
    },
    credentialsOf({ security: own }) {
      const ways = own === undefined ? root : readAll(own, "#", () => undefined);
      return ways.flat();
    },
  };
}

/** The schemes of one security requirement, or the reason why they are unsupported. Records the scheme of each option. */
function readWay(
  document: Document,
  names: readonly string[],
  namesByOption: Map<string, string>,
): readonly PlanScheme[] | string {
  const way: PlanScheme[] = [];
  for (const name of names) {
    const scheme = readScheme(document, name);
    if (typeof scheme === "string") return scheme;
    const other = namesByOption.get(scheme.option) ?? name;
    if (other !== name)
      return `the security schemes "${other}" and "${name}", which would be one option, "${scheme.option}"; rename one.`;
    // One token can have the rights of several flows or providers.
    if (scheme.kind === "bearer" && way.some(({ kind }) => kind === "bearer")) continue;
    if (way.some((one) => placeOf(one) === placeOf(scheme)))
      return `two credentials in the ${placeOf(scheme)}, which carries one; remove one.`;
    namesByOption.set(scheme.option, name);
    way.push(scheme);
  }
  return way;
}

function placeOf({ kind, name }: PlanScheme): string {
  return `${kind === "query" ? "query parameter" : "header"} "${name}"`;
}

/** A scheme, or the reason why it is unsupported. */
function readScheme(document: Document, name: string): PlanScheme | string {
  const given = document.components?.securitySchemes?.[name];
  if (given === undefined) return `the security scheme "${name}", which is not in components/securitySchemes; add it.`;
  const pointer = toPointer(["components", "securitySchemes", name]);
  const scheme = resolveAt<SecurityScheme>(document, { pointer, value: given }).value;
  const option = toCamelCase(name);
  const { type, in: place, name: key = "" } = scheme;
  if (type === "apiKey" && place === "header") {
    if (isReservedHeader(key)) return `the header "${key}", which cannot carry an API key; name one of its own.`;
    return { option, kind: "header", name: key.toLowerCase() };
  }
  if (type === "apiKey" && place === "query" && key !== "") return { option, kind: "query", name: key };
  if (type === "http" && scheme.scheme?.toLowerCase() === "basic")
    return { option, kind: "basic", name: "authorization" };
  const isBearer = type === "oauth2" || type === "openIdConnect" || scheme.scheme?.toLowerCase() === "bearer";
  if (isBearer) return { option, kind: "bearer", name: "authorization" };
  const what = type === "apiKey" ? `${type} in ${place}` : `${type} ${scheme.scheme ?? ""}`.trim();
  return `the security scheme "${name}" of the kind ${what}, which is not supported.`;
}
