import { accountUrl } from "./account-url.js";
import { announce } from "./announce.js";

/** Sends an action to the sandbox, announces the outcome, and resolves to whether it succeeded. */
export async function sendAction(
  path: string,
  success: string,
  { method = "POST", body = {} }: { readonly method?: "POST" | "DELETE"; readonly body?: unknown } = {},
): Promise<boolean> {
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch(accountUrl(path), { method, headers, body: JSON.stringify(body) });
    if (response.ok) {
      announce(success);
      return true;
    }
    const { message } = (await response.json()) as { message: string };
    announce(message, "error");
  } catch {
    announce("The sandbox does not respond. Is it still running?", "error");
  }
  return false;
}
