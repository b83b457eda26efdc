// #region handler
import { ConfigurationError, createClient, isApiError, isServiceformError } from "@serviceform/client";

interface Context {
  readonly params: Promise<{ readonly spaceId: string }>;
}

// The key is a function, because Next.js loads this module while it builds too, where there is no key.
const serviceform = createClient({
  apiKey: () => process.env.SERVICEFORM_API_KEY ?? "",
  totalTimeoutMs: 10_000,
});

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { spaceId } = await params;
  try {
    const items = await serviceform.listItems({ spaceId }, { signal: request.signal });
    // Return only the fields that the page shows.
    return Response.json(items.map(({ id, primary_field }) => ({ id, name: primary_field })));
  } catch (error) {
    // Next.js throws errors of its own through fetch to control rendering.
    if (!isServiceformError(error) && !request.signal.aborted) throw error;
    return toResponse(error);
  }
}

function toResponse(error: unknown): Response {
  const isUnsafe = error instanceof ConfigurationError && error.param === "spaceId";
  if (isUnsafe || isApiError(error, "listItems", 404)) {
    return Response.json({ message: "There is no such space." }, { status: 404 });
  }
  // Everything else is a failure of ours: the log gets the reason without the key, and the visitor gets neither.
  console.error(error);
  return Response.json({ message: "Something went wrong." }, { status: 502 });
}
// #endregion
