/** A body in the form that `fetch` takes, which has its content type. */
export function writeBody(value: unknown, mediaType: string): FormData | Blob {
  const [type = ""] = mediaType.split(";");
  if (type === "multipart/form-data") return writeForm(value);
  return new Blob([writeContent(value, type)], { type: mediaType });
}

function writeContent(value: unknown, type: string): Blob | string {
  if (value instanceof Blob) return value;
  if (type === "application/x-www-form-urlencoded") return new URLSearchParams(pairsOf(value)).toString();
  return type.endsWith("json") ? JSON.stringify(value) : String(value);
}

function writeForm(value: unknown): FormData {
  const form = new FormData();
  for (const [name, part] of Object.entries(Object(value))) {
    for (const one of [part].flat()) form.append(name, one instanceof Blob ? one : writePart(one));
  }
  return form;
}

function pairsOf(value: unknown): [string, string][] {
  return Object.entries(Object(value)).flatMap(([name, part]) =>
    [part].flat().map((one): [string, string] => [name, writePart(one)]),
  );
}

/** An object within a form is JSON (OpenAPI 3.0, Encoding Object). */
function writePart(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
