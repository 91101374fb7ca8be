import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const program = `
  import { renderTemplate, templateVariables } from "./src/flow/template/index.ts";
  const template = "{% macro m() %}{% endmacro %}{% for x in l if x is odd %}{{ loop.index }}{{ x|string|upper }}{% endfor %}";
  process.stdout.write(renderTemplate(template, { l: [1, 2, 3] }) + templateVariables(template).join());
  try { Function("return 1")(); } catch (error) { process.stdout.write(" " + error.name); }
`;

test("templates are rendered where no code can be made from text", () => {
  const flags = [
    "--disallow-code-generation-from-strings",
    "--import",
    "tsx",
    "--input-type=module",
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--eval", program], {
    cwd: new URL("../../..", import.meta.url),
  });
  expect(stdout.toString(), stderr.toString()).toBe("1123l EvalError");
});
