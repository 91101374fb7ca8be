export type { Fault, FaultSetting } from "./fault.ts";
export {
  createFaultPlan,
  type FaultPlan,
  gitlabFaults,
  parseFault,
  type PlannedFault,
} from "./fault-plan.ts";
