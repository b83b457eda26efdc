/** A list of the store as a table. */
export interface TableDescription {
  /** The name in the store, such as `leads`. */
  readonly name: string;
  /** The schema of a record. */
  readonly element: string;
  /** The field that identifies a record. */
  readonly key: string;
  readonly columns: readonly ColumnDescription[];
  /** Whether its records belong to spaces. */
  readonly hasSpaces: boolean;
  /** The operations for a record, by verb. */
  readonly actions: { readonly [Verb in "create" | "update" | "delete"]?: RecordAction };
}

export interface ColumnDescription {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
  readonly format: string | null;
  readonly unit: string | null;
}

/** An operation that changes records. */
export interface RecordAction {
  readonly operationId: string;
  readonly title: string;
  /** The parameters of the path, each with the field of the record that holds its value. */
  readonly path: Readonly<Record<string, string>>;
  /** The properties of the body. */
  readonly body: readonly string[];
}

/** A page of a table. */
export interface RecordPage {
  readonly rows: readonly RecordRow[];
  /** The number of matching records before it. */
  readonly start: number;
  /** How many records the store holds. */
  readonly total: number;
  /** The number of records that match. */
  readonly matching: number;
  /** The number of records that were searched or sorted, from the first on. */
  readonly scanned: number;
}

/** A record with its index in the store; long texts are truncated. */
export interface RecordRow {
  readonly index: number;
  readonly fields: Readonly<Record<string, unknown>>;
}
