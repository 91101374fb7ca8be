/** Every line end as `\n`, without the last one: what Jinja2 reads. */
export function normalizeSource(source: string): string {
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}
