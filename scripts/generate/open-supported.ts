import type { BaseResolver } from "@redocly/openapi-core";
import type { Document } from "../openapi/document.ts";
import { bundle } from "./bundle.ts";
import { leaveOutInvalid } from "./leave-out/leave-out-invalid.ts";
import { leaveOutRejected, type Remainder } from "./leave-out-rejected.ts";
import { SpecError } from "./spec-error.ts";

/** The supported operations of a document. */
export interface SupportedDocument extends Omit<Remainder, "issues"> {
  /** With the operations that are valid but unsupported. */
  readonly bundled: Document;
}

/**
 * Bundles a document without the operations that are invalid or unsupported; `prepare` can change it before the latter are
 * found. Throws a `SpecError` for issues of the whole document, or if no operation is valid.
 */
export async function openSupported(
  specDir: string,
  resolver: BaseResolver,
  prepare = (document: Document): Document => document,
): Promise<SupportedDocument> {
  const invalid = await leaveOutInvalid(specDir, resolver);
  if (invalid.rejected.length > 0 && invalid.rejected.length === invalid.operationCount)
    throw new SpecError([...new Set(invalid.rejected.flatMap(({ issues }) => issues)), ...invalid.others]);
  const bundled = prepare(await bundle(specDir, resolver));
  const { issues, ...remainder } = leaveOutRejected(bundled);
  if (issues.length > 0) throw new SpecError(issues);
  return {
    ...remainder,
    bundled,
    operationCount: invalid.operationCount,
    rejected: [...invalid.rejected, ...remainder.rejected],
    others: [...invalid.others, ...remainder.others],
  };
}
