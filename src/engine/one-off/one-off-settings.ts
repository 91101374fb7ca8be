import type { AgentSettings } from "../agent/agent-settings.ts";

/** A one-off component, resolved: its agent, and how often it may fail. */
export interface OneOffSettings {
  readonly agent: AgentSettings;
  readonly maxCorrectionAttempts: number;
}
