/** A shorter value would be found in text that has nothing to do with it. */
const minLength = 6;
const minLine = 16;
const minEncoded = 8;
const jsonDepth = 4;

/**
 * The forms in which secret values turn up: as they are, and as JSON, URLs, HTML, hexadecimal and base64
 * hold them; a value of several lines also line by line. Longest first.
 */
export function knownForms(values: readonly string[]): readonly string[] {
  const forms = new Set<string>();
  for (const value of values.map((text) => text.trim())) {
    if (value.length < minLength) continue;
    addForms(value, forms);
    const lines = value.split(/\r?\n/).map((line) => line.trim());
    if (lines.length < 2) continue;
    for (const line of lines) if (line.length >= minLine) addForms(line, forms);
  }
  return [...forms].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function addForms(value: string, forms: Set<string>): void {
  const bytes = new TextEncoder().encode(value);
  const url = encodeURIComponent(new TextDecoder().decode(bytes));
  const html = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const plain = [...jsonForms(value), url, url.replaceAll("%20", "+")];
  for (const form of [...plain, html, html.replaceAll('"', "&quot;")]) forms.add(form);
  const encoded = [hex, hex.toUpperCase(), Array.from(value).toReversed().join("")];
  for (const offset of [0, 1, 2]) {
    const base64 = base64At(bytes, offset);
    encoded.push(base64, base64.replaceAll("+", "-").replaceAll("/", "_"));
  }
  for (const form of encoded) if (form.length >= minEncoded) forms.add(form);
}

/** A value as it is, and in JSON in JSON, as deep as the results of tools get into messages. */
function jsonForms(value: string): readonly string[] {
  const forms = [value];
  for (let depth = 0; depth < jsonDepth; depth += 1) {
    forms.push(JSON.stringify(forms.at(-1)).slice(1, -1));
  }
  return forms;
}

/**
 * The part of a value's base64 that does not depend on what stands around it, when the value begins
 * `offset` bytes after a group of three.
 */
function base64At(bytes: Uint8Array, offset: number): string {
  const padded =
    "\0".repeat(offset) + Array.from(bytes, (byte) => String.fromCodePoint(byte)).join("");
  const firstOwn = Math.ceil((offset * 8) / 6);
  const afterOwn = Math.floor(((offset + bytes.length) * 8) / 6);
  return btoa(padded).slice(firstOwn, afterOwn);
}
