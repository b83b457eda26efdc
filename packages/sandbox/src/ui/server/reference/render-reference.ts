import { createPageFile, type PageFile, readPageFile } from "../page-file.js";

/** The page of the API reference, with the key for trying out operations. */
export async function renderReference(apiKey: string): Promise<PageFile> {
  const { type, bytes } = await readPageFile("reference.html");
  // With a function, since `$&` has a meaning in a replacement text.
  const html = new TextDecoder().decode(bytes).replace("{{apiKey}}", () => escapeAttribute(apiKey));
  return createPageFile(type, new TextEncoder().encode(html));
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
