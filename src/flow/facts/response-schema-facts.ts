import type { JsonObject } from "../../core/json.ts";
import {
  choice,
  flag,
  integer,
  list,
  object,
  optional,
  range,
  type Shape,
  text,
} from "./schema-shape.ts";

/** A response schema of the service's registry. */
export interface ResponseSchemaFact {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly definition: JsonObject;
}

/** The response schemas of the service's registry, without the texts that describe their fields. */
export const responseSchemaFacts: readonly ResponseSchemaFact[] = [
  fact(
    "create_repository_branch",
    "1.0.0",
    object({
      status: choice("success", "failed"),
      branch_name: optional(text),
      error: optional(text),
    }),
  ),
  fact(
    "ensure_clean_git_state",
    "1.0.0",
    object({ status: choice("clean", "failed"), reason: optional(text) }),
  ),
  fact(
    "fix_pipeline_context",
    "1.0.0",
    object({
      failure_category: choice(
        "runner_system_failure",
        "environment_failure",
        "network_failure",
        "permissions_failure",
        "resource_limit_failure",
        "ci_config_error",
        "test_failure",
        "flaky_test",
        "lint_failure",
        "build_failure",
        "dependency_failure",
        "insufficient_context",
        "security_sensitive",
        "no_failing_jobs_detected",
        "agents_rule_match",
        "unknown_failure",
      ),
      suggested_fix_type: choice(
        "code_fix",
        "update_ci_config",
        "update_dependencies",
        "retry_job",
        "comment_only",
        "no_action",
      ),
      decision: choice("add_comment", "create_plan", "direct_code_suggestions", "no_action"),
      confidence: optional(choice("high", "low")),
      summary: text,
    }),
  ),
  fact(
    "fix_pipeline_decide_fix",
    "1.0.0",
    object({
      decision: choice("create_fix_on_existing_mr", "create_fix_on_new_mr", "no_action_needed"),
      reasoning: text,
    }),
  ),
  fact(
    "resolve_sast_evaluate_mr_readiness",
    "1.0.0",
    object({ merge_request_url: text, readiness_detection_score: text }),
  ),
  fact(
    "resolve_sast_vulnerability_execution",
    "1.0.0",
    object({
      location_validation: optional(
        object({
          reported_location: optional(text),
          actual_code_at_location: optional(text),
          location_confirmed: optional(flag),
          sink_location: optional(text),
          discrepancy_notes: optional(text),
        }),
      ),
      vulnerability_analysis: optional(
        object({
          type: optional(text),
          location: optional(text),
          source_location: optional(text),
          sink_location: optional(text),
          data_flow: optional(text),
          root_cause: optional(text),
          attack_vector: optional(text),
          why_vulnerable: optional(text),
        }),
      ),
      remediation_approach: optional(
        object({
          strategy: optional(text),
          security_pattern: optional(text),
          files_requiring_changes: optional(list(text)),
          scope_justification: optional(text),
          quantifiable_improvement: optional(text),
          rationale: optional(text),
        }),
      ),
      implementation: optional(
        object({
          primary_changes: optional(
            list(
              object({
                file: optional(text),
                description: optional(text),
                line_numbers: optional(text),
                old_str: optional(text),
                new_str: optional(text),
              }),
            ),
          ),
          supporting_changes: optional(
            list(
              object({
                file: optional(text),
                reason: optional(text),
                scope_justification: optional(text),
                line_numbers: optional(text),
                old_str: optional(text),
                new_str: optional(text),
              }),
            ),
          ),
        }),
      ),
      execution_result: object({
        status: choice("success", "partial", "failed"),
        files_modified: optional(list(text)),
        verification: object({
          vulnerability_eliminated: flag,
          syntax_valid: flag,
          functionality_preserved: flag,
        }),
        confidence_level: choice("high", "medium", "low"),
        notes: optional(text),
      }),
    }),
  ),
  fact(
    "sast_fp_detection",
    "1.0.0",
    object({ false_positive_likelihood: range(0, 100), explanation: text }),
  ),
  fact(
    "secret_fp_detection",
    "1.0.0",
    object({ false_positive_likelihood: range(0, 100), explanation: text }),
  ),
  fact(
    "security_review",
    "1.0.0",
    object({
      findings: list(
        object({
          file: text,
          new_line: integer,
          target_code: text,
          old_line: optional(integer),
          tier: choice(1, 2, 3),
          severity: choice("critical", "high", "medium", "low"),
          cwe: text,
          body: text,
          suggestion: optional(text),
        }),
      ),
      summary: text,
    }),
  ),
  fact(
    "validate_sast_fix_has_changes",
    "1.0.0",
    object({ decision: choice("proceed", "no_changes") }),
  ),
  fact("validate_sast_vulnerability", "1.0.0", object({ decision: choice("valid", "invalid") })),
];

/** Every title is the id with an ending. */
function fact(id: string, version: string, { schema }: Shape): ResponseSchemaFact {
  const title = `${id}_response`;
  return { id, version, title, definition: { title, ...schema } };
}
