import type { Document, SecurityScheme } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import { checkNames } from "./check-names.ts";
import { checkReferences } from "./check-references.ts";
import { inputName, type Operation, type PlanSchema } from "./operation.ts";
import { collectOperations } from "./read-operations.ts";
import { createSchemaReader } from "./read-schema.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { splitDirections } from "./split-directions.ts";
import { withoutExtensions } from "./without-extensions.ts";

/** Everything that is rendered: a document with nothing left to resolve, to choose or to reject. */
export interface Plan {
  /** The document with a schema for each direction, for openapi-typescript. */
  readonly document: Document;
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, PlanSchema>>;
  readonly server: string;
  /** In lower case, as header names have no case. */
  readonly apiKeyHeader: string;
}

/** Reads the plan out of a bundled document. Throws one `SpecError` with all that is to be fixed. */
export function readPlan(bundled: Document): Plan {
  const { plan, issues, accessIssues } = collectPlan(bundled);
  const all = [...issues, ...accessIssues];
  if (all.length > 0) throw new SpecError(all);
  return plan;
}

interface CollectedPlan {
  readonly plan: Plan;
  /** What is wrong with operations and schemas. */
  readonly issues: readonly SpecIssue[];
  /** What is wrong with the server and the key, which no type depends on. */
  readonly accessIssues: readonly SpecIssue[];
}

/** Reads the plan as far as it can be read, with what is to be fixed. Throws `SpecError` where references are broken. */
export function collectPlan(given: Document): CollectedPlan {
  const bundled = withoutExtensions(given);
  const broken = checkReferences(bundled);
  if (broken.length > 0) throw new SpecError(broken);
  const issues: SpecIssue[] = [];
  const accessIssues: SpecIssue[] = [];
  const document = splitDirections(bundled);
  const operations = collectOperations(document, issues);
  const names = Object.keys(document.components?.schemas ?? {});
  issues.push(...checkNames(Object.keys(bundled.components?.schemas ?? {}), new Set(operations.map(inputName))));
  const schemas = names.map((name) => [name, readNamedSchema(document, name, issues)] as const);
  const server = readServer(document, accessIssues);
  const apiKeyHeader = readApiKeyHeader(document, accessIssues);
  const plan = { document, operations, schemas: Object.fromEntries(schemas), server, apiKeyHeader };
  return { plan, issues: unique(issues), accessIssues };
}

function readNamedSchema(document: Document, name: string, issues: SpecIssue[]): PlanSchema {
  const pointer = `#/components/schemas/${escapePointer(name)}`;
  const read = createSchemaReader(document, (message, at = pointer) => {
    issues.push({ pointer: at, message: `The schema ${name} ${message}` });
  });
  return read(document.components?.schemas?.[name] ?? {}, pointer);
}

function readServer({ servers = [] }: Document, issues: SpecIssue[]): string {
  const [server, ...others] = servers;
  if (server !== undefined && others.length === 0 && /^https:\/\/[^{}?#]+[^{}?#/]$/.test(server.url)) return server.url;
  const message = "Name exactly one server, an https URL without variables, query, fragment and slash at its end.";
  issues.push({ pointer: "#/servers", message });
  return "";
}

/** Headers that are not free to carry a key, since the client or the runtime sets them. */
const RESERVED_HEADER =
  /^(?:content-.+|transfer-encoding|host|connection|keep-alive|upgrade|expect|te|trailer|accept|cookie|user-agent)$/;

function readApiKeyHeader({ security = [], components }: Document, issues: SpecIssue[]): string {
  const names = security.flatMap((requirement) => Object.keys(requirement));
  const scheme: Partial<SecurityScheme> = components?.securitySchemes?.[names[0] ?? ""] ?? {};
  const header = scheme.name?.toLowerCase() ?? "";
  if (security.length !== 1 || names.length !== 1 || scheme.type !== "apiKey" || scheme.in !== "header") {
    issues.push({ pointer: "#/security", message: "Name exactly one security scheme, an apiKey in a header." });
  } else if (!/^[\w!#$%&'*+.^`|~-]+$/.test(header) || RESERVED_HEADER.test(header)) {
    const pointer = `#/components/securitySchemes/${names[0]}/name`;
    issues.push({ pointer, message: `The header "${scheme.name}" cannot carry an API key; name one of its own.` });
  }
  return header;
}

/** A component that several operations use is wrong once. */
function unique(issues: readonly SpecIssue[]): SpecIssue[] {
  return [...new Map(issues.map((issue) => [`${issue.pointer} ${issue.message}`, issue])).values()];
}
