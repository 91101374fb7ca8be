/** A step of the service's validation; a flow that fails one never reaches the next. */
export interface ServicePhase {
  readonly id: string;
  readonly title: string;
  /** What happens in it, and how much of what is wrong it reports. */
  readonly text: string;
  readonly codes: readonly (readonly [first: number, last: number])[];
}

/** The steps in their order. */
export const servicePhases: readonly ServicePhase[] = [
  {
    id: "file",
    title: "Reading the file",
    text: "The service parses the YAML and asks for `version` and `environment`. It stops at the first of these errors and says nothing about the rest of the file.",
    codes: [[1, 6]],
  },
  {
    id: "schema",
    title: "Schema",
    text: "The parts of the file must have the right shape. The service lists all of these errors together, by dotted path and without lines; components and routers are opaque to it until they are compiled.",
    codes: [[10, 28]],
  },
  {
    id: "factory",
    title: "Making the flow",
    text: "Before anything is built the service scans the prompts and asks for what a chat needs. The first error is raised as an exception. Flows in environment `chat-partial` are finished here: what is wrong in the phases below goes unseen.",
    codes: [
      [7, 7],
      [30, 36],
    ],
  },
  {
    id: "registration",
    title: "Registering response schemas",
    text: "Every entry of `response_schemas` becomes a model class, also one that nobody uses. The first error is raised as it comes, as an exception of Python or of a library.",
    codes: [[40, 48]],
  },
  {
    id: "compile",
    title: "Compiling the graph",
    text: "The service builds the components in the order of the file, then the routers, then looks up the entry point. It reports the first component or router that fails, and of that one all wrong fields, or the first thing that does not fit together. The next error shows when this one is repaired.",
    codes: [[50, 113]],
  },
];

/** The step in which the service notices an error of its catalog; undefined for numbers of ours. */
export function servicePhaseOf(code: string): ServicePhase | undefined {
  const number = /^E(\d+)$/.exec(code)?.[1];
  return servicePhases.find(({ codes }) => {
    return codes.some(([first, last]) => Number(number) >= first && Number(number) <= last);
  });
}
