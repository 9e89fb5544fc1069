/**
 * A table as RFC 4180 wants it, safe to open in a spreadsheet, which runs what looks like a formula:
 * an apostrophe makes it text (OWASP).
 */
export function csvOf(table: readonly (readonly string[])[]): string {
  return table.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r\n]/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return isFormula || /[,"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a table to the person as a file. It is made here and goes nowhere else. */
export function download(name: string, table: readonly (readonly string[])[]): void {
  const file = new Blob([csvOf(table)], { type: "text/csv;charset=utf-8" });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
