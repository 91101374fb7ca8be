import { createRedactor } from "../../core/secrets/redactor.ts";
import { type MockRule, sanitizeToolOutput, truncateToolOutput } from "../../tools/index.ts";
import type { OwnCanaries } from "./canary-planter.ts";
import { createCanaryFinder } from "./find-secrets.ts";

/** As in a trial: by looks alone. */
const redactor = createRedactor({ known: [] });

/** A canary that stands in a result and not in what a model reads of it. */
export interface HiddenCanary {
  readonly name: string;
  /** Completes "does not reach the model: …". */
  readonly why: string;
}

/** The canaries of an answer that results lose on their way to a model, as they do in the service. */
export function hiddenCanaries(
  tool: string,
  { answer: { content } }: MockRule,
  planted: OwnCanaries,
): readonly HiddenCanary[] {
  const written = typeof content === "string" ? content : JSON.stringify(content);
  const standing = createCanaryFinder(planted);
  const names = standing(written);
  if (names.length === 0) return [];
  const clean = redactor.redact(written);
  const kept = truncateToolOutput(clean, tool);
  const left = {
    clean: standing(clean),
    kept: standing(kept),
    read: standing(sanitizeToolOutput(kept, tool)),
  };
  return names.flatMap((name): readonly HiddenCanary[] => {
    if (left.read.includes(name)) return [];
    if (!left.clean.includes(name)) {
      return [{ name, why: "it looks like a token there, and those are taken out of results" }];
    }
    return left.kept.includes(name)
      ? [{ name, why: "it stands in what a page does not show, which results lose" }]
      : [{ name, why: "it stands behind the place where a long result is cut" }];
  });
}
