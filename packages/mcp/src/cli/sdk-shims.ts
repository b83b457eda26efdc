// What the SDK takes from its runtime. The build puts it in the place of the SDK's own module, whose Ajv would take a
// third of a start and would check the one schema that it ever gets: an empty form.
export { default as process } from "node:process";
export { InputValidator as DefaultJsonSchemaValidator } from "../input/input-validator.js";
