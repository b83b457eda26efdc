import eachElement from "./each-element.js";
import propertiesOf from "./properties-of.js";

const [FEWEST, MOST] = [2, 8];

/** The summary is a row of a table on a terminal. */
export default function summaryCount() {
  return eachElement((element, operationId, { report, resolve }) => {
    const { properties } = propertiesOf(element, resolve);
    const count = [...properties.values()].filter((property) => property?.["x-summary"] === true).length;
    if (count >= FEWEST && count <= MOST) return;
    report({
      message: `Mark ${FEWEST} to ${MOST} properties of what ${operationId} returns an array of with x-summary: true, not ${count}.`,
      location: element.location,
    });
  });
}
