import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { bundle } from "../generate/bundle.ts";
import { assertReadable } from "../generate/find-unreadable.ts";
import { lint } from "../generate/lint.ts";
import { SpecError } from "../generate/spec-error.ts";
import "../generate/circular-references.ts";
import { needsLargeStack, runWithLargeStack } from "../large-stack.ts";
import { readOptions } from "../read-options.ts";
import { compare, type Rejection, type Verdict } from "./compare.ts";
import { findInsufficientBumps, type Versioned } from "./find-insufficient-bumps.ts";
import { findInvalidPart } from "./find-invalid-part.ts";
import { leaveOutUnreleased } from "./leave-out-unreleased.ts";
import { pendingBumps } from "./pending-bumps.ts";
import { readDocument } from "./read-document.ts";
import { firstRelease, type Release, releasedContract, UNRELEASED } from "./released-contract.ts";
import { writeChangeset } from "./write-changeset.ts";

/** The packages whose types are those of the contract. They are released together, under one version. */
const CONTRACT_PACKAGES = ["types", "client", "sandbox"];
const NO_RELEASE = "Wrote no changeset: there is no release to compare with. Run: npx -y pnpm@12 changeset";
/** The number of printed changes; the changeset has all of them. */
const SHOWN_CHANGES = 20;

const options = readOptions({
  base: { type: "string" },
  next: { type: "string" },
  write: { type: "boolean", default: false },
  root: { type: "string", default: resolve(import.meta.dirname, "../..") },
});

try {
  if (options.next !== undefined) await compareDocuments(options.base, options.next);
  else await compareWorkspace(options);
} catch (error) {
  if (needsLargeStack(error)) {
    runWithLargeStack(import.meta.url);
  } else {
    if (!isExpected(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Any other error is a bug. */
function isExpected(error: unknown): error is Error {
  return error instanceof SpecError || (error instanceof Error && error.constructor === Error);
}

async function compareDocuments(base: string | undefined, next: string): Promise<void> {
  if (base === undefined) throw new Error("Name both documents: npx -y pnpm@12 semver --base a.json --next b.json");
  const [before, after] = [await readDocument(base), await readDocument(next)];
  const verdict = await compare(before, after).catch(async (error: unknown) => {
    for (const [file, document] of [[base, before] as const, [next, after] as const]) {
      const part = await findInvalidPart(document);
      if (part !== undefined) throw new Error(`${file} ${part}; generate rejects it, and it cannot be compared.`);
    }
    throw error;
  });
  show(verdict, { base, next });
  console.log(verdict.bump);
}

interface WorkspaceOptions {
  readonly root: string;
  readonly base?: string | undefined;
  readonly write: boolean;
}

async function compareWorkspace({ root, base, write }: WorkspaceOptions): Promise<void> {
  const packages = await Promise.all(CONTRACT_PACKAGES.map((folder) => readPackage(root, folder)));
  const [types] = packages;
  const release = await lastRelease(types as Versioned, base);
  const verdict = release ? await compareWithRelease(release, join(root, "spec")) : firstRelease;
  show(verdict, { base: base ?? `the contract of ${release?.version}`, next: "spec/" });
  if (write) {
    const names = packages.map(({ name }) => name);
    const lines = release ? await writeChangeset(root, verdict, names) : [NO_RELEASE];
    for (const line of lines) console.log(line);
  }
  const bumps = await pendingBumps(join(root, ".changeset"));
  const broken = findInsufficientBumps(verdict, packages, bumps, release?.version ?? UNRELEASED);
  if (broken.length > 0)
    throw new Error(`${broken.join("\n")}\nRun: npx -y pnpm@12 ${release ? "semver --write" : "changeset"}`);
  const since = release ? `Since ${release.version}` : "For the first release";
  console.log(`${since} the contract requires: ${verdict.bump}. The changesets are sufficient.`);
}

/** With `base`, the file is the contract of the packages' present version. */
async function lastRelease({ name, version }: Versioned, base: string | undefined): Promise<Release | undefined> {
  if (base !== undefined) return { version, document: await readDocument(base) };
  // No version was ever released, so the registry is not needed.
  if (version === UNRELEASED) return undefined;
  const release = await releasedContract(name, version);
  if (release?.note !== undefined) console.log(release.note);
  return release;
}

/** An unchanged contract needs neither Redocly nor a compiler. */
async function compareWithRelease({ document }: Release, specDir: string): Promise<Verdict> {
  await assertReadable(specDir);
  await lint(specDir);
  const { document: next, leftOut } = leaveOutUnreleased(document, await bundle(specDir));
  if (leftOut.length > 0) console.log(`Left out, since generate rejects them: ${leftOut.join(", ")}.`);
  const same = isDeepStrictEqual(document, next);
  return same ? { bump: "none", changes: [], rejections: [] } : compare(document, next);
}

async function readPackage(root: string, folder: string): Promise<Versioned> {
  return JSON.parse(await readFile(join(root, "packages", folder, "package.json"), "utf8"));
}

function show({ changes, rejections }: Verdict, names: Record<Rejection["document"], string>): void {
  for (const { bump, reason } of changes.slice(0, SHOWN_CHANGES)) console.log(`${bump.padEnd(5)}  ${reason}`);
  if (changes.length > SHOWN_CHANGES) console.log(`and ${changes.length - SHOWN_CHANGES} more`);
  const lines = rejections.flatMap(({ document, reasons }) =>
    reasons.map((reason) => `generate rejects ${names[document]}: ${reason}`),
  );
  for (const line of new Set(lines)) console.log(line);
  if (rejections.some(({ hasMethods }) => !hasMethods))
    console.log("Therefore paths and components were compared, but no methods.");
}
