import type { HumanInputComponent } from "../../flow/index.ts";
import type { UiSettings } from "../ui/ui-settings.ts";

/** A stop for the user, resolved. */
export interface HumanSettings {
  readonly component: HumanInputComponent;
  readonly ui: UiSettings;
}
