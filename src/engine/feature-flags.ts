/**
 * The flags of the service that decide how a flow runs, as far as the engine knows them.
 * `dap_parallel_subagents` lets a supervisor hand over several tasks at once.
 */
export type FeatureFlag = "dap_parallel_subagents";
