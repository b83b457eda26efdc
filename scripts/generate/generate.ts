import type { Document } from "../openapi/document.ts";
import { addLineNumbers } from "./add-line-numbers.ts";
import { bundle } from "./bundle.ts";
import { checkVersion } from "./check-version.ts";
import { findUnusableNames } from "./find-unusable-names.ts";
import { lint } from "./lint.ts";
import { readPlan } from "./plan.ts";
import { renderContract } from "./render-contract.ts";
import { renderDescribe } from "./render-describe.ts";
import { renderInputs } from "./render-inputs.ts";
import { renderMethods } from "./render-methods.ts";
import { renderPaths } from "./render-paths.ts";
import { renderRoutes } from "./render-routes.ts";
import { renderSchemas } from "./render-schemas.ts";
import { renderTable } from "./render-table.ts";
import { SpecError } from "./spec-error.ts";
import { toTypescript } from "./to-typescript.ts";

const HEADER = "// Generated from spec/, do not edit: run `pnpm generate`.\n\n";

/** Turns the spec folder into the generated files, name to content; writes nothing. Throws `SpecError`. */
export async function generate(specDir: string): Promise<Map<string, string>> {
  try {
    await checkVersion(specDir);
    return await lintAndRender(specDir);
  } catch (error) {
    const unusable = await findUnusableNames(specDir);
    if (unusable.length > 0) throw new SpecError(unusable);
    throw await addLineNumbers(error instanceof SpecError ? error : describeFailure(error), specDir);
  }
}

/** Renders while the lint, which takes longer, is still running; the issues of both are one list. */
async function lintAndRender(specDir: string): Promise<Map<string, string>> {
  const [linted, rendered] = await Promise.allSettled([lint(specDir), bundle(specDir).then(render)]);
  // The lint comes first: other failures can follow from what it finds.
  if (linted.status === "rejected") throw withIssuesOf(linted.reason, rendered);
  if (rendered.status === "rejected") throw rendered.reason;
  return rendered.value;
}

function withIssuesOf(linted: unknown, rendered: PromiseSettledResult<unknown>): unknown {
  const areBoth = linted instanceof SpecError && rendered.status === "rejected" && rendered.reason instanceof SpecError;
  return areBoth ? new SpecError([...linted.issues, ...rendered.reason.issues]) : linted;
}

/** A defect of generation itself is also reported without a stack trace, with what its author needs to find it. */
function describeFailure(error: unknown): SpecError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `Generation fails on the document without finding what is wrong with it (${reason}); take back the last change.`;
  return new SpecError([{ pointer: "#", message }]);
}

/** Turns the bundled document into the generated files. Throws `SpecError`. */
export async function render(bundled: Document): Promise<Map<string, string>> {
  const plan = readPlan(bundled);
  const { document, operations } = plan;
  const nodes = await toTypescript(document);
  const sources = {
    "schemas.ts": renderSchemas(document, operations),
    "methods.ts": renderMethods(operations),
    "operation-table.ts": renderTable(plan),
    "routes.ts": renderRoutes(plan),
    "contract.ts": renderContract(plan),
    "paths.ts": await renderPaths(nodes),
    "describe.ts": renderDescribe(document, operations),
    "inputs.ts": await renderInputs(document, operations, nodes),
  };
  const files = new Map(Object.entries(sources).map(([name, text]) => [name, HEADER + text]));
  return files.set("openapi.json", `${JSON.stringify(bundled, null, 2)}\n`);
}
