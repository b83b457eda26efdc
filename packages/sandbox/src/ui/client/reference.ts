import { authenticationWith, type SecuritySchemes } from "./authentication.js";
import { showResponses } from "./show-response.js";

/** The part of Scalar's browser bundle that is used; its own declarations need the packages that it is made of. */
declare const Scalar: {
  createApiReference(element: string, configuration: Readonly<Record<string, unknown>>): void;
};

/** The part of the contract that is read here. */
interface Contract {
  readonly components?: { readonly securitySchemes?: SecuritySchemes };
}

const url = "/_sandbox/openapi.json";
const { apiKey = "" } = document.querySelector<HTMLElement>("#reference")?.dataset ?? {};
const { components = {} } = (await (await fetch(url)).json()) as Contract;

Scalar.createApiReference("#reference", {
  url,
  servers: [{ url: location.origin, description: "This sandbox. All of its data is generated." }],
  authentication: authenticationWith(apiKey, components.securitySchemes ?? {}),
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
