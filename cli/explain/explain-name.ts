import { AppError } from "../../src/core/errors/app-error.ts";
import { errorCodes } from "../../src/core/errors/codes/index.ts";
import type { ErrorDoc } from "../../src/core/errors/error-docs.ts";
import { printable } from "../../src/core/text/printable.ts";
import { suggest } from "../../src/core/text/suggest.ts";
import type { LintRule } from "../../src/lint/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { exitByKind } from "../print-error.ts";

const docs: Readonly<Record<string, ErrorDoc>> = errorCodes;

/** `flowproof explain`: what an error code or a lint rule means. */
export async function explainName(
  name: string,
  { stdout }: Pick<CliContext, "stdout">,
): Promise<ExitCode> {
  // Rules bring a parser with them, which an error code does not need.
  const text = errorText(name) ?? (await ruleText(name));
  stdout(text);
  return exitCode.ok;
}

function errorText(name: string): string | undefined {
  const code = name.toUpperCase();
  const doc = Object.hasOwn(docs, code) ? docs[code] : undefined;
  return doc && `${code} (exit ${exitByKind[doc.kind]})\n\n${doc.text}\n`;
}

async function ruleText(name: string): Promise<string> {
  const { explainRule, rules } = await import("../../src/lint/index.ts");
  const page = explainRule(name);
  if (page !== undefined) return printable(page);
  const { explainSuiteRule, suiteRules } = await import("../../src/eval/index.ts");
  const suitePage = explainSuiteRule(name);
  if (suitePage !== undefined) return printable(suitePage);
  throw new AppError("CLI_USAGE", `there is no error code and no rule "${name}"`, {
    hint: hintFor(name, rules.all(), suiteRules.ids),
  });
}

function hintFor(name: string, rules: readonly LintRule[], ofSuites: readonly string[]): string {
  // Numbers are near to each other by accident.
  const range = numbersLike(name, rules);
  if (range !== undefined) return `rules have numbers ${range}`;
  const ids = [...rules.map(({ id }) => id), ...ofSuites];
  const nearest = suggest(name, [...Object.keys(docs).toSorted(), ...ids]);
  return nearest === undefined
    ? "errors print their code in brackets, and `lint` prints the rule of each finding"
    : `did you mean "${nearest}"?`;
}

/** From the first to the last number of a kind: `from E01 to E113`. */
function numbersLike(name: string, rules: readonly LintRule[]): string | undefined {
  const kind = /^([A-Z])\d+$/iu.exec(name)?.[1]?.toUpperCase();
  const codes = rules.flatMap((rule) => rule.codes).filter((code) => code[0] === kind);
  const sorted = codes.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  return sorted.length === 0 ? undefined : `from ${sorted[0]} to ${sorted.at(-1)}`;
}
