import { ConfigurationError, createClient, isApiError, isServiceformError } from "@serviceform/client";

interface Context {
  readonly params: Promise<{ readonly spaceId: string }>;
}

// #region handler
// The key is a function, because Next.js loads this module while it builds too, where there is no key.
const serviceform = createClient({
  apiKey: () => process.env.SERVICEFORM_API_KEY ?? "",
  totalTimeoutMs: 10_000,
});

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { spaceId } = await params;
  try {
    const items = await serviceform.listItems({ spaceId }, { signal: request.signal });
    // A page gets what it shows, not what the API happens to have.
    return Response.json(items.map(({ id, primary_field }) => ({ id, name: primary_field })));
  } catch (error) {
    // What Next.js throws through fetch to steer its rendering is none of the client's errors.
    if (!isServiceformError(error) && !request.signal.aborted) throw error;
    return toResponse(error);
  }
}

function toResponse(error: unknown): Response {
  const isUnsafe = error instanceof ConfigurationError && error.param === "spaceId";
  if (isUnsafe || isApiError(error, "listItems", 404)) {
    return Response.json({ message: "There is no such space." }, { status: 404 });
  }
  // Everything else is ours to fix: the visitor learns nothing, the log learns what happened, and neither sees the key.
  console.error(error);
  return Response.json({ message: "Something went wrong." }, { status: 502 });
}
// #endregion
