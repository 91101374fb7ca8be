const digits = /\p{Nd}/gu;
const digit = /^\p{Nd}$/u;

/** A text with the decimal digits of every script written as `0` to `9`, as Python reads numbers. */
export function asciiDigits(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\u0000-\u007f]*$/.test(text)) return text;
  return text.replace(digits, (char) => String(digitValue(char.codePointAt(0) ?? 0)));
}

/** Every script's digits are ten neighbors; where scripts are neighbors too they come in tens. */
function digitValue(code: number): number {
  let start = code;
  while (digit.test(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}
