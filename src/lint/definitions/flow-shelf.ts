import {
  compareRegistered,
  type FlowInspection,
  type FlowKnowledge,
  type FlowVersion,
  inspectFlow,
  type RegisteredFlow,
} from "../../flow/index.ts";

/** The flows of the registries, as far as definitions may be wrong about them. */
export interface FlowShelf {
  /** Every reference that has a version, sorted. */
  readonly references: readonly string[];
  /** The versions of a flow, of one format or of both, from the oldest to the newest. */
  versionsOf(reference: string, format?: FlowVersion): readonly RegisteredFlow[];
  /** What a version says; undefined where its text is not known. */
  inspect(flow: RegisteredFlow): FlowInspection | undefined;
}

/** What is known of the flows on a shelf. */
export interface FlowTexts {
  /** By path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly knowledge: FlowKnowledge;
}

/** Flows that are read when they are asked for, once. */
export function createFlowShelf(
  flows: readonly RegisteredFlow[],
  { texts, knowledge }: FlowTexts,
): FlowShelf {
  const sorted = flows.toSorted(compareRegistered);
  const inspected = new Map<string, FlowInspection>();
  return {
    references: [...new Set(flows.map(({ reference }) => reference))].toSorted(),
    versionsOf(reference, format) {
      return sorted.filter((flow) => {
        return flow.reference === reference && (format === undefined || flow.format === format);
      });
    },
    inspect({ path }) {
      const text = texts.get(path);
      if (text === undefined) return undefined;
      const inspection = inspected.get(path) ?? inspectFlow(text, path, knowledge);
      inspected.set(path, inspection);
      return inspection;
    },
  };
}
