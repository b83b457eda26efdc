import { assert } from "chai";
import type { ReceivedRequest } from "./network.ts";

/** Asserts that a body that is not JSON arrived: the fields of a form, else its text; and its content type. */
export async function assertContent(expected: FormData | Blob, { body, headers }: ReceivedRequest): Promise<void> {
  const type = headers["content-type"] ?? "";
  if (expected instanceof Blob) {
    // A space in a form is written as a plus sign or as %20.
    const read = (text: string) => (type === FORM ? [...new URLSearchParams(text)] : text);
    return assert.deepEqual([type, read(body)], [expected.type, read(await expected.text())], "body");
  }
  const arrived = await new Response(body, { headers: { "content-type": type } }).formData();
  assert.deepEqual(await readFields(arrived), await readFields(expected), "fields of the form");
}

const FORM = "application/x-www-form-urlencoded";

function readFields(form: FormData): Promise<unknown[]> {
  const fields = [...form.entries()].map(async ([name, value]) =>
    typeof value === "string" ? [name, value] : [name, value.name, value.type, await value.text()],
  );
  return Promise.all(fields);
}
