import { writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import type { Result } from "../../suite/run-suite.ts";
import type { Report } from "../control.ts";
import { run } from "../run.ts";
import type { Bundle, Bundler } from "./bundler.ts";
import { CONSUMERS, FOUND, type Markers, readMarkers, writeConsumers } from "./consumers.ts";

type Name = keyof typeof CONSUMERS;
type Bundles = Readonly<Record<Name, Bundle>>;

const LIMIT_MS = 60_000;
const NAMES = Object.keys(CONSUMERS) as Name[];

/** Bundles every script, checks the bundles, and runs them. */
export async function checkBundler(name: string, bundler: Bundler, folder: string): Promise<Report> {
  const files = await writeConsumers(folder);
  const bundles = {} as Record<Name, Bundle>;
  for (const one of NAMES) bundles[one] = await bundler.bundle(files[one]);
  const markers = await readMarkers(folder);
  const results: Result[] = [];
  const check = async (group: string, title: string, problem: () => string | Promise<string>) => {
    const startedAt = Date.now();
    const error = await problem();
    results.push({ group, title, ms: Date.now() - startedAt, ...(error !== "" && { error }) });
  };
  for (const one of NAMES) {
    await check("bundles", `${one}: without a warning`, () => bundles[one].warnings.join("\n"));
    await check("bundles", `${one}: without Node.js and without a shim`, () => findForeignCode(bundles[one]));
    await check("runs", `${one}: what it finds`, () =>
      runBundle(join(folder, `${name}-${one}.mjs`), one, bundles[one]),
    );
  }
  for (const [title, problem] of Object.entries(checkParts(bundles, markers)))
    await check("parts", title, () => problem);
  return { results };
}

/** The packages whose modules are expected, and the scripts. */
const KNOWN = /(^|[\\/])(@serviceform[\\/](client|types|sandbox)|openapi-fetch)[\\/]|consumer-\w+\.js/;
/** The bundlers' own: their runtime, and names of concatenated modules. */
const OWN = /^(webpack|\0rolldown|\0vite\/modulepreload)|rolldown[\\/]runtime|^\0?rolldown/;

/** Lists unexpected modules, and code that needs Node.js. */
export function findForeignCode({ code, modules }: Pick<Bundle, "code" | "modules">): string {
  const others = modules.filter((name) => name !== "" && (isBuiltin(name) || !(KNOWN.test(name) || OWN.test(name))));
  const left =
    code.match(/["'`]node:\w+["'`]|\brequire\((["'`])[^)]*\1\)|\bBuffer\.from\b|__vite-browser-external/g) ?? [];
  return [...others.map((name) => `It has the module ${name}.`), ...left.map((text) => `It uses ${text}.`)].join("\n");
}

async function runBundle(file: string, one: Name, { code }: Bundle): Promise<string> {
  await writeFile(file, `${code}\nconsole.log(JSON.stringify(await globalThis.found));\n`);
  const { stdout, stderr } = await run(process.execPath, [file], join(file, ".."), LIMIT_MS);
  return `${stdout.trim()}${stderr}` === FOUND[one] ? "" : `It found ${stdout}${stderr} instead of ${FOUND[one]}.`;
}

/** Checks that each part is only in the bundles that use it. */
export function checkParts({ calls, errors, everything }: Bundles, markers: Markers): Record<string, string> {
  const has = ({ code }: Bundle, part: keyof Markers) => code.includes(markers[part]);
  const out = (bundle: Bundle, part: keyof Markers) => (has(bundle, part) ? `"${markers[part]}" is in.` : "");
  const inside = (bundle: Bundle, part: keyof Markers) => (has(bundle, part) ? "" : `"${markers[part]}" is not in.`);
  return {
    "validators are out of a script that calls": out(calls, "validators"),
    "the contract's document is out of a script that calls": out(calls, "contract"),
    "the descriptions are out of a script that calls": out(calls, "descriptions"),
    "the path style is out of a script that calls": out(calls, "pathStyle"),
    "a script that only checks errors has no methods": errors.code.includes("/flex/spaces") ? "They are in." : "",
    "streams are out of a script that looks at errors": out(errors, "streams"),
    // `client.stream` is part of every client, so every script with a client has them.
    "streams are in a script that calls": inside(calls, "streams"),
    "validators are in a script that uses them": inside(everything, "validators"),
    "the contract's document is in a script that uses validators": inside(everything, "contract"),
    "the descriptions are in a script that uses them": inside(everything, "descriptions"),
    "the path style is in a script that uses it": inside(everything, "pathStyle"),
  };
}
