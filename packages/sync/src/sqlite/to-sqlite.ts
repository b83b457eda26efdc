/** Replaces `$1` by `?1`: SQLite numbers its parameters with a question mark. */
export function toSqlite(sql: string): string {
  return sql.replaceAll(/\$(?=\d)/g, "?");
}
