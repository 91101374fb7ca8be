import type { Budget } from "../runtime/budget.ts";
import type { Undefined, UndefinedOrigin } from "./value.ts";

/** What looking something up needs besides the value: the budget, and how a missing name is marked. */
export interface Sandbox {
  readonly budget: Budget;
  undefined(origin: UndefinedOrigin): Undefined;
}
