// The SDK's imports from its runtime. The build replaces the SDK's own module with this one: its Ajv would take a third
// of the start, and would validate only one schema, that of an empty form.
export { default as process } from "node:process";
export { InputValidator as DefaultJsonSchemaValidator } from "../input/input-validator.js";
