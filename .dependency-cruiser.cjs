// @ts-check
// The architecture in one table. A module may import itself, `src/core`, and the modules named
// here, each by its index.ts; and the npm packages named here. Nothing else.
/** @type {Record<string, { modules: string[], npm: string[] }>} */
const layers = {
  core: { modules: [], npm: ["re2js"] },
  platform: { modules: [], npm: ["undici"] },
  format: { modules: [], npm: ["cli-table3", "diff"] },
  yaml: { modules: [], npm: ["yaml"] },
  schema: { modules: [], npm: ["ajv", "json-schema-to-ts", "re2js"] },
  flow: { modules: ["yaml", "schema"], npm: ["@ruby/prism"] },
  tools: { modules: ["platform", "schema"], npm: [] },
  gitlab: { modules: ["platform"], npm: [] },
  model: { modules: ["platform", "yaml", "schema", "tools"], npm: ["@anthropic-ai/sdk", "openai"] },
  record: { modules: ["platform", "model", "schema"], npm: [] },
  lint: { modules: ["flow", "tools", "format"], npm: [] },
  catalog: { modules: ["platform", "gitlab", "flow", "tools", "lint"], npm: ["p-limit", "@modelcontextprotocol/sdk"] },
  config: { modules: ["platform", "yaml", "schema"], npm: [] },
  engine: { modules: ["flow", "tools", "model"], npm: [] },
  judge: { modules: ["model", "record", "schema"], npm: [] },
  eval: { modules: ["platform", "yaml", "schema", "flow", "tools", "gitlab", "model", "record", "engine", "judge", "compare"], npm: ["csv-parse", "p-limit"] },
  compare: { modules: ["yaml", "schema", "record", "judge"], npm: [] },
  report: { modules: ["format", "record", "compare", "flow", "gitlab"], npm: ["preact", "preact-render-to-string", "@observablehq/plot", "linkedom"] },
  vitest: { modules: ["platform", "config", "tools", "model", "record", "eval", "report"], npm: ["vitest"] },
  queue: { modules: ["record", "eval"], npm: ["bullmq"] },
  simulators: { modules: ["gitlab", "model", "schema", "yaml"], npm: ["graphql"] },
};
const own = (name) => `^src/${name}/`;
const testFile = "\\.(test|soak)\\.ts$";

module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    { name: "src-never-imports-cli", severity: "error", from: { path: "^src/" }, to: { path: "^cli/" } },
    { name: "no-test-from-source", severity: "error", from: { pathNot: testFile }, to: { path: testFile } },
    { name: "simulators-only-from-tests", severity: "error", from: { pathNot: `${testFile}|^src/simulators/|^cli/simulate/|^cli/testing/` }, to: { path: own("simulators") } },
    { name: "cli-uses-module-indexes", severity: "error", from: { path: "^cli/" }, to: { path: "^src/", pathNot: "^src/(index|[a-z]+/index|core/.+)\\.ts$" } },
    { name: "unknown-module", severity: "error", from: { path: "^src/[a-z]+/", pathNot: Object.keys(layers).map(own) }, to: {} },
    ...Object.entries(layers).flatMap(([name, { modules, npm }]) => {
      const reach = ["core", ...modules].filter((other) => other !== name);
      return [
        { name: `${name}:layer`, severity: "error", from: { path: own(name), pathNot: testFile }, to: { path: "^src/", pathNot: [own(name), ...reach.map(own)] } },
        { name: `${name}:index`, severity: "error", from: { path: "^src/", pathNot: own(name) }, to: name === "core" ? { path: "^$" } : { path: own(name), pathNot: `^src/${name}/index\\.ts$` } },
        { name: `${name}:npm`, severity: "error", from: { path: own(name), pathNot: `${testFile}|/testing/` }, to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer"], pathNot: ["^$", ...npm.map((pkg) => `node_modules/${pkg}/`)] } },
      ];
    }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
