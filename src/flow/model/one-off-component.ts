import type { PromptingComponent } from "./component-base.ts";

/** One call of a model whose tools run once, with a few attempts to correct errors. */
export interface OneOffComponent extends PromptingComponent {
  readonly type: "OneOffComponent";
  readonly maxCorrectionAttempts: number;
}
