import { CST } from "yaml";
import type { Finding } from "./problem-list.ts";

/**
 * The places where PyYAML's scanner refuses what the library reads: tabs between tokens, `?` and a
 * leading `:` in a plain scalar of a flow collection, other major versions of YAML. It sees every
 * lexeme once, in order.
 */
export class ScannerRules {
  readonly findings: Finding[] = [];
  private flowDepth = 0;
  private scalarFollows = false;
  private afterBlockHeader = false;

  see(lexeme: string, offset: number): void {
    if (this.scalarFollows) {
      this.scalarFollows = false;
      if (!this.afterBlockHeader) this.checkPlain(lexeme, offset);
      this.afterBlockHeader = false;
      return;
    }
    const type = CST.tokenType(lexeme);
    if (type === "scalar") this.scalarFollows = true;
    else if (type === "block-scalar-header") this.afterBlockHeader = true;
    else if (type === "flow-map-start" || type === "flow-seq-start") this.flowDepth += 1;
    else if (type === "flow-map-end" || type === "flow-seq-end") {
      this.flowDepth = Math.max(0, this.flowDepth - 1);
    } else if (type === "space") this.checkTab(lexeme, offset);
    else if (type === "directive-line") this.checkVersion(lexeme, offset);
  }

  private checkTab(lexeme: string, offset: number): void {
    const index = lexeme.indexOf("\t");
    if (index < 0) return;
    const span = [offset + index, offset + index + 1] as const;
    const message = "a tab stands where the service's loader takes only spaces";
    this.findings.push({ code: "tab", message, hint: "replace it by spaces", span });
  }

  private checkPlain(lexeme: string, offset: number): void {
    this.checkTab(lexeme, offset);
    const index = this.flowDepth > 0 ? lexeme.search(/^:|\?/) : -1;
    if (index < 0) return;
    const message = `"${lexeme.charAt(index)}" cannot stand in an unquoted value between brackets`;
    const span = [offset + index, offset + index + 1] as const;
    this.findings.push({ code: "syntax", message, hint: "put the value in quotes", span });
  }

  private checkVersion(lexeme: string, offset: number): void {
    const version = /^%YAML +(\d+)\./.exec(lexeme)?.[1];
    if (version === undefined || version === "1") return;
    const message = `YAML ${version} is not a version that the service's loader reads`;
    this.findings.push({ code: "syntax", message, span: [offset, offset + lexeme.length] });
  }
}
