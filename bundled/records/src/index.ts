export {
  type Column,
  columnsNamed,
  columnsOf,
  parseFields,
  pickFields,
  summaryFields,
} from "./columns.js";
export {
  type Condition,
  matches,
  OPERATORS,
  type Operator,
  parseCondition,
  validateCondition,
} from "./condition.js";
export { counted } from "./counted.js";
export { dropPersonal, isOfShape, maskKnownFields, maskRecord } from "./mask.js";
export { parseTime } from "./parse-time.js";
export { printableJson, printableRows, renderJson } from "./printable-json.js";
export { printableLines, printableText } from "./printable-text.js";
export { readTime } from "./read-time.js";
export { isRecord, type JsonRecord } from "./record.js";
export { type Schemas, schemaOf } from "./schema.js";
export { CREATED_BY, typeEmptyList } from "./type-empty-list.js";
