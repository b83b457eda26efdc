import { showResponses } from "./show-response.js";

/** The part of Scalar's browser bundle that is used; its own declarations need the packages that it is made of. */
declare const Scalar: {
  createApiReference(element: string, configuration: Readonly<Record<string, unknown>>): void;
};

const { apiKey } = document.querySelector<HTMLElement>("#reference")?.dataset ?? {};

Scalar.createApiReference("#reference", {
  url: "/_sandbox/openapi.json",
  servers: [{ url: location.origin, description: "This sandbox. All of its data is generated." }],
  authentication: { preferredSecurityScheme: "apiKey", securitySchemes: { apiKey: { value: apiKey } } },
  persistAuth: false,
  // Without this, a browser would send the tag of its cached response, and the list of requests would show a 304 for
  // each further try.
  customFetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, { ...init, cache: "no-store" }),
  showOperationId: true,
  defaultOpenAllTags: true,
  // Each of these would send a request to a server of Scalar, or offer to.
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
});

showResponses();
