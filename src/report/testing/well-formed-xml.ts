const token = /<\?xml[^<>]*\?>|<(\/?)([A-Za-z]\w*)((?:\s+\w+="[^"<]*")*)\s*(\/?)>|[^<]+|</gu;
const reference = /&(?!(?:amp|lt|gt|quot|apos);)/u;
// oxlint-disable-next-line no-control-regex -- what XML 1.0 cannot hold is what is looked for
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** The elements of an XML document in order, each with its attributes as they are written. */
export function xmlElements(
  text: string,
): readonly (readonly [name: string, attributes: string])[] {
  if (illegal.test(text)) throw new Error("a character that XML cannot hold");
  if (reference.test(text)) throw new Error("a reference to nothing");
  const open: string[] = [];
  const elements: [string, string][] = [];
  for (const [whole, closing, name, attributes = "", empty] of text.matchAll(token)) {
    if (whole === "<") throw new Error("a tag that is none");
    if (name === undefined) {
      if (!whole.startsWith("<") && whole.includes("]]>"))
        throw new Error("the end of a CDATA section");
    } else if (closing === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> ends nothing`);
    } else {
      elements.push([name, attributes.trim()]);
      if (empty !== "/") open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} not closed`);
  return elements;
}
