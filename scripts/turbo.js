// Plain JavaScript without dependencies: it must run and print the problem when no package is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const turbo = join(root, "node_modules/turbo/bin/turbo");
const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

if (!existsSync(turbo)) {
  fail(`The packages that this needs are not installed; the reason is above.
If it could not connect: is the package registry reachable, and is a proxy needed? Try npm ping.`);
} else if (process.versions.node !== devDependencies.node) {
  fail(`This runs on Node.js ${process.versions.node} and needs ${devDependencies.node}, which is installed with the packages.
Start it with npx -y pnpm@12, or see above why the installation failed.`);
} else {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
  const { status } = spawnSync(process.execPath, [turbo, ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}

function fail(message) {
  console.error(`\n${message}`);
  process.exitCode = 1;
}
