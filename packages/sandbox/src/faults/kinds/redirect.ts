import { rejectedRedirect } from "../broken-connection.js";
import type { FaultKindModule } from "../fault-kind.js";
import { textField } from "../fields.js";

/** A 302 to an address. */
export interface RedirectFault {
  readonly kind: "redirect";
  readonly to: string;
}

/** A header cannot contain spaces, control characters or letters beyond ASCII. */
const HEADER_VALUE = /^[\x21-\x7e]+$/;

export const redirectFault: FaultKindModule<RedirectFault> = {
  title: "Redirect",
  summary: "a 302 to another origin",
  fields: [textField({ name: "to", label: "Address", value: "https://login.example/" }, HEADER_VALUE, "an address")],
  appliedByDefault: false,
  describe: ({ to }) => `Redirect to ${to}`,
  inject({ to }, { request }) {
    // In memory there is no server to follow it to, so "follow" gets the 302 too.
    if (request.redirect === "error") throw rejectedRedirect();
    return new Response(null, { status: 302, headers: { location: to } });
  },
};
