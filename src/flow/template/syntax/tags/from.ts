import { SourceError } from "../../lexer/source-error.ts";
import { parseTargetName } from "../expressions/target.ts";
import type { Parser } from "../parser.ts";
import type { FromNode } from "../statement.ts";
import { parseWithContext } from "./with-context.ts";

/** `{% from "template" import name, other as alias with context %}`. */
export function parseFrom(parser: Parser, at: number): FromNode {
  const { tokens } = parser;
  const template = parser.expression();
  tokens.expectName("import");
  const names: FromNode["names"][number][] = [];
  let withContext: boolean | undefined;
  do {
    if (names.length > 0) tokens.expect("comma");
    withContext = parseWithContext(parser);
    if (withContext === undefined) {
      names.push(parseImportedName(parser));
      withContext = parseWithContext(parser);
    }
  } while (withContext === undefined && tokens.is("comma"));
  return { kind: "from", template, names, withContext: withContext ?? false, at };
}

function parseImportedName(parser: Parser): FromNode["names"][number] {
  const { name, at } = parseTargetName(parser);
  if (name.startsWith("_")) {
    const message = "names starting with an underline can not be imported";
    throw new SourceError("TemplateAssertionError", message, at);
  }
  const alias = parser.tokens.skipIfName("as") ? parseTargetName(parser).name : name;
  return { name, alias };
}
