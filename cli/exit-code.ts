/** The contract of the design, §2: what a shell or a pipeline may rely on. */
export const exitCode = {
  /** Worked; nothing found; the gate passed. */
  ok: 0,
  /** Worked and found something: a failed case or gate. */
  findings: 1,
  /** Used wrongly: a flag, a path, configuration, a suite, a key that is refused. */
  usage: 2,
  /** Cannot tell: the network, the provider or the judge failed too often. */
  unavailable: 3,
  /** A budget or a time limit stopped it; what was done is kept. */
  limit: 4,
  /** A defect of ours. */
  defect: 70,
  /** Interrupted; what was done is kept. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
