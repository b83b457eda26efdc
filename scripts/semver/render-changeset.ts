import type { Verdict } from "./compare.ts";

/** The changeset that lists the noticeable changes of a contract, for the changelogs. */
export function renderChangeset({ bump, changes }: Verdict, packages: readonly string[]): string {
  const noticed = changes.filter((change) => change.bump !== "patch");
  const lines = noticed.map((change) => `- ${change.bump === "major" ? "**Breaking:** " : ""}${change.reason}`);
  const text =
    lines.length === 0
      ? "The contract changes without effect on callers, such as in descriptions and in limits of responses.\n"
      : `The contract of the API changes:\n\n${lines.join("\n")}\n`;
  return `---\n${packages.map((name) => `"${name}": ${bump}\n`).join("")}---\n\n${text}`;
}
