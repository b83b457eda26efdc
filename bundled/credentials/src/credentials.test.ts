import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assertNoKeyFlag, parseKeyFlags, parseKeySource, readProfile, resolveConnection, resolveKey } from "./index.js";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "credentials-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function writeConfig(config: unknown): Promise<{ XDG_CONFIG_HOME: string }> {
  await mkdir(join(folder, "serviceform"));
  await writeFile(
    join(folder, "serviceform", "config.json"),
    typeof config === "string" ? config : JSON.stringify(config),
  );
  return { XDG_CONFIG_HOME: folder };
}

async function writeKey(mode: number): Promise<string> {
  const path = join(folder, "key");
  await writeFile(path, "sf_from_file\n");
  await chmod(path, mode);
  return path;
}

test("parseKeySource reads the three forms", () => {
  expect(parseKeySource("env:ACME_KEY")).toEqual({ kind: "env", value: "ACME_KEY" });
  expect(parseKeySource("file:/run/key")).toEqual({ kind: "file", value: "/run/key" });
  expect(parseKeySource("command:pass show acme")).toEqual({ kind: "command", value: "pass show acme" });
});

test.for(["sf_bare_key", "env:", "http:x", "", undefined, 7])(
  "parseKeySource rejects %s without showing it",
  (text) => {
    expect(() => parseKeySource(text)).toThrow(
      /^key must be env:VARIABLE, file:PATH or command:COMMAND, not the key itself$/,
    );
  },
);

test("resolveKey reads a variable, a file and a command, without the white space around", async () => {
  expect(await resolveKey({ kind: "env", value: "ACME" }, { ACME: "sf_from_env" })).toBe("sf_from_env");
  expect(await resolveKey({ kind: "file", value: await writeKey(0o600) }, {})).toBe("sf_from_file");
  expect(await resolveKey({ kind: "command", value: "echo sf_$NAME" }, { ...process.env, NAME: "x" })).toBe("sf_x");
});

test("resolveKey passes the quotes of a command to the shell", async () => {
  const value = `"${process.execPath}" -e "console.log('sf_quoted')"`;
  expect(await resolveKey({ kind: "command", value }, process.env)).toBe("sf_quoted");
});

test("resolveKey reads a file in UTF-16, as PowerShell writes it, and one with a byte order mark", async () => {
  const path = await writeKey(0o600);
  for (const encoding of ["utf16le", "utf8"] as const) {
    await writeFile(path, "\ufeffsf_from_file\r\n", encoding);
    expect(await resolveKey({ kind: "file", value: path }, {})).toBe("sf_from_file");
  }
});

test("resolveKey rejects a file that others can read", async () => {
  for (const mode of [0o644, 0o640, 0o606]) {
    const path = await writeKey(mode);
    await expect(resolveKey({ kind: "file", value: path }, {})).rejects.toThrow(
      /must be readable by you alone \(mode 06/,
    );
  }
});

test("resolveKey names the missing source", async () => {
  await expect(resolveKey({ kind: "env", value: "ACME" }, {})).rejects.toThrow(
    "environment variable ACME must hold the key; it is not set",
  );
  await expect(resolveKey({ kind: "env", value: "ACME" }, { ACME: " " })).rejects.toThrow("it is empty");
  await expect(resolveKey({ kind: "file", value: join(folder, "no") }, {})).rejects.toThrow("(ENOENT)");
});

test("resolveKey gives a command no input, for which it would wait until it times out", async () => {
  expect(await resolveKey({ kind: "command", value: "cat; echo sf_key" }, process.env)).toBe("sf_key");
});

test("resolveKey does not show the output of a failing command", async () => {
  const failing = resolveKey({ kind: "command", value: "echo sf_leak; echo sf_leak >&2; exit 3" }, process.env);
  await expect(failing).rejects.toThrow(/^key command must succeed; it exited with 3$/);
});

test("readProfile reads the key source and the address", async () => {
  const environment = await writeConfig({ profiles: { acme: { key: "env:ACME", baseUrl: "https://api.example" } } });
  expect(await readProfile("acme", environment)).toEqual({
    key: { kind: "env", value: "ACME" },
    baseUrl: "https://api.example",
  });
});

test.for(["utf8", "utf16le"] as const)("readProfile reads a file with a byte order mark in %s", async (encoding) => {
  const environment = await writeConfig("");
  const config = '\ufeff{ "profiles": { "acme": { "key": "env:ACME" } } }';
  await writeFile(join(folder, "serviceform", "config.json"), config, encoding);
  expect(await readProfile("acme", environment)).toEqual({ key: { kind: "env", value: "ACME" } });
});

test("readProfile rejects a bare key without showing it, and an unknown profile by the known names", async () => {
  const environment = await writeConfig({ profiles: { acme: { key: "sf_bare" } } });
  await expect(readProfile("acme", environment)).rejects.toThrow(/^key of profile "acme" must be env:VARIABLE/);
  await expect(readProfile("acme", environment)).rejects.not.toThrow(/sf_bare/);
  await expect(readProfile("other", environment)).rejects.toThrow(/unknown profile "other" in .*; expected acme/);
});

test("readProfile rejects an unknown option, such as a misspelled address", async () => {
  const environment = await writeConfig({ profiles: { acme: { key: "env:ACME", baseURL: "https://api.example" } } });
  await expect(readProfile("acme", environment)).rejects.toThrow(
    'unknown option "baseURL" of profile "acme"; expected key, baseUrl',
  );
});

test("readProfile rejects a missing file and invalid JSON", async () => {
  await expect(readProfile("acme", { XDG_CONFIG_HOME: join(folder, "no") })).rejects.toThrow("(ENOENT)");
  await expect(readProfile("acme", await writeConfig("{"))).rejects.toThrow("config.json must be JSON");
});

test.skipIf(process.platform === "win32")(
  "readProfile reads no profiles below the current folder, which can be that of somebody else",
  async () => {
    const XDG_CONFIG_HOME = relative(process.cwd(), (await writeConfig({ profiles: {} })).XDG_CONFIG_HOME);
    const home = join(folder, "home");
    await expect(readProfile("acme", { XDG_CONFIG_HOME, HOME: home })).rejects.toThrow(
      `${join(home, ".config", "serviceform", "config.json")} must be readable (ENOENT)`,
    );
  },
);

test("parseKeyFlags rejects two flags, and an empty one", () => {
  expect(parseKeyFlags({})).toBeUndefined();
  expect(parseKeyFlags({ "key-env": "A" })).toEqual({ kind: "env", value: "A" });
  expect(() => parseKeyFlags({ profile: "a", "key-env": "A" })).toThrow(
    "--profile must not be combined with --key-env",
  );
  expect(() => parseKeyFlags({ "key-file": "" })).toThrow("--key-file must not be empty");
});

test.for([["--key", "sf_secret"], ["--key=sf_secret"], ["--api-key=sf_secret"]])(
  "assertNoKeyFlag rejects %s without its value",
  (argv) => {
    expect(() => assertNoKeyFlag(argv)).toThrow(
      /^--key must not be given, since process lists and histories show it; use --profile/,
    );
  },
);

test("resolveConnection prefers a flag to a profile's address, and both to the environment", async () => {
  const environment = {
    ...(await writeConfig({ profiles: { acme: { key: "env:ACME", baseUrl: "https://profile.example" } } })),
    ACME: "sf_acme",
    SERVICEFORM_API_KEY: "sf_default",
    SERVICEFORM_BASE_URL: "https://environment.example",
  };
  expect(await resolveConnection({}, environment)).toEqual({
    apiKey: "sf_default",
    baseUrl: "https://environment.example",
  });
  expect(await resolveConnection({ profile: "acme" }, environment)).toEqual({
    apiKey: "sf_acme",
    baseUrl: "https://profile.example",
  });
  expect(await resolveConnection({ profile: "acme", "base-url": "https://flag.example" }, environment)).toEqual({
    apiKey: "sf_acme",
    baseUrl: "https://flag.example",
  });
  await expect(resolveConnection({}, {})).rejects.toThrow(
    /^a key is required; set SERVICEFORM_API_KEY.*; --sandbox works without an account$/,
  );
});

test.for(["sandbox-leads", "sandbox-seed"])("--%s without --sandbox is rejected before a request", async (name) => {
  const rejected = resolveConnection({ [name]: 3 }, { SERVICEFORM_API_KEY: "sf_env" });
  await expect(rejected).rejects.toThrow(`--${name} must be given with --sandbox`);
});
