import { Document, isScalar, Scalar, visit } from "yaml";
import type { JsonValue } from "../core/json.ts";

/**
 * YAML 1.2 for people to read: long texts stand as blocks, with their own lines. `readYaml` reads the same
 * value from it.
 */
export function writeYaml(value: JsonValue): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(at, node) {
      const style =
        at === "key" || typeof node.value !== "string" ? undefined : styleOf(node.value);
      if (style !== undefined) node.type = style;
      return undefined;
    },
    Pair(_, { key }) {
      if (isScalar(key) && !plainKey.test(String(key.value))) key.type = Scalar.QUOTE_DOUBLE;
      return undefined;
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: "literal", minContentWidth: 0 });
}

/** What a block would not give back as it was: control characters, breaks that are no line feeds, space at the edges. */
const unfitForBlock =
  /[^\t\n\u0020-\u007E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]|^[ \t\n]|[ \t](?:\n|$)|\n\n$/u;

const plainKey = /^[A-Za-z_][\w.-]*$/u;

function styleOf(text: string): Scalar.Type | undefined {
  if (unfitForBlock.test(text)) return Scalar.QUOTE_DOUBLE;
  return text.includes("\n") ? Scalar.BLOCK_LITERAL : undefined;
}
