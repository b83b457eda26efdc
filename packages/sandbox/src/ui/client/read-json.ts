import { accountUrl } from "./account-url.js";

/** Reads data for the page; if there is none, rejects with the sentence of the sandbox. */
export async function readJson<Value>(path: string, signal?: AbortSignal): Promise<Value> {
  const response = await fetch(accountUrl(path), signal ? { signal } : {});
  const value = await response.json();
  if (response.ok) return value as Value;
  throw new Error((value as { message: string }).message);
}
