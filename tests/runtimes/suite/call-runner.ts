/** Sends a request to the runner. */
export async function callRunner(url: string, method: "GET" | "POST" | "DELETE", body?: unknown): Promise<unknown> {
  // Plain text needs no preflight.
  const response = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`The runner responded with ${response.status}: ${await response.text()}`);
  return response.json();
}
