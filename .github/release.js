// Publishes and tags what `changeset pack` made, without dependencies: nothing is installed beside the credentials.
// Usage: node release.js digest FOLDER, publish FOLDER DIGEST [--provenance] or tag FOLDER DIGEST
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [command, folder = ".", expectedDigest, ...options] = process.argv.slice(2);
const planBytes = readFileSync(join(folder, "publish-plan.json"));
const tarballs = JSON.parse(planBytes)
  .plan.flat()
  .filter(({ tarball }) => tarball !== undefined)
  .map(({ name, version, tarball: { path } }) => ({ name, version, path, bytes: readFileSync(join(folder, path)) }));

const commands = { digest: () => console.log(digest()), publish, tag };
if (!Object.hasOwn(commands, command)) fail(`unknown command "${command}"; expected digest, publish or tag`);
commands[command]();

/** One digest of the plan and every tarball, which the job that packed hands on beside the files. */
function digest() {
  const hash = createHash("sha512").update(planBytes);
  for (const { bytes } of tarballs) hash.update(createHash("sha512").update(bytes).digest());
  return hash.digest("hex");
}

function expectPacked() {
  if (expectedDigest !== digest()) fail("the tarballs are not those that were packed: they have another digest");
}

/** Publishes exactly the bytes that were tested; a version that is there already, with the same bytes, is passed over. */
function publish() {
  expectPacked();
  for (const { name, version, path, bytes } of tarballs) {
    const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
    const published = readPublished(`${name}@${version}`);
    if (published === undefined) {
      // An absolute path: npm takes `folder/file.tgz` for a repository on GitHub.
      const args = ["publish", resolve(folder, path), "--access", "public", "--ignore-scripts", ...options];
      // npm asks for the second factor itself, where it needs one.
      execFileSync("npm", args, { stdio: "inherit" });
      console.log(`${name}@${version} is published`);
    } else if (published === integrity) console.log(`${name}@${version} is published already`);
    else fail(`${name}@${version} is published already, with other bytes: ${published}`);
  }
}

/** The digest of a version that the registry has; undefined where it has none. */
function readPublished(version) {
  try {
    // What npm prints of a version that is missing would look like a failure.
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
    return (
      JSON.parse(execFileSync("npm", ["view", version, "dist.integrity", "--json"], options) || "null") ?? undefined
    );
  } catch (error) {
    if (`${error.stdout}${error.stderr}`.includes("E404")) return undefined;
    throw error;
  }
}

/** Tags the commit that was released, once for each package. */
function tag() {
  expectPacked();
  for (const { name, version } of tarballs) {
    const title = `${name}@${version}`;
    const isThere = git("ls-remote", "--tags", "origin", `refs/tags/${title}`) !== "";
    if (isThere) continue;
    git("tag", title);
    git("push", "origin", `refs/tags/${title}`);
    console.log(`${title} is tagged`);
  }
}

function git(...args) {
  return execFileSync("git", args, { encoding: "utf8" });
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
