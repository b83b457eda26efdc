import { Buffer } from "node:buffer";

export interface FormPart {
  readonly name: string;
  /** Of a file only. */
  readonly filename: string | undefined;
  readonly type: string | undefined;
  /** One character for each byte. */
  readonly bytes: string;
}

/** Parses a form by RFC 7578 and RFC 2046, with no code of the client. Throws if it is invalid. */
export function readMultipart(bytes: Uint8Array, contentType: string): FormPart[] {
  const [, boundary] = /^multipart\/form-data; *boundary="?([^";]+)"?$/i.exec(contentType) ?? [];
  if (boundary === undefined) throw new Error(`${contentType} names no boundary`);
  const [preamble, ...pieces] = `\r\n${Buffer.from(bytes).toString("latin1")}`.split(`\r\n--${boundary}`);
  if (preamble !== "" || !/^--(?:\r\n)?$/.test(pieces.pop() ?? "")) throw new Error("the form is not closed");
  return pieces.map((piece) => {
    const [, head, body] = /^\r\n((?:[^\r\n]+\r\n)+)\r\n([\s\S]*)$/.exec(piece) ?? [];
    if (head === undefined || body === undefined) throw new Error("a part has no header");
    const disposition = /^content-disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?\r$/im.exec(head);
    if (disposition === null) throw new Error("a part has no name");
    const [, name = "", filename] = disposition;
    const [, type] = /^content-type: ([^\r]+)\r$/im.exec(head) ?? [];
    return { name: readText(name), filename: filename && readText(filename), type, bytes: body };
  });
}

/** WHATWG HTML, "multipart form data": UTF-8, with three characters escaped. */
function readText(latin: string): string {
  const codes: Readonly<Record<string, string>> = { "%22": '"', "%0A": "\n", "%0D": "\r" };
  return Buffer.from(latin, "latin1")
    .toString("utf8")
    .replaceAll(/%(?:22|0A|0D)/g, (code) => codes[code] ?? code);
}
