import { expect, test } from "vitest";
import { createInternals } from "../../testing/sandbox.js";
import { describeDetails } from "./describe-details.js";
import { replayRequest } from "./replay-request.js";

const png = new Uint8Array([0x89, 0x50, 0, 0xff]);

function createForm(): FormData {
  const form = new FormData();
  form.append("title", "@it's");
  form.append("file", new File([png], 'a"b.png', { type: "image/png" }));
  return form;
}

async function send(body: FormData | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const open = createInternals({});
  const init = { method: "POST", headers: { "sf-api-key": "sf_sandbox_key", ...headers }, body };
  await open.sandbox.fetch("https://link.serviceform.com/chats", init);
  const [entry] = open.log.entries();
  if (!entry) throw new Error("The request is not recorded.");
  return { ...open, entry, details: describeDetails(entry, "http://127.0.0.1:4010") };
}

test("a form is shown part by part, and curl reads its files", async () => {
  const { details } = await send(createForm());
  expect(details.body).toBe("title: @it's\nfile: a\"b.png (4 bytes of image/png)");
  expect(details.curl.split(" \\\n  ").slice(2)).toEqual([
    "--form-string 'title=@it'\\''s'",
    `-F 'file=@"a\\"b.png";type=image/png'`,
  ]);
  expect(details.typescript).toBeNull();
});

test("bytes are shown by their number and media type, and curl reads them from a file", async () => {
  const { details } = await send(png, { "content-type": "image/png" });
  expect(details.body).toBe("4 bytes of image/png");
  expect(details.curl).toContain("-H 'content-type: image/png' \\\n  --data-binary @body");
});

test("a response that is no text is shown by its number of bytes", async () => {
  const { entry } = await send(png);
  const response = { status: 200, headers: { "content-type": "image/png" }, text: "\ufffdP", bytes: 4_096 };
  const details = describeDetails({ ...entry, response: { ...response, state: "complete" } }, "http://127.0.0.1");
  expect(details.response?.body).toBe("4,096 bytes of image/png");
});

test("files and bytes are replayed as they came", async () => {
  for (const body of [createForm(), png]) {
    const { sandbox, entry, ...open } = await send(body);
    replayRequest({ sandbox, ...open }, entry);
    await expect.poll(() => sandbox.requests[1]?.status).toBe(entry.recorded.status);
    const replayed = sandbox.requests[1]?.body;
    const file = replayed instanceof FormData ? (replayed.get("file") as File) : new Blob([replayed as typeof png]);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(png);
  }
});
