/** The bytes of a file, and how a caller passes them. */
export class FileValue {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Undefined if the form has no name. */
  readonly name: string | undefined;
  readonly type: string;

  constructor(bytes: Uint8Array<ArrayBuffer>, { name, type = "" }: { name?: string; type?: string } = {}) {
    this.bytes = bytes;
    this.name = name;
    this.type = type;
  }

  /** A `File` if it has a name, a `Blob` if it has only a type, else a stream, which can be read once. */
  open(): File | Blob | ReadableStream {
    const { bytes, name, type } = this;
    if (name !== undefined) return new File([bytes], name, { type });
    const blob = new Blob([bytes], { type });
    return type === "" ? blob.stream() : blob;
  }
}

/** The value that a caller passes, with files in place of their descriptions. */
export function openFiles(value: unknown): unknown {
  if (value instanceof FileValue) return value.open();
  if (Array.isArray(value)) return value.map(openFiles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, openFiles(inner)]));
}
