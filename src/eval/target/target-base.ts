/** What is said of every target. */
export interface TargetBase {
  /** `default` where the suite has one target only. */
  readonly name: string;
  /** What stands for it in lists and records: a flow's reference or path, an address, a file. */
  readonly reference: string;
  /** Empty for what has no versions. */
  readonly version: string;
  /** `provider/name`, where the suite names one for this target. */
  readonly model: string | undefined;
}

/** A target that has not got its name yet. A matrix makes several of one. */
export type Unnamed<Of extends TargetBase> = Of extends TargetBase ? Omit<Of, "name"> : never;
