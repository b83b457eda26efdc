import type { Document } from "../openapi/document.ts";
import { schemaPointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkOptionNames } from "./check-option-names.ts";
import { checkReferences } from "./check-references.ts";
import { findInfiniteNumbers } from "./find-infinite-numbers.ts";
import { withoutIgnoredParameters } from "./ignored-parameters.ts";
import type { Operation, PlanSchema } from "./operation.ts";
import { prepareDocument } from "./prepare/prepare-document.ts";
import { readOperations } from "./read-operations.ts";
import { readSchema } from "./read-schema.ts";
import { type Alternatives, createSecurityReader } from "./read-security.ts";
import { readServerUrl } from "./read-server.ts";
import { showSelectingTexts } from "./show-selecting-texts.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { splitDirections } from "./split-directions.ts";
import { withoutExtensions } from "./without-extensions.ts";

/** The input of rendering: a document that is fully resolved and validated. */
export interface Plan {
  /** The document with a schema for each direction, for openapi-typescript. */
  readonly document: Document;
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, PlanSchema>>;
  /** Those whose schemas are inline in the source. */
  readonly inlineNames: ReadonlySet<string>;
  readonly server: string;
  /** The header of the one key that every operation needs, in lower case; undefined for other security schemes. */
  readonly apiKeyHeader: string | undefined;
  /** The default security requirements of operations. */
  readonly security: Alternatives;
}

/** Reads the plan from a bundled document. Throws one `SpecError` with all issues. */
export function readPlan(bundled: Document): Plan {
  const { plan, issues, accessIssues } = collectPlan(bundled);
  const all = [...issues, ...accessIssues];
  if (all.length > 0) throw new SpecError(all);
  return plan;
}

interface CollectedPlan {
  readonly plan: Plan;
  /** The issues of operations and schemas. */
  readonly issues: readonly SpecIssue[];
  /** The issues of the server and the key, which no type depends on. */
  readonly accessIssues: readonly SpecIssue[];
}

/** Reads the plan as far as possible, with all issues. Throws `SpecError` if references are broken. */
export function collectPlan(given: Document): CollectedPlan {
  const bundled = withoutExtensions(given);
  const broken = checkReferences(bundled);
  if (broken.length > 0) throw new SpecError(broken);
  const issues: SpecIssue[] = [];
  const accessIssues: SpecIssue[] = [];
  const { document: prepared, inlineNames, toSource } = prepareDocument(bundled);
  const document = splitDirections(prepared);
  const addAccessIssue: AddIssue = (message, pointer = "#") =>
    void accessIssues.push({ pointer, message: `The document ${message}` });
  const security = createSecurityReader(document, addAccessIssue);
  const operations = readOperations(document, security, issues);
  if (operations.length === 0) addAccessIssue("has no operation that can be called; add one.", "#/paths");
  const names = Object.keys(document.components?.schemas ?? {});
  const schemas = names.map((name) => [name, readNamedSchema(document, name, issues)] as const);
  const apiKeyHeader = findApiKeyHeader(security.root, operations);
  // One key for every operation is the option apiKey, whatever its scheme is called.
  if (apiKeyHeader === undefined) checkOptionNames(security.namesByOption, addAccessIssue);
  const plan = {
    document: withoutIgnoredParameters(document, security),
    operations,
    schemas: showSelectingTexts(document, Object.fromEntries(schemas)),
    inlineNames,
    server: readServerUrl(document.servers ?? [], "#/servers", addAccessIssue),
    apiKeyHeader,
    security: security.root,
  };
  const located = issues.map((issue) => ({ ...issue, pointer: toSource(issue.pointer ?? "#") }));
  return { plan, issues: unique([...findInfiniteNumbers(bundled), ...located]), accessIssues };
}

function readNamedSchema(document: Document, name: string, issues: SpecIssue[]): PlanSchema {
  const place = { pointer: schemaPointer(name), value: document.components?.schemas?.[name] ?? {} };
  return readSchema(document, place, (message, pointer = place.pointer) => {
    issues.push({ pointer, message: `The schema ${name} ${message}` });
  });
}

/** The header of the one key that every operation needs; undefined for other security schemes. */
function findApiKeyHeader(root: Alternatives, operations: readonly Operation[]): string | undefined {
  const [schemes, ...others] = root;
  const [scheme, ...further] = schemes ?? [];
  const isShared = others.length + further.length === 0 && operations.every(({ security }) => security === undefined);
  return isShared && scheme?.kind === "header" ? scheme.name : undefined;
}

/** An issue of a component is listed once, even if several operations or names use it. */
function unique(issues: readonly SpecIssue[]): SpecIssue[] {
  const keys = issues.map(({ pointer, message }) => `${pointer} ${message.replace(/^The schema \S+ /, "")}`);
  return issues.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}
