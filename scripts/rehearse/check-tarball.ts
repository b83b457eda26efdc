import { posix } from "node:path";

/** The part of a manifest that determines the files of the tarball and its dependencies. */
interface Manifest {
  name?: string;
  peerDependencies?: Readonly<Record<string, string>>;
  [field: string]: unknown;
}

const DEPENDENCIES = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
const ALWAYS = ["package.json", "README.md", "CHANGELOG.md", "LICENSE"];
const ACCEPTED = /^dist\/.+\.(js|js\.map|d\.ts|json|html|css|svg|txt)$/;
/** The manifest of an entry for tools that do not read `exports`: they find a folder of that name. */
const ENTRY_MANIFEST = /^[\w-]+\/package\.json$/;
const REJECTED = /\.(test|test-d|spec|bench)\.|(^|\/)(fixtures?|node_modules|tsconfig[^/]*\.json)(\/|$)/;
/** Home folders, which can get into source maps and bundles; examples use `/home/user/`. */
const HOMES = /(?<![\w.])(\/(?:home|Users)\/(?!user\/)[\w.-]+\/|[A-Z]:\\\\?Users\\)/;
const IMPORT_ATTRIBUTE = /\b(?:with|assert)\s*:?\s*\{\s*["']?type["']?\s*:\s*["']/;

/** The problems of a tarball, one sentence each. `secrets` are paths and hosts of this machine, which must not occur. */
export function checkTarball(files: ReadonlyMap<string, string>, secrets: readonly string[]): string[] {
  const manifest = JSON.parse(files.get("package.json") ?? "{}") as Manifest;
  const named = targets([manifest.exports, manifest.bin, manifest.main, manifest.types, manifest.typesVersions]);
  const entries = [...files].filter(([name]) => ENTRY_MANIFEST.test(name)).flatMap(readEntry);
  const needed = [...new Set([...ALWAYS, ...named, ...entries].map((name) => posix.normalize(name)))];
  const missing = needed.filter((name) => !files.has(name));
  const problems = missing.map((name) => `${name} is missing.`);
  for (const [field, range] of ranges(manifest)) {
    if (/^(workspace|catalog|link|file|portal):/.test(range))
      problems.push(`${field} is ${range}, which only works here.`);
  }
  // Ours are released together; npm rejects a user's other version of anybody else's.
  for (const [peer, range] of Object.entries(manifest.peerDependencies ?? {})) {
    const isOurs = peer.split("/")[0] === manifest.name?.split("/")[0];
    if (!isOurs && /^\d+\.\d+\.\d+$/.test(range)) problems.push(`peerDependencies.${peer} is one version, ${range}.`);
  }
  for (const [name, content] of files) {
    if (REJECTED.test(name) || !(ACCEPTED.test(name) || needed.includes(name)))
      problems.push(`${name} must not be in it.`);
    const leak = secrets.find((secret) => content.includes(secret)) ?? content.match(HOMES)?.[1];
    if (leak !== undefined) problems.push(`${name} names ${leak}, a place of this machine.`);
    if (IMPORT_ATTRIBUTE.test(content) && isCode(name))
      problems.push(`${name} has an import attribute, which bundlers before 2024 cannot parse.`);
    for (const target of localImports(name, content)) {
      if (!files.has(target)) problems.push(`${name} imports ${target}, which is missing.`);
    }
  }
  return problems;
}

/** The manifest of an entry, which has only paths, and the files that it names. */
function readEntry([name, content]: readonly [string, string]): string[] {
  return [name, ...targets(JSON.parse(content)).map((path) => posix.join(posix.dirname(name), path))];
}

function targets(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(targets) : [];
}

function* ranges(manifest: Manifest): Generator<[field: string, range: string]> {
  for (const field of DEPENDENCIES) {
    for (const [name, range] of Object.entries(manifest[field] ?? {})) yield [`${field}.${name}`, String(range)];
  }
}

/** The relative imports of a module; a declaration is beside its module. */
function localImports(name: string, content: string): string[] {
  if (!isCode(name)) return [];
  const found = content.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'](\.{1,2}\/[^"']+\.(?:js|json))["']/g);
  const isDeclaration = name.endsWith(".d.ts");
  return [...found].map(([, target = ""]) => {
    const resolved = posix.join(posix.dirname(name), target);
    return isDeclaration ? resolved.replace(/\.js$/, ".d.ts") : resolved;
  });
}

function isCode(name: string): boolean {
  return /\.(js|d\.ts)$/.test(name);
}
