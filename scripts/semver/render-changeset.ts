import { createHash } from "node:crypto";
import type { Bump } from "./bump.ts";
import type { Verdict } from "./compare.ts";

/** The changeset that lists the noticeable changes of a contract, for the changelogs. */
export function renderChangeset({ bump, changes }: Verdict, packages: readonly string[]): string {
  const lines = changeLines(changes);
  const text =
    lines.length === 0
      ? "The contract changes without effect on callers, such as in descriptions and in limits of responses."
      : `The contract of the API changes:\n\n${lines.join("\n")}`;
  const bumps = new Map(packages.map((name) => [name, bump]));
  const digest = digestOf(joinParts(bumps, text));
  // A comment of YAML, which appears in no changelog.
  return joinParts(bumps, text, `# semver wrote this file (${digest}), and replaces it until it is edited.\n`);
}

/** The list items of the changes that callers notice. */
export function changeLines(changes: Verdict["changes"]): string[] {
  const noticed = changes.filter((change) => change.bump !== "patch");
  return noticed.map((change) => `- ${change.bump === "major" ? "**Breaking:** " : ""}${change.reason}`);
}

export function joinParts(bumps: ReadonlyMap<string, Bump>, text: string, note = ""): string {
  const lines = [...bumps].map(([name, bump]) => `"${name}": ${bump}\n`);
  return `---\n${lines.join("")}${note}---\n\n${text}\n`;
}

/** Whether the changeset is another one than `renderChangeset` wrote. */
export function isEdited(changeset: string): boolean {
  const lines = withoutReturns(changeset);
  const [note = "", digest] = /^# semver wrote this file \((\w+)\).*\n/m.exec(lines) ?? [];
  return digest !== digestOf(lines.replace(note, ""));
}

/** What the changelogs contain. */
export function textOf(changeset: string): string {
  return withoutReturns(changeset)
    .replace(/^---\n[\s\S]*?\n?---(\n|$)/, "")
    .trim();
}

function withoutReturns(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
