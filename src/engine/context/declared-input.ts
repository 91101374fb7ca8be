import { PyJsonError } from "../../core/python/py-json-error.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { type FlowInput, selectVersion } from "../../flow/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { ContextEnvelope } from "../run-options.ts";
import { fieldProblem } from "./field-problem.ts";

const defaultVersion = "1.0.0";
const defaultConstraint = "^1.0.0";

/**
 * The value of a declared category: the envelope of the highest version that the flow accepts, the last
 * of equal ones, held against the declared fields. The others must be readable all the same.
 */
export function declaredInput(
  input: FlowInput,
  envelopes: readonly ContextEnvelope[],
): PyValue | undefined {
  const versioned = envelopes
    .filter(({ category }) => category === input.category)
    .map((envelope) => ({ version: versionOf(envelope), value: readContent(input, envelope) }));
  if (versioned.length === 0) return undefined;
  const constraint = input.versionConstraint ?? defaultConstraint;
  const versions = versioned.map(({ version }) => version);
  const selected = selectVersion(versions, constraint);
  if (!selected.found) {
    throw invalid(
      input,
      `no version among ${versions.join(", ")} satisfies ${constraint}; the instance would have to be upgraded`,
    );
  }
  const winner = versioned.findLast(({ version }) => version === selected.version)?.value ?? null;
  return fitting(input, winner);
}

/** The content of one envelope, whatever its version. @throws FlowFailure where it does not fit. */
export function fittingContent(input: FlowInput, envelope: ContextEnvelope): PyValue {
  return fitting(input, readContent(input, envelope));
}

function fitting(input: FlowInput, value: PyValue): PyValue {
  const problem = fieldProblem(input.fields, value);
  if (problem !== undefined) throw invalid(input, problem);
  return value;
}

function versionOf({ metadata }: ContextEnvelope): string {
  const version = metadata?.["version"];
  return typeof version === "string" ? version : defaultVersion;
}

function readContent(input: FlowInput, { content }: ContextEnvelope): PyValue {
  if (content === undefined || content === "") throw invalid(input, "it has no content");
  try {
    return parsePyJson(content);
  } catch (error) {
    if (error instanceof PyJsonError) throw invalid(input, `it is not JSON: ${error.message}`);
    throw error;
  }
}

function invalid({ category }: FlowInput, problem: string): FlowFailure {
  return new FlowFailure(
    "invalid_context",
    `the additional context "${category}" cannot be used: ${problem}`,
  );
}
