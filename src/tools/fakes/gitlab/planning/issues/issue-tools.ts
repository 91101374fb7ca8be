import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import type { ToolHandler } from "../../core/family.ts";
import { locateInProject, locateProject, type Kind } from "../../core/locate.ts";
import { plainText } from "../../core/plain-text.ts";
import { requestFailed, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import { located, readTool, sentArgs, writeTool } from "../../core/tool-call.ts";
import type { World } from "../../core/world.ts";

/*
 * Shapes after public mirrors of the service's source: duo_workflow_service/tools/issue.py for the results,
 * its later duo_base_tool.py for failures, which are exceptions, and for replies to a note.
 */

const issue: Kind = {
  key: "issue_iid",
  segments: ["issues", "work_items", "epics"],
  label: "Issue",
  noun: "issue or work item",
};

const projectKeys = ["url", "project_id"];
const issueKeys = [...projectKeys, "issue_iid"];

function onIssue(args: JsonObject, world: World, go: (path: string) => ToolOutcome): ToolOutcome {
  return located(locateInProject(args, world, issue), ({ id, iid }) =>
    go(`/api/v4/projects/${id}/issues/${String(iid)}`),
  );
}

const createIssue: ToolHandler = (args, world) =>
  located(locateProject(args, world), ({ id }) =>
    writeTool(world, ["POST", `/api/v4/projects/${id}/issues`], {
      body: sentArgs(args, projectKeys),
      wrap: (body) => ({ created_issue: body }),
    }),
  );

const listIssues: ToolHandler = (args, world) =>
  located(locateProject(args, world), ({ id }) =>
    readTool(world, `/api/v4/projects/${id}/issues`, {
      key: "issues",
      query: sentArgs(args, projectKeys),
    }),
  );

const getIssue: ToolHandler = (args, world) =>
  onIssue(args, world, (path) => readTool(world, path, { key: "issue" }));

const updateIssue: ToolHandler = (args, world) =>
  onIssue(args, world, (path) =>
    writeTool(world, ["PUT", path], {
      body: sentArgs(args, issueKeys),
      wrap: (body) => ({ updated_issue: body }),
    }),
  );

const listIssueNotes: ToolHandler = (args, world) =>
  onIssue(args, world, (path) =>
    readTool(world, `${path}/notes`, { key: "notes", query: sentArgs(args, issueKeys) }),
  );

const getIssueNote: ToolHandler = (args, world) =>
  onIssue(args, world, (path) =>
    readTool(world, `${path}/notes/${String(Number(args["note_id"]))}`, { key: "note" }),
  );

/** `note_id` is a note to reply to: the tool looks for the thread that has it. */
const createIssueNote: ToolHandler = (args, world) =>
  onIssue(args, world, (path) => {
    const noteId = args["note_id"] ?? null;
    const thread = noteId === null ? "" : findThread(world, path, Number(noteId));
    if (typeof thread !== "string") return thread;
    const body = args["body"] ?? null;
    return writeTool(world, ["POST", `${path}${thread}/notes`], {
      body: args["internal"] === true ? { body, internal: true } : { body },
      wrap: (response) => ({ status: "success", body, response }),
    });
  });

const pageSize = 100;

/** `/discussions/<id>` of the thread that has the note, or what the tool says where none has. */
function findThread(world: World, issuePath: string, note: number): ToolOutcome | string {
  const path = `${issuePath}/discussions`;
  for (let page = 1; ; page += 1) {
    const response = send(world, ["GET", path], { query: { page, per_page: pageSize } });
    if (!isSuccess(response)) return toolException(requestFailed(path, response));
    const threads = isJsonArray(response.body) ? response.body : [];
    const thread = threads.find((each) => hasNote(each, note));
    if (isJsonObject(thread)) return `/discussions/${plainText(thread["id"] ?? null)}`;
    if (threads.length < pageSize) break;
  }
  return toolException(`Note ${String(note)} not found in this issue.`);
}

function hasNote(thread: JsonValue, note: number): boolean {
  const notes = isJsonObject(thread) ? (thread["notes"] ?? null) : null;
  return isJsonArray(notes) && notes.some((each) => isJsonObject(each) && each["id"] === note);
}

/** The service's tools on issues. */
export const issueTools: Readonly<Record<string, ToolHandler>> = {
  create_issue: createIssue,
  list_issues: listIssues,
  get_issue: getIssue,
  update_issue: updateIssue,
  create_issue_note: createIssueNote,
  list_issue_notes: listIssueNotes,
  get_issue_note: getIssueNote,
};
