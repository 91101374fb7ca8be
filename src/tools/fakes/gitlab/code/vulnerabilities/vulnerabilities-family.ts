import type { Family } from "../../core/family.ts";
import { getSecurityFindingDetails, listSecurityFindings } from "./finding-tools.ts";
import { flagRoutes, postFalsePositiveAnalysis } from "./flag-routes.ts";
import {
  createVulnerabilityIssue,
  linkVulnerabilityToIssue,
  linkVulnerabilityToMergeRequest,
} from "./link-tools.ts";
import {
  evaluateFalsePositive,
  getVulnerabilityDetails,
  listVulnerabilities,
} from "./list-tool.ts";
import {
  confirmVulnerability,
  dismissVulnerability,
  revertToDetectedVulnerability,
  updateVulnerabilitySeverity,
} from "./state-tools.ts";
import { vulnerabilitiesPart } from "./vulnerabilities-part.ts";

/** Vulnerabilities of projects, and the findings of pipelines. */
export const vulnerabilitiesFamily: Family = {
  name: "vulnerabilities",
  parts: { project: [vulnerabilitiesPart] },
  routes: flagRoutes,
  tools: {
    list_vulnerabilities: listVulnerabilities,
    get_vulnerability_details: getVulnerabilityDetails,
    confirm_vulnerability: confirmVulnerability,
    dismiss_vulnerability: dismissVulnerability,
    revert_to_detected_vulnerability: revertToDetectedVulnerability,
    update_vulnerability_severity: updateVulnerabilitySeverity,
    create_vulnerability_issue: createVulnerabilityIssue,
    link_vulnerability_to_issue: linkVulnerabilityToIssue,
    link_vulnerability_to_merge_request: linkVulnerabilityToMergeRequest,
    list_security_findings: listSecurityFindings,
    get_security_finding_details: getSecurityFindingDetails,
    post_sast_fp_analysis_to_gitlab: (args, world) =>
      postFalsePositiveAnalysis(args, world, "Post SAST false positive analysis"),
    post_secret_fp_analysis_to_gitlab: (args, world) =>
      postFalsePositiveAnalysis(args, world, "Post secret false positive analysis"),
    evaluate_vuln_fp_status: (args) => evaluateFalsePositive(args),
  },
};
