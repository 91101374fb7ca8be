import { failSource } from "../../lexer/source-error.ts";
import { stripPythonSpace } from "../../text/python-space.ts";
import type { Parser } from "../parser.ts";
import type { BlockNode, Statement } from "../statement.ts";

/** `{% block name %}…{% endblock name %}`, with `scoped` and `required` behind the name. */
export function parseBlock(parser: Parser, at: number): BlockNode {
  const { tokens } = parser;
  const name = tokens.expect("name").text;
  const scoped = tokens.skipIfName("scoped");
  const required = tokens.skipIfName("required");
  if (tokens.is("sub")) {
    failSource(
      "Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use" +
        " an underscore instead.",
      tokens.current.at,
    );
  }
  const body = parser.lastBody("endblock");
  if (required && !body.every(isBlank)) {
    failSource("Required blocks can only contain comments or whitespace", tokens.current.at);
  }
  tokens.skipIfName(name);
  return { kind: "block", name, scoped, required, body, at };
}

function isBlank(statement: Statement): boolean {
  if (statement.kind !== "output") return false;
  return statement.parts.every(
    (part) => part.kind === "data" && stripPythonSpace(part.text) === "",
  );
}
