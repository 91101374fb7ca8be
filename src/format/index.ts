export { createPaint, type Paint, type Style } from "./ansi.ts";
export { type JunitCase, type JunitProblem, type JunitSuite, junitXml } from "./junit-xml.ts";
export { type Column, terminalTable } from "./terminal-table.ts";
