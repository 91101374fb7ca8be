/** Which events of a component the user of a session sees, and in whose name. */
export interface UiSettings {
  readonly events: ReadonlySet<string>;
  readonly roleAs: "agent" | "tool";
}

/** @param events names of events; unknown ones never happen. */
export function uiSettings(events: readonly string[], roleAs = "agent"): UiSettings {
  return { events: new Set(events), roleAs: roleAs === "tool" ? "tool" : "agent" };
}
