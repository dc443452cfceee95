/// A file of comma-separated values (RFC 4180) in UTF-8, with a line of names first. What a spreadsheet would run as a
/// formula stays text; without the mark at the beginning Excel would take the letters for those of another alphabet.
export function csv(
  names: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  return `${byteOrderMark}${[names, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

const byteOrderMark = "\uFEFF";

function cell(value: string | number | undefined): string {
  if (typeof value !== "string") {
    return value === undefined ? "" : String(value);
  }
  const tame = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/// Gives the page's reader a file to keep.
export function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
