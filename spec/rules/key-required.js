import eachElement from "./each-element.js";

/** Without a key no tool can tell whether two records are the same. */
export default function keyRequired() {
  return eachElement(({ node, location }, operationId, { report }) => {
    if (node["x-key"] !== undefined) return;
    report({
      message: `Add x-key to what ${operationId} returns an array of: the name of the property that identifies it.`,
      location,
    });
  });
}
