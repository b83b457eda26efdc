import { execFile } from "node:child_process";
import { mkdtempDisposable, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Document } from "../openapi/document.ts";
import type { Verdict } from "./compare.ts";

const run = promisify(execFile);

export interface Release {
  readonly version: string;
  readonly document: Document;
  /** A note on its source, if that is not the registry. */
  readonly note?: string;
}

/** The version of unreleased packages. */
export const UNRELEASED = "0.0.0";

/** The bump of a contract without a release. */
export const firstRelease: Verdict = {
  bump: "minor",
  changes: [{ bump: "minor", subject: "the contract", reason: "This is the first release of the contract." }],
  rejections: [],
};

/** A registry that accepts connections and sends nothing would keep npm for minutes. */
const LIMIT_MS = 60_000;
/** An unreachable registry is reported within seconds, as by pnpm. */
const RETRIES = ["--fetch-retries=3", "--fetch-retry-factor=3", "--fetch-retry-mintimeout=300"];

/**
 * The contract that the newest release of `name` was generated from, out of its tarball in the registry that npm is set
 * up for; undefined before the first release. If the registry does not respond within the limit, it is the release that
 * this tree was versioned from, if npm has it in its cache. Throws if it has not.
 */
export async function releasedContract(
  name: string,
  version: string,
  limitMs: number = LIMIT_MS,
): Promise<Release | undefined> {
  try {
    return await unpack(`${name}@latest`, limitMs, RETRIES);
  } catch (error) {
    // The cast: `execFile` adds these fields to its errors.
    const { stderr = "", killed } = error as { stderr?: string; killed?: boolean };
    if (/\bE404\b/.test(stderr)) return undefined;
    const release = await unpack(`${name}@${version}`, limitMs, ["--offline"]).catch(() => undefined);
    if (release)
      return { ...release, note: `The registry does not respond: compared with ${version}, out of npm's cache.` };
    // npm prints long explanations; only its code, such as ECONNREFUSED, is used.
    const code = /^npm error code (\S+)/m.exec(stderr)?.[1] ?? error;
    const reason = killed ? `no response within ${limitMs / 1_000} s` : code;
    throw new Error(`The registry did not return the last release of ${name} (${reason}), so it is unknown whether
the contract has changed since. Where it cannot be reached, name the openapi.json of that release:
npx -y pnpm@12 semver --base openapi.json`);
  }
}

async function unpack(specifier: string, limitMs: number, options: readonly string[]): Promise<Release> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-release-"));
  const { path: cwd } = scratch;
  await run("npm", ["pack", specifier, "--pack-destination", cwd, ...options], { cwd, timeout: limitMs });
  const [tarball] = await readdir(cwd);
  if (tarball === undefined) throw new Error(`npm packed nothing for ${specifier}.`);
  const read = async (file: string) =>
    JSON.parse((await run("tar", ["-xzOf", tarball, file], { cwd, maxBuffer: 2 ** 28 })).stdout);
  const { version } = await read("package/package.json");
  return { version, document: await read("package/dist/openapi.json") };
}
