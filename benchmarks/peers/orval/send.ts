interface Settings {
  baseUrl: string;
  apiKey: string;
  fetch?: typeof globalThis.fetch;
}

let settings: Settings;

export function configure(given: Settings): void {
  settings = given;
}

/** The function that the generated code calls instead of `fetch`; it adds host and key. */
export async function send<Data>(path: string, init: RequestInit): Promise<Data> {
  const { baseUrl, apiKey, fetch = globalThis.fetch } = settings;
  const response = await fetch(baseUrl + path, { ...init, headers: { ...init.headers, "sf-api-key": apiKey } });
  if (!response.ok) throw new Error(`${response.status} ${init.method} ${path}`);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Data;
}
