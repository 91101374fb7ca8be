/** Turns offsets in the UTF-8 bytes of a text into offsets in its UTF-16 units. */
export function utf16Offsets(text: string): (byteOffset: number) => number {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length === text.length) return (offset) => offset;
  const units = new Uint32Array(bytes.length + 1);
  let unit = 0;
  for (const [index, byte] of bytes.entries()) {
    units[index] = unit;
    // The first byte of four stands for two units, one that continues for none.
    if (byte >= 0xf0) unit += 2;
    else if (byte < 0x80 || byte >= 0xc0) unit += 1;
  }
  units[bytes.length] = unit;
  return (offset) => units[Math.min(Math.max(offset, 0), bytes.length)] ?? unit;
}
