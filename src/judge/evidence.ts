import { clip } from "../core/text/clip.ts";
import { foldForQuotes, holdsPassage, quotedParts, weightOf } from "./quote.ts";
import type { TranscriptPart } from "./transcript.ts";

/** A piece of the record that evidence may be quoted from. */
export interface Source {
  readonly label: string;
  readonly source: TranscriptPart["source"];
  /** Folded. */
  readonly texts: readonly string[];
}

/** What evidence has to show before it counts. */
export type EvidenceNeed =
  /** What is quoted has to be there; quoting is up to the judge. */
  | "nothing"
  /** Something of what the agent did or said. */
  | "work"
  /** Something of the answer. */
  | "answer";

export interface EvidenceReading {
  /** Labels of the pieces that hold the passages, each once. */
  readonly from: readonly string[];
  /** What is wrong with it, in words for the judge. */
  readonly problem?: string;
}

/** Letters and digits below which a passage proves nothing, unless it is all that there is. */
const leastWeight = 8;

/** The answer comes first and the question last: what agent and user both say, the agent has said. */
const order = { answer: 0, call: 1, question: 2 } as const;

/** The pieces of a record, in the order in which passages are looked for. */
export function sourcesOf(parts: readonly TranscriptPart[]): readonly Source[] {
  return parts
    .map(({ label, source, quotable }) => ({
      label,
      source,
      texts: quotable.map((text) => foldForQuotes(text)),
    }))
    .toSorted((a, b) => order[a.source] - order[b.source]);
}

/** Finds where evidence is quoted from, and whether that is enough. */
export function readEvidence(
  evidence: string,
  need: EvidenceNeed,
  sources: readonly Source[],
): EvidenceReading {
  const from = new Set<string>();
  const found: Found[] = [];
  for (const passage of quotedParts(evidence)) {
    const place = findPassage(passage, sources);
    if (place === undefined) {
      const problem = `the record does not say "${clip(passage, 160)}"; copy whole words as they stand`;
      return { from: [...from], problem };
    }
    from.add(place.label);
    found.push(place);
  }
  const labels = [...from];
  const problem = need === "nothing" ? undefined : lack(found, need);
  return problem === undefined ? { from: labels } : { from: labels, problem };
}

interface Found {
  readonly label: string;
  readonly source: Source["source"];
  /** Whether it is long enough to prove something. */
  readonly isEnough: boolean;
}

function findPassage(passage: string, sources: readonly Source[]): Found | undefined {
  for (const { label, source, texts } of sources) {
    const text = texts.find((each) => holdsPassage(each, passage));
    if (text === undefined) continue;
    const weight = weightOf(passage);
    return { label, source, isEnough: weight >= Math.min(leastWeight, weightOf(text)) };
  }
  return undefined;
}

function lack(found: readonly Found[], need: "work" | "answer"): string | undefined {
  if (found.length === 0) return "it needs evidence quoted from the record, and there is none";
  const work = found.filter(({ source }) => source !== "question");
  if (work.length === 0) {
    return "the question says nothing about what the agent did; quote the answer or a call";
  }
  const fitting = need === "work" ? work : work.filter(({ source }) => source === "answer");
  if (fitting.length === 0) return "it is about the answer, and nothing is quoted from the answer";
  if (fitting.some(({ isEnough }) => isEnough)) return undefined;
  return "the evidence is too short to prove anything; quote the words around it as well";
}
