import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
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
  return hiddenIn(typeof content === "string" ? content : JSON.stringify(content), {
    tool,
    planted,
  });
}

interface CanaryPlace {
  /** The tool whose result it is. */
  readonly tool: string;
  readonly planted: OwnCanaries;
}

/** The canaries of a text that are lost when it is a result. */
function hiddenIn(written: string, { tool, planted }: CanaryPlace): readonly HiddenCanary[] {
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

/** The canaries of a fake's texts that no result brings to a model, with the place of each. */
export function hiddenInFake(
  value: JsonValue,
  planted: OwnCanaries,
  path: readonly (string | number)[] = [],
): readonly (HiddenCanary & { readonly path: readonly (string | number)[] })[] {
  if (typeof value === "string") {
    // What people write in GitLab loses more than the text of a file.
    const tool = path[0] === "gitlab" ? "get_issue" : "read_file";
    return hiddenIn(value, { tool, planted }).map((hidden) => ({ ...hidden, path }));
  }
  if (isJsonArray(value)) {
    return value.flatMap((item, index) => hiddenInFake(item, planted, [...path, index]));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    hiddenInFake(item, planted, [...path, key]),
  );
}
