export { rubyLayout } from "./ruby-layout.ts";
export {
  type FoundIn,
  type LintOutcome,
  settleFindings,
  type SettleOptions,
} from "./settle-findings.ts";
