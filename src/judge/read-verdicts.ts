import { isJsonObject, type JsonObject, type JsonValue } from "../core/json.ts";
import { isJsonArray } from "../core/match/json-array.ts";
import { clip } from "../core/text/clip.ts";
import { foldWhitespace } from "../core/text/fold-whitespace.ts";
import { missingPart, quotedParts } from "./quote.ts";
import { statesAbsence } from "./states-absence.ts";
import type { CriterionVerdict } from "./verdict.ts";

/** What the verdicts are held against. */
export interface VerdictTerms {
  readonly criteria: readonly string[];
  /** Everything that may be quoted, folded by `foldForQuotes`. */
  readonly foldedTexts: readonly string[];
}

export type VerdictReading =
  | { readonly ok: true; readonly verdicts: readonly CriterionVerdict[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const fields: ReadonlySet<string> = new Set(["criterion", "evidence", "reasoning", "verdict"]);

/** Reads the arguments of a judge's call; everything that is wrong with them, in words for the judge. */
export function readVerdicts(args: JsonObject, terms: VerdictTerms): VerdictReading {
  const entries = args["verdicts"];
  if (!isJsonArray(entries)) return { ok: false, problems: ["`verdicts` must be a list"] };
  const problems: string[] = [];
  const byCriterion = new Map<number, CriterionVerdict>();
  for (const [index, entry] of entries.entries()) {
    const verdict = asVerdict(entry);
    if (typeof verdict === "string") {
      problems.push(`entry ${index + 1} of \`verdicts\`: ${verdict}`);
      continue;
    }
    problems.push(...problemsOf(verdict, terms, byCriterion.has(verdict.criterion)));
    byCriterion.set(verdict.criterion, verdict);
  }
  for (let number = 1; number <= terms.criteria.length; number += 1) {
    if (!byCriterion.has(number)) problems.push(`criterion ${number} has no verdict`);
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    verdicts: [...byCriterion.values()].toSorted((a, b) => a.criterion - b.criterion),
  };
}

function asVerdict(entry: JsonValue): CriterionVerdict | string {
  if (!isJsonObject(entry)) return "must be an object";
  const unknown = Object.keys(entry).filter((key) => !fields.has(key));
  if (unknown.length > 0) return `has unknown fields: ${clip(unknown.join(", "), 80)}`;
  const { criterion, evidence, reasoning, verdict } = entry;
  if (typeof criterion !== "number" || !Number.isInteger(criterion)) {
    return "`criterion` must be the number of a criterion";
  }
  if (typeof evidence !== "string") return "`evidence` must be a text";
  if (typeof reasoning !== "string") return "`reasoning` must be a text";
  if (verdict !== "met" && verdict !== "not_met" && verdict !== "cannot_tell") {
    return "`verdict` must be met, not_met or cannot_tell";
  }
  return { criterion, verdict, evidence, reasoning };
}

function problemsOf(
  { criterion, verdict, evidence }: CriterionVerdict,
  { criteria, foldedTexts }: VerdictTerms,
  repeated: boolean,
): readonly string[] {
  const statement = criteria[criterion - 1];
  if (statement === undefined) {
    return [`there is no criterion ${criterion}; they are numbered 1 to ${criteria.length}`];
  }
  const problems: string[] = [];
  if (repeated) problems.push(`criterion ${criterion} has more than one verdict`);
  if (verdict === "met" && quotedParts(evidence).length === 0 && !statesAbsence(statement)) {
    problems.push(
      `criterion ${criterion}: \`met\` needs evidence quoted from the record, and there is none`,
    );
  }
  const missing = missingPart(evidence, foldedTexts);
  if (missing !== undefined) {
    problems.push(
      `criterion ${criterion}: the record does not say "${clip(foldWhitespace(missing), 160)}"; copy the words as they stand`,
    );
  }
  return problems;
}
