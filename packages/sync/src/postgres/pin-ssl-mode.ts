/**
 * Spells out what `pg` 8 makes of `prefer`, `require` and `verify-ca`: it verifies the server in full. For these modes
 * it would print a warning in each process, and its next major version will verify less.
 */
export function pinSslMode(connectionString: string): string {
  if (/[?&]uselibpqcompat=true(?:&|$)/.test(connectionString)) return connectionString;
  return connectionString.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, "$1verify-full");
}
