// The least that a linter with positions and a schema has to do: `node floor.mjs <folder>` reads each flow
// config below the folder, parses it with `yaml` and validates it with ajv; with --no-schema it only parses,
// and loads no ajv.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { LineCounter, parseDocument } from "yaml";

const [folder = ".", option] = process.argv.slice(2);
const { Ajv } = option === "--no-schema" ? {} : await import("ajv");
const ajv = Ajv && new Ajv({ allErrors: true });
const validators = new Map();

function validatorOf(version) {
  const id = version === "experimental" ? "flow-experimental" : "flow-v1";
  if (!validators.has(id)) {
    const file = new URL(`../../schemas/${id}.schema.json`, import.meta.url);
    const schema = JSON.parse(readFileSync(file, "utf8"));
    // To compile what it says of every single tool would be the floor's largest part, and flatter us.
    Object.assign(schema.$defs, { toolName: {}, toolPresets: { type: "object" } });
    validators.set(id, ajv.compile(schema));
  }
  return validators.get(id);
}

const findings = [];
for (const name of readdirSync(folder, { recursive: true }).toSorted((a, b) =>
  a < b ? -1 : Number(a > b),
)) {
  if (!name.endsWith(".yml")) continue;
  const lineCounter = new LineCounter();
  const text = readFileSync(join(folder, name), "utf8");
  const document = parseDocument(text, { lineCounter, version: "1.1", uniqueKeys: false });
  const flow = document.toJS();
  const validate = ajv && validatorOf(flow?.version);
  if (validate === undefined || validate(flow)) continue;
  for (const { instancePath, message } of validate.errors) {
    const node = document.getIn(instancePath.split("/").slice(1), true);
    findings.push({ name, message, ...lineCounter.linePos(node?.range?.[0] ?? 0) });
  }
}
process.stdout.write(`${findings.length} findings\n`);
for (const finding of findings.slice(0, 5)) process.stdout.write(`${JSON.stringify(finding)}\n`);
