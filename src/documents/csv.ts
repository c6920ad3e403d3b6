import papaparse from 'papaparse'

/** Rows as a file that opens in a spreadsheet; nothing in it is taken for a formula, full-width signs neither. */
export const csvOf = (rows: readonly (readonly unknown[])[]): string =>
  `\uFEFF${papaparse.unparse(rows as unknown[][], { escapeFormulae: /^[=+\-@\t\r＝＋－＠]/, newline: '\r\n' })}\r\n`
