/**
 * Whether a spreadsheet would read a text as a formula (OWASP, "CSV Injection"). LibreOffice drops NUL characters before
 * it looks for one.
 */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

const FORMULA = /^\0*[=+\-@\t\r]/;
