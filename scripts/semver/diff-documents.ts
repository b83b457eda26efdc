import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "../generate/document.ts";
import { redocly } from "../generate/redocly.ts";
import type { Bump, Change } from "./bump.ts";
import { place } from "./place.ts";

/** What `redocly diff` finds between two documents. */
export async function diffDocuments(base: Document, next: Document): Promise<Change[]> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-semver-"));
  await Promise.all([
    writeFile(join(scratch.path, "base.json"), JSON.stringify(base)),
    writeFile(join(scratch.path, "next.json"), JSON.stringify(next)),
  ]);
  const args = ["diff", "base.json", "next.json", "--format", "json", "--fail-on", "none"];
  const { code, stdout, stderr } = await redocly(scratch.path, args);
  if (code !== 0) throw new Error(`redocly diff failed: ${stderr}`);
  return (JSON.parse(stdout) as Report).changes.map(readChange);
}

interface Report {
  changes: Finding[];
}

interface Finding {
  kind: "added" | "removed" | "modified";
  typeName: string;
  impact: Exclude<Bump, "none">;
  property?: string;
  verdicts: { message: string }[];
  base?: Side;
  revision?: Side;
}

interface Side {
  pointer: string;
  value?: unknown;
}

/** Redocly rates whatever is added as minor, also where it is there to be read only. */
const READING_MATTER = new Set(["Contact", "Example", "ExamplesMap", "ExternalDocs", "License", "Logo", "Tag"]);

function readChange(finding: Finding): Change {
  const { kind, typeName, impact, property, verdicts, base, revision } = finding;
  const pointer = (revision ?? base)?.pointer ?? "";
  const owner = property === undefined ? pointer : pointer.replace(new RegExp(`/${escapeRegExp(property)}$`), "");
  const subject = place(owner);
  const said = verdicts.map(({ message }) => message).join(" ");
  if (property === "deprecated" && revision?.value === true) {
    // semver.org, 7: what is marked as deprecated takes a minor version.
    return { bump: "minor", subject, reason: `\`${subject}\` is deprecated.` };
  }
  if (property === "x-idempotent") {
    const reason = `The client ${revision?.value === true ? "now" : "no longer"} repeats \`${subject}\` after a failure.`;
    return { bump: "minor", subject, reason };
  }
  if (kind === "added" && /^Parameter(List)?$/.test(typeName)) return describeParameters(subject, revision?.value);
  return {
    bump: READING_MATTER.has(typeName) ? "patch" : impact,
    subject,
    reason: said === "" ? describe(kind, subject, property) : said,
  };
}

function describeParameters(place: string, value: unknown): Change {
  const names = [value].flat().map((parameter) => (parameter as { name?: string }).name ?? "by reference");
  const operation = place.replace(/: parameters.*$/, "");
  const reason = `\`${operation}\` takes a new parameter: ${names.map((name) => `\`${name}\``).join(", ")}.`;
  return { bump: "minor", subject: `${operation}: ${names.join(", ")}`, reason };
}

function describe(kind: Finding["kind"], subject: string, property: string | undefined): string {
  if (property !== undefined) return `The ${property} of \`${subject}\` changes.`;
  return { added: `\`${subject}\` is new.`, removed: `\`${subject}\` is gone.`, modified: `\`${subject}\` changes.` }[
    kind
  ];
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
