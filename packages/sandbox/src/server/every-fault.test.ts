import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import type { Fault } from "../faults/fault.js";
import { faultKinds } from "../faults/fault-kinds.js";
import { createSandbox, startServer } from "../testing/sandbox.js";
import { parseArguments, usage } from "./parse-arguments.js";

const server = await startServer();
afterAll(() => server.close());

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test.for(Object.entries(faultKinds))(
  "%s is in the API, the command, the page and the README",
  async ([kind, module]) => {
    const { title, fields } = module;
    const required = fields.filter(({ optional }) => !optional);
    const own = required.map(({ name, type, value }) => [name, type === "number" ? Number(value) : value]);
    // The fields are those of the kind's module, which the compiler cannot follow.
    const fault = { kind, ...Object.fromEntries(own), times: 1 } as Fault;

    expect(createSandbox({ faults: [fault] }).faults.list()).toEqual([fault]);

    expect(usage).toMatch(new RegExp(`Kinds:\\s+.*\\b${kind}\\b`));
    expect(parseArguments(["--faults", JSON.stringify(fault)])).toHaveProperty("faults", [fault]);

    const setup = (await (await fetch(`${server.url}/_sandbox/setup`)).json()) as { faultKinds: { kind: string }[] };
    const form = setup.faultKinds.find((each) => each.kind === kind);
    expect(form).toMatchObject({ title, fields: fields.map(({ name, label }) => ({ name, label })) });
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(fault) };
    expect((await fetch(`${server.url}/_sandbox/faults`, init)).status).toBe(204);
    expect(server.sandbox.faults.list()).toContainEqual(fault);

    const [row = ""] = new RegExp(`.*kind: "${kind}".*`).exec(readme.slice(readme.indexOf("| kind "))) ?? [];
    for (const { name } of fields) expect(row).toContain(name);
  },
);
