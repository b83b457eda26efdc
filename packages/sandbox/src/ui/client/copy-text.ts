import { announce } from "./announce.js";

/** Copies a text. Browsers have a clipboard only in secure contexts, such as localhost. */
export async function copyText(text: string, success: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(success);
  } catch {
    announce("The browser does not let this page copy; open it at localhost.", "error");
  }
}
