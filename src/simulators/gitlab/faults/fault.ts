/** What a fault may know of the request that it spoils. */
export interface FaultSetting {
  readonly url: URL;
  /** Asks for a change, as far as can be seen. */
  readonly isWrite: boolean;
  readonly isGraphql: boolean;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** What would be answered without the fault. */
  readonly answer: () => Promise<Response>;
}

/** Something that goes wrong with a request. */
export interface Fault {
  readonly id: string;
  /** What a client sees, for help. */
  readonly summary: string;
  /** Whether it befalls such requests; all of them when left out. */
  readonly applies?: (setting: FaultSetting) => boolean;
  readonly spoil: (setting: FaultSetting) => Promise<Response> | Response;
}
