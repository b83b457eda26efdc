import type { ProductNames } from "../product-names.ts";

/** The names of a product that tests rename. */
export const acme: ProductNames = {
  title: "Acme",
  scope: "@acme",
  className: "Acme",
  command: "acme",
  environment: "ACME",
  repository: "https://github.com/acme/acme-api",
  sandboxKey: "ac_sandbox_key",
};
