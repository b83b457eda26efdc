import { body, contract, endpoint, integer, json, object, parameter, ref, text } from "../document.ts";

const order = { type: "string", enum: ["up", "down"] };
const written = { allOf: [ref("Order")], default: "up", description: "The order." };

const size = object({ kind: { type: "string", enum: ["size"] }, size: integer }, ["kind", "size"]);

/** Constructs that frameworks and authors write where OpenAPI 3.0 has others. */
export const frameworks = contract(
  {
    "/rows/{rowId}": {
      parameters: [parameter("rowId", { ...text, pattern: "^[\\w-.]+\\:\\d+\\-\\d+$" }, "path")],
      get: {
        operationId: "getRow",
        parameters: [
          parameter("text", { ...text, nullable: true }),
          parameter("kind", { type: "string", enum: ["a", null], nullable: true }),
          parameter("sizes", { type: "array", items: { ...integer, nullable: true }, nullable: true }),
          parameter("order", written),
          parameter("next", { ...written, nullable: true }),
          parameter("last", ref("MaybeOrder")),
          parameter("ids", { type: "array", items: { anyOf: [{ ...integer, minimum: 1 }, ref("Name")] } }),
          parameter("filter", object({ size: { ...integer, nullable: true } }), "query", { style: "deepObject" }),
          parameter("X-Order", ref("MaybeOrder"), "header"),
        ],
        responses: { 200: json(ref("Row")) },
      },
      put: { operationId: "updateRow", requestBody: body(ref("Row")), responses: { 200: json(ref("Row")) } },
    },
    "/routes": endpoint("post", "createRoute", {
      requestBody: body(ref("Route"), "application/x-www-form-urlencoded"),
    }),
  },
  {
    schemas: {
      Route: object({ routing: { description: "JSON as text." }, name: text }, ["routing"]),
      Order: order,
      Name: { ...text, description: "A name." },
      MaybeOrder: { ...order, nullable: true },
      Owner: object({ name: text }, ["name"]),
      Row: object(
        {
          order: ref("MaybeOrder"),
          owner: { ...ref("Owner"), readOnly: true, description: "Who made it." },
          secret: { ...ref("Owner"), writeOnly: true },
          former: { ...ref("Owner"), deprecated: true },
          heir: { ...ref("Owner"), nullable: true },
          note: { oneOf: [ref("Text"), ref("Size")], discriminator: { propertyName: "kind" } },
          form: {
            oneOf: [ref("Text"), size],
            discriminator: { propertyName: "kind", mapping: { text: "#/components/schemas/Text" } },
          },
        },
        ["owner", "secret"],
      ),
      Size: { allOf: [size] },
      Text: object({ kind: { type: "string", enum: ["text"] }, text }, ["kind", "text"]),
    },
  },
);
