import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test.for(["api-report", "generate", "option-lists", "rehearse", "semver"])(
  "%s prints an unknown option without a stack trace",
  async (folder) => {
    const main = join(import.meta.dirname, folder, "main.ts");
    await expect(promisify(execFile)(process.execPath, [main, "--chek"])).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: "Unknown option '--chek'\n",
    });
  },
);
