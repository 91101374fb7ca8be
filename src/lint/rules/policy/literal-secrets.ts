import { namedShapes } from "../../../core/secrets/named-shapes.ts";
import type { TokenShape } from "../../../core/secrets/token-shape.ts";
import { textPositions } from "../../../core/text/text-positions.ts";
import {
  literalSecrets as findSecrets,
  type LiteralSecret,
  writtenSecrets,
} from "../../analysis/literal-secrets.ts";
import { pathAt } from "../../analysis/path-at.ts";
import { onFirstLine, spotOf } from "../../analysis/spot.ts";
import { valueSpot } from "../../definitions/definition-spot.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const literalSecrets: LintRule = {
  id: "literal-secrets",
  origin: "policy",
  severity: "error",
  codes: [],
  // The use of credentials that stand in the code.
  security: { cwe: 798, severity: 8 },
  docs: {
    summary: "forbids tokens, keys and passwords in the text of a flow",
    rationale:
      "A flow is read by everybody who may read its repository, is copied into catalogs and logs, and goes to the model with every call; a secret in it has to be revoked. Files of definitions and of your own registry of prompts are searched as well. Tokens are known by how their makers begin them. What is only named a password, a key or a header is a warning, if it has digits among its letters and looks random. References and stand-ins are left alone: `$TOKEN`, `${TOKEN}`, `{{ token }}`, `<token>`, `xxxx`, `your-token`, `EXAMPLE`. No report shows the secret, nor the line of the file with the secret in it.",
    repair: "revoke it, and let the flow read it from a CI/CD variable",
  },
  check(input) {
    const positionOf = textPositions(input.text);
    return findSecrets(input.text, input).map((secret) => {
      return { ...placeOf(secret, input, positionOf), ...saidOf(secret) };
    });
  },
  checkDefinitions({ file }) {
    const text = file.text.replace(/^\uFEFF/, "");
    const positionOf = textPositions(text);
    return writtenSecrets(text).map((secret) => {
      const { start, end } = secret.span;
      const range = { start: positionOf(start), end: positionOf(end) };
      return { ...valueSpot(file, { at: [], range }), ...saidOf(secret) };
    });
  },
  checkPromptFile(text) {
    const positionOf = textPositions(text);
    return writtenSecrets(text).map((secret) => {
      const start = positionOf(secret.span.start);
      const end = positionOf(secret.span.end);
      // A key of several lines is shown by its first.
      const shown = end.line === start.line ? end : { line: start.line, column: start.column + 1 };
      return { at: [], range: { start, end: shown }, ...saidOf(secret) };
    });
  },
  examples: {
    bad: [
      {
        yaml: `# Made up: DB_PASSWORD=tr0ub4dor-and-3-more
components:
  - name: helper
    type: DeterministicStepComponent
    tool_name: run_command
    inputs:
      - { from: "git clone https://bot:s3cr3t-w0rd@gitlab.example.com/a/b", as: command, literal: true }
`,
        reports: [
          ["literal-secrets", 1],
          ["literal-secrets", 7],
        ],
      },
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - id: 1
    reference: helper
    version: v1
    name: Helper
    description: Clones https://bot:s3cr3t-w0rd@gitlab.example.com/a/b
`,
        reports: [["literal-secrets", 6]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: DeterministicStepComponent
    tool_name: run_command
    inputs:
      - { from: "git clone https://bot:$PASSWORD@gitlab.example.com/a/b", as: command, literal: true }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        Never write tokens such as glpat-xxxxxxxxxxxxxxxxxxxx into a file. Use "$API_KEY" instead:
        curl --header "PRIVATE-TOKEN: <your_access_token>" https://gitlab.example.com
      user: "{{ goal }}"
`,
      },
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - id: 1
    reference: helper
    version: v1
    name: Helper
    description: Clones https://bot:$PASSWORD@gitlab.example.com/a/b
`,
      },
    ],
  },
};

function saidOf(secret: LiteralSecret): Pick<Finding, "message" | "severity"> {
  const { shape } = secret.span;
  const isNamed = namedShapes.some(({ id }) => id === shape.id);
  const what = isNamed ? "looks like a secret" : "is a secret";
  return {
    ...(isNamed && { severity: "warning" as const }),
    message: `this ${what} (${shape.id}${beginning(secret, shape)})`,
  };
}

/** The part that all secrets of the kind have, so that one can be told from another without giving it away. */
function beginning({ value }: LiteralSecret, { signs }: TokenShape): string {
  const sign = signs.find((each) => value.startsWith(each));
  return sign === undefined ? "" : `, ${sign}…`;
}

function placeOf(
  { span, at }: LiteralSecret,
  { flow, yaml }: LintInput,
  positionOf: ReturnType<typeof textPositions>,
): ReturnType<typeof spotOf> {
  if (at !== undefined) return spotOf(flow, at);
  const range = { start: positionOf(span.start), end: positionOf(span.end) };
  return { at: pathAt(yaml, range.start), range: onFirstLine(flow, range) };
}
