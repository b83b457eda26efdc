/** Allows pages of every origin to read a response: data and key are generated. */
export function allowEveryOrigin(response: Response): Response {
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-expose-headers", "allow, etag, link, location, retry-after");
  return response;
}

export function isPreflight({ method, headers }: Request): boolean {
  return method === "OPTIONS" && headers.has("access-control-request-method");
}

/** Responds to the preflight that a browser sends before a request with a key. */
export function preflight(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": request.headers.get("access-control-request-method") ?? "*",
      "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "*",
      "access-control-max-age": "600",
      vary: "access-control-request-method, access-control-request-headers",
    },
  });
}
