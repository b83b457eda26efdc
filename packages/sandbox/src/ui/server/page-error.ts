/** A response with a sentence for a request for the pages that is rejected. */
export function pageError(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ message }, { status, headers: { ...headers } });
}
