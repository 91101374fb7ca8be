/** How bad a finding is; only errors make `lint` fail by themselves. */
export type Severity = "error" | "warning" | "info";

/**
 * Who minds: the service refuses the config, a policy of the organization is broken, the config does
 * not do what its author means, or a suite of ours is wrong.
 */
export type Origin = "service" | "policy" | "style" | "suite";
