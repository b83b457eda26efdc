import type { BaseResolver } from "@redocly/openapi-core";
import type { Document } from "../openapi/document.ts";
import { addLineNumbers } from "./add-line-numbers.ts";
import { bundle } from "./bundle.ts";
import { checkVersion } from "./check-version.ts";
import { findLeftOut } from "./find-left-out.ts";
import { assertReadable } from "./find-unreadable.ts";
import { inputSchemas } from "./input-schemas.ts";
import { lint } from "./lint.ts";
import { listReasons } from "./list-reasons.ts";
import { openSupported } from "./open-supported.ts";
import type { Operation } from "./operation.ts";
import { unmaskPercent } from "./percent-names.ts";
import { readPlan } from "./plan.ts";
import { renderContract } from "./render-contract.ts";
import { renderDescribe } from "./render-describe.ts";
import { renderInputs } from "./render-inputs.ts";
import { renderMethods } from "./render-methods.ts";
import { renderPaths } from "./render-paths.ts";
import { renderRoutes } from "./render-routes.ts";
import { renderSchemas } from "./render-schemas.ts";
import { renderSecurity } from "./render-security.ts";
import { renderTable } from "./render-table.ts";
import { importUpload, renderUses } from "./render-uses.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { SpecResolver } from "./spec-resolver.ts";
import { toTypescript } from "./to-typescript.ts";
import { withoutReferringExtensions } from "./without-extensions.ts";

const HEADER = "// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.\n\n";

export interface RenderOptions {
  /** Leaves out unsupported operations instead of failing. @default false */
  readonly skipRejected?: boolean;
}

/** The generated files, name to content, and notes for the user. */
export interface Generation {
  readonly files: Map<string, string>;
  readonly notices: readonly string[];
}

/**
 * Turns the spec folder into the generated files; writes nothing. Throws `SpecError`, or a `RangeError` if references lead
 * from schema to schema so often that the stack overflows, which Redocly's library follows by recursion.
 */
export async function generate(specDir: string, options: RenderOptions = {}): Promise<Generation> {
  const files = new SpecResolver(specDir);
  try {
    await checkVersion(specDir, files);
    return await (options.skipRejected ? renderSupported(specDir, files) : lintAndRender(specDir, files));
  } catch (error) {
    await assertReadable(specDir);
    if (error instanceof RangeError) throw error;
    throw await addLineNumbers(error instanceof SpecError ? error : describeFailure(error), specDir, files);
  }
}

/** Lints and renders the same files, which are read once; the issues of both are one list. */
async function lintAndRender(specDir: string, files: BaseResolver): Promise<Generation> {
  const renderAll = async (): Promise<Generation> => {
    const document = await bundle(specDir, files);
    return { files: await render(document), notices: findLeftOut(document) };
  };
  const [linted, rendered] = await Promise.allSettled([lint(specDir, files), renderAll()]);
  // The lint comes first: other failures can follow from its issues.
  if (linted.status === "rejected") throw withIssuesOf(linted.reason, rendered);
  if (rendered.status === "rejected") throw rendered.reason;
  return rendered.value;
}

/** Renders the supported operations, and notes each that is left out with the reason. */
async function renderSupported(specDir: string, files: BaseResolver): Promise<Generation> {
  const { bundled, document, plan, operationCount, rejected, others } = await openSupported(specDir, files);
  if (rejected.length > 0 && rejected.length === operationCount)
    throw new SpecError([...new Set(rejected.flatMap(({ issues }) => issues))]);
  const locate = async (issues: readonly SpecIssue[]): Promise<string[]> => {
    const { message } = await addLineNumbers(new SpecError(issues), specDir, files);
    return message.split("\n");
  };
  const notices = [
    ...(rejected.length > 0 ? [`Left out ${rejected.length} of ${operationCount} operations:`] : []),
    ...(rejected.length > 0 ? await locate(listReasons(rejected)) : []),
    ...(others.length > 0 ? ["Left out other parts, which no operation needs:", ...(await locate(others))] : []),
    ...findLeftOut(document, bundled),
  ];
  return { files: await render(document, plan), notices };
}

/** An issue without a place follows from one of the lint. */
function withIssuesOf(linted: unknown, rendered: PromiseSettledResult<unknown>): unknown {
  const areBoth = linted instanceof SpecError && rendered.status === "rejected" && rendered.reason instanceof SpecError;
  if (!areBoth) return linted;
  const placed = rendered.reason.issues.filter(({ pointer, file }: SpecIssue) => (pointer ?? file) !== undefined);
  return new SpecError([...linted.issues, ...placed]);
}

/** A bug of generation is also reported without a stack trace, with the reason. */
function describeFailure(error: unknown): SpecError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `Generation fails without an issue in the document (${reason}); revert the last change.`;
  return new SpecError([{ pointer: "#", message }]);
}

/** Turns the bundled document into the generated files. Throws `SpecError`. */
export async function render(bundled: Document, plan = readPlan(bundled)): Promise<Map<string, string>> {
  const { document, operations } = plan;
  const nodes = await toTypescript(document, inputSchemas(document, multipartOf(operations)));
  const sources = {
    "schemas.ts": renderSchemas(document, operations),
    "methods.ts": importUpload(renderMethods(operations)),
    "operation-table.ts": renderTable(plan),
    "security.ts": renderSecurity(plan),
    "uses.ts": renderUses(plan),
    "routes.ts": renderRoutes(plan),
    "contract.ts": renderContract(plan),
    "paths.ts": importUpload(unmaskPercent(await renderPaths(nodes))),
    "describe.ts": renderDescribe(document, operations),
    "inputs.ts": importUpload(unmaskPercent(await renderInputs(document, operations, nodes))),
  };
  const files = new Map(Object.entries(sources).map(([name, text]) => [name, HEADER + text]));
  return files.set("openapi.json", `${printDocument(bundled)}\n`);
}

/** As JSON, which cannot express an extension that contains itself. */
function printDocument(document: Document): string {
  try {
    return JSON.stringify(document, null, 2);
  } catch {
    return JSON.stringify(withoutReferringExtensions(document), null, 2);
  }
}

/** The operations whose bodies can have files. */
function multipartOf(operations: readonly Operation[]): Operation[] {
  return operations.filter(({ body }) => body?.format === "multipart");
}
