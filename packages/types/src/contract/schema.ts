/**
 * A schema of the contract: references are objects, annotations are left out, bounds are those of JSON Schema 2020-12.
 */
export interface Schema {
  /** The name of a schema in `components/schemas`. */
  readonly name?: string;
  readonly type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
  /** Null is valid, whatever the other keywords require. */
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  /** In code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Any other property is valid if this is absent. */
  readonly additionalProperties?: boolean | Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  /**
   * The schema that a value must match, selected by the text of one of its properties; replaces `oneOf` and `anyOf`.
   */
  readonly discriminator?: { readonly propertyName: string; readonly mapping: Readonly<Record<string, Schema>> };
  readonly default?: unknown;
  readonly example?: unknown;
}
