import { NULL_BODY_STATUSES } from "../../http/null-body-statuses.js";
import type { FaultKindModule } from "../fault-kind.js";
import { narrow, numberField } from "../fields.js";

/** A page in HTML: with status 200 a login page, with another one the error page of a gateway. @default status 200 */
export interface HtmlFault {
  readonly kind: "html";
  readonly status?: number;
}

const status = numberField({
  name: "status",
  label: "Status",
  value: "200",
  minimum: 200,
  maximum: 599,
  integer: true,
  optional: true,
});

export const htmlFault: FaultKindModule<HtmlFault> = {
  title: "Page in HTML",
  summary: "a login page with status 200, or the error page of a gateway",
  fields: [
    narrow(
      status,
      (value) => !NULL_BODY_STATUSES.has(value as number),
      "an integer from 200 to 599 whose response can have a body",
    ),
  ],
  appliedByDefault: false,
  describe: (fault) => (fault.status === undefined ? "A page in HTML" : `A page in HTML with ${fault.status}`),
  inject: (fault) => htmlPage(fault.status),
};

function htmlPage(status = 200): Response {
  const [title, text] =
    status === 200 ? ["Sign in", "Sign in to continue."] : [`Error ${status}`, "The gateway got no usable response."];
  const page = `<!doctype html><title>${title}</title><p>${text}</p>`;
  return new Response(page, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}
