import { parseArgs } from "node:util";
import { buildSite } from "./site/build-site.ts";
import { serveSite } from "./site/serve-site.ts";

const HELP = `Builds the site of the documentation and serves it on loopback.

  --base PATH     where a host will serve it (/)
  --port N        the port on loopback (any that is free)
  --build-only    do not serve it
  --help          print this`;

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      base: { type: "string", default: "/" },
      port: { type: "string", default: "0" },
      "build-only": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const base = `/${values.base}/`.replaceAll(/\/+/g, "/");
  const folder = await buildSite(base);
  if (values["build-only"]) console.log(`The site is in ${folder}, for a host that serves it at ${base}`);
  else console.log(`The site is at ${(await serveSite(folder, base, Number(values.port))).url}\nStop it with Ctrl+C.`);
}
