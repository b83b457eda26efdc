/** A session of a database. Parameters of statements are `$1`, `$2`, …. */
export interface Session {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
}

export interface QueryResult<Row> {
  /** Has the columns that the statement selects or returns. */
  readonly rows: readonly Row[];
  /** The number of rows that a statement has changed. */
  readonly changed: number;
}
