import { didYouMean, suggest } from "../../core/text/suggest.ts";
import type { YamlComment } from "../../flow/index.ts";

/** A comment that asks for something to be passed over. */
export interface Directive {
  readonly comment: YamlComment;
  /** Rules as they are written. */
  readonly names: readonly string[];
  /** Undefined where it gives none. */
  readonly reason: string | undefined;
  /** What is wrong with its form. */
  readonly problem?: { readonly message: string; readonly hint: string };
}

const word = "disable-next-line";
const form = `# flowproof-${word} <rule>: <reason>`;
const pattern = /^#+[ \t]*flowproof-([A-Za-z][\w-]*)(.*)$/s;

/** What a comment asks for; undefined for other comments. */
export function directiveIn(comment: YamlComment): Directive | undefined {
  const [, name, rest = ""] = pattern.exec(comment.text) ?? [];
  if (name === undefined) return undefined;
  if (name !== word) return unknownDirective(comment, name);
  const colon = rest.indexOf(":");
  const said = colon < 0 ? rest : rest.slice(0, colon);
  const names = said.split(/[\s,]+/).filter((each) => each !== "");
  const reason = colon < 0 ? "" : rest.slice(colon + 1).trim();
  const directive = { comment, names, reason: reason === "" ? undefined : reason };
  if (names.length > 0) return directive;
  const message = "this comment says of no rule that it is passed over";
  return { ...directive, problem: { message, hint: `write ${form}` } };
}

/** Other words of ours have meanings elsewhere; what is meant to be this one has none. */
function unknownDirective(comment: YamlComment, name: string): Directive | undefined {
  const isMeant = name.startsWith("disable") || suggest(name, [word]) !== undefined;
  if (!isMeant) return undefined;
  const message = `a comment "flowproof-${name}" does nothing`;
  const hint = suggest(name, [word]) === undefined ? `write ${form}` : didYouMean(name, [word]);
  return { comment, names: [], reason: undefined, problem: { message, hint } };
}
