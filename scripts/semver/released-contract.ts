import { execFile } from "node:child_process";
import { mkdtempDisposable, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Document } from "../generate/document.ts";

const run = promisify(execFile);

export interface Release {
  readonly version: string;
  readonly document: Document;
}

/**
 * The contract that the newest release of `name` was generated from, out of its tarball in the registry that npm is set
 * up for; undefined before the first release. Throws where the registry does not answer.
 */
export async function releasedContract(name: string): Promise<Release | undefined> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-release-"));
  try {
    await run("npm", ["pack", `${name}@latest`, "--pack-destination", scratch.path], { cwd: scratch.path });
  } catch (error) {
    const { stderr = "" } = error as { stderr?: string };
    if (/\bE404\b/.test(stderr)) return undefined;
    throw new Error(`The registry does not say what the last release of ${name} is: ${stderr.trim() || error}`);
  }
  const [tarball] = await readdir(scratch.path);
  if (tarball === undefined) throw new Error(`npm packed nothing for ${name}.`);
  const read = async (file: string) =>
    JSON.parse((await run("tar", ["-xzOf", tarball, file], { cwd: scratch.path, maxBuffer: 2 ** 28 })).stdout);
  const { version } = await read("package/package.json");
  return { version, document: await read("package/dist/openapi.json") };
}
