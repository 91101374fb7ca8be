import type { Clock } from "../../core/clock.ts";
import type { TemplateLimits } from "./template-limits.ts";

/** Which of the service's two environments renders the template. */
export type TemplatePass = "service" | "chat-partial";

/** How a template is rendered; every part may be left out. */
export interface TemplateOptions {
  /** The templates that can be included, extended and imported, by name. */
  readonly files?: ((name: string) => string | undefined) | undefined;
  /**
   * `service`, the default, is what renders the prompts of a flow. `chat-partial` is the first of
   * the two passes over a chat agent's system prompt: unknown names are written out again, nothing
   * can be included, and the service's own filters are missing.
   */
  readonly pass?: TemplatePass | undefined;
  /** Changes what is printed of values; not the template's own text, nor names that are unknown. */
  readonly printed?: ((text: string) => string) | undefined;
  readonly limits?: Partial<TemplateLimits> | undefined;
  /** Needed for the limit in milliseconds; all others hold without it. */
  readonly clock?: Clock | undefined;
}
