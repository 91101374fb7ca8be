import { createRedactor } from "../../core/secrets/redactor.ts";
import type { SecretSafety } from "../lint-report.ts";
import type { LintInput } from "../rule/lint-rule.ts";
import { isReadable } from "./is-readable.ts";
import { scopeComments } from "./scope-comments.ts";
import { promptsInScope } from "./secret-scope.ts";

/** Why a config needs no guidance, as it says itself or `flowproof.yml` says of it. */
export function reasonOutOfScope(input: LintInput): string | undefined {
  const [declared] = scopeComments(input.text).flatMap(({ reason }) => reason ?? []);
  return declared ?? outOfScopeReason(input);
}

function outOfScopeReason({ identity, outOfScope = {} }: LintInput): string | undefined {
  const reference = identity?.reference;
  return reference !== undefined && Object.hasOwn(outOfScope, reference)
    ? outOfScope[reference]
    : undefined;
}

const redactor = createRedactor({ known: [] });

/** What a reviewer's checklist says of a config; undefined where too little of it can be read. */
export function secretSafetyOf(input: LintInput): SecretSafety | undefined {
  if (!isReadable(input)) return undefined;
  const reason = reasonOutOfScope(input);
  if (reason !== undefined) return { status: "out_of_scope", reason: redactor.redact(reason) };
  const prompts = promptsInScope(input);
  if (prompts.length === 0) return { status: "not_in_scope" };
  if (prompts.some(({ holding }) => holding === "missing")) return { status: "missing" };
  const isUnseen = prompts.some(({ holding }) => holding === "unseen");
  return { status: isUnseen ? "unseen" : "held" };
}
