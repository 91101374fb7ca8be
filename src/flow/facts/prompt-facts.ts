/**
 * The prompts of the service's registry: a line each with id, version, its roles where they are others
 * than `system` and `user`, and every variable that its templates use.
 */
export const promptFacts: string = `
analyze_prescan_codebase_results 1.0.0 mr_context prescan_tool_responses
categorize_question 1.0.0 previous_answer question
chat/agent 1.0.0 (system_static system_dynamic user) additional_context clarification_question_tool_enabled current_date current_time current_timezone foundational_flow_tool_enabled gitlab_instance_type gitlab_instance_url gitlab_instance_version message model_friendly_name project should_show_current_time slash_command
chat/agent 1.0.1 (system_static system_dynamic user) additional_context clarification_question_tool_enabled current_date current_time current_timezone foundational_flow_tool_enabled gitlab_instance_type gitlab_instance_url gitlab_instance_version message model_friendly_name project should_show_current_time slash_command system_template_override
chat/build_reader 1.0.0 (system user assistant) input suggestions
chat/build_reader 1.0.1 (system user assistant) input suggestions
chat/build_reader 1.0.1-dev (system user assistant) input suggestions
chat/build_reader 1.1.0 (system user assistant) input suggestions
chat/commit_reader 1.0.0 (system user assistant) input suggestions
chat/commit_reader 1.0.1 (system user assistant) input suggestions
chat/commit_reader 1.0.1-dev (system user assistant) input suggestions
chat/commit_reader 1.1.0 (system user assistant) input suggestions
chat/documentation_search 1.0.0 (user assistant) content_id documents question
chat/documentation_search 1.0.1 (user assistant) content_id documents question
chat/documentation_search 1.1.0 (user assistant) content_id documents question
chat/epic_reader 1.0.0 (system user assistant) input suggestions
chat/epic_reader 1.0.1 (system user assistant) input suggestions
chat/epic_reader 1.0.1-dev (system user assistant) input suggestions
chat/epic_reader 1.1.0 (system user assistant) input suggestions
chat/explain_code 0.0.1-dev file_content input language_info selected_text
chat/explain_code 1.0.0 file_content input language_info selected_text
chat/explain_code 1.0.1 file_content input language_info selected_text
chat/explain_code 1.1.0 file_content input language_info selected_text
chat/explain_code 1.1.0-dev file_content input language_info selected_text
chat/explain_vulnerability 0.0.1-dev identifiers language_info title vulnerability_description vulnerability_info
chat/explain_vulnerability 1.0.0 identifiers language_info title vulnerability_description vulnerability_info
chat/explain_vulnerability 1.0.1 identifiers language_info title vulnerability_description vulnerability_info
chat/fix_code 0.0.1-dev file_content file_content_reuse input language_info libraries selected_text
chat/fix_code 1.0.0 file_content file_content_reuse input language_info libraries selected_text
chat/fix_code 1.0.1 file_content file_content_reuse input language_info libraries selected_text
chat/fix_code 1.1.0 file_content file_content_reuse input language_info libraries selected_text
chat/fix_code 1.1.0-dev file_content file_content_reuse input language_info libraries selected_text
chat/fix_code 1.2.0 file_content file_content_reuse input language_info libraries selected_text
chat/issue_reader 1.0.0 (system user assistant) input suggestions
chat/issue_reader 1.0.1 (system user assistant) input suggestions
chat/issue_reader 1.0.1-dev (system user assistant) input suggestions
chat/issue_reader 1.1.0 (system user assistant) input suggestions
chat/merge_request_reader 1.0.0 (system user assistant) input suggestions
chat/merge_request_reader 1.0.1 (system user assistant) input suggestions
chat/merge_request_reader 1.0.1-dev (system user assistant) input suggestions
chat/merge_request_reader 1.1.0 (system user assistant) input suggestions
chat/react 1.0.0 (system user assistant) additional_context agent_scratchpad context context_path current_date current_file final_answer message tools unavailable_resources
chat/react 1.0.1 (system user assistant) additional_context agent_scratchpad context context_path current_date current_file final_answer message tools unavailable_resources
chat/react 1.0.2-dev (system user assistant) additional_context agent_scratchpad context context_path current_date current_file final_answer message tools unavailable_resources
chat/react 1.1.0 (system user assistant) additional_context agent_scratchpad context context_path current_date current_file final_answer message tools unavailable_resources
chat/refactor_code 0.0.1-dev file_content file_content_reuse input language_info libraries selected_text
chat/refactor_code 1.0.0 file_content file_content_reuse input language_info libraries selected_text
chat/refactor_code 1.0.1 file_content file_content_reuse input language_info libraries selected_text
chat/refactor_code 1.1.0 file_content file_content_reuse input language_info libraries selected_text
chat/refactor_code 1.1.0-dev file_content file_content_reuse input language_info libraries selected_text
chat/refactor_code 1.2.0 file_content file_content_reuse input language_info libraries selected_text
chat/refactor_code 1.3.0 file_content file_content_reuse input language_info libraries selected_text
chat/summarize_comments 1.0.0 notes_content
chat/summarize_comments 1.1.0 notes_content
chat/troubleshoot_job 0.0.1-dev language_info selected_text
chat/troubleshoot_job 1.0.0 language_info selected_text
chat/troubleshoot_job 1.0.1-alpha language_info selected_text
chat/troubleshoot_job 1.0.2 language_info selected_text
chat/troubleshoot_job 1.1.0 language_info selected_text
chat/troubleshoot_job 1.1.0-dev language_info selected_text
chat/work_item_reader 1.0.0 (system user assistant) input suggestions
chat/write_tests 0.0.1-dev file_content input language_info libraries selected_text
chat/write_tests 1.0.0 file_content input language_info libraries selected_text
chat/write_tests 1.0.1 file_content input language_info libraries selected_text
chat/write_tests 1.1.0 file_content input language_info libraries selected_text
chat/write_tests 1.1.0-dev file_content input language_info libraries selected_text
chat/write_tests 1.2.0 file_content input language_info libraries selected_text
classify_code_review_mention_intent 1.0.0 message
code_review_prescan 1.0.0 directory_trees merge_request_iid mr_context project_id
code_suggestions/completions 1.0.0 file_name language prefix suffix
code_suggestions/generations 1.0.0 (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 1.0.1 (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 1.0.2 (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 1.1.0 (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 1.1.0-dev (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 1.2.0 examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 1.2.0-dev (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 2.0.0 (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 2.0.1 (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 2.0.2 (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 2.0.2-dev (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 2.0.3 (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
code_suggestions/generations 3.0.2-dev (system user assistant) examples_array file_name language libraries related_files related_snippets trimmed_content_above_cursor trimmed_content_below_cursor user_instruction
commit_changes 1.0.0 agents_dot_md repository_url workspace_agent_skills
conversation_compaction 1.0.0 (system placeholder user)
conversation_compaction_manual 1.0.0 (system placeholder user) user_instruction
convert_ci_push_changes 1.0.0 agents_dot_md project_id repository_url session_url source_branch target_branch_details workflow_id workspace_agent_skills
convert_to_gl_ci 1.0.0 jenkins_file_content
create_merge_request 1.0.0 agents_dot_md issue_details issue_url project_id source_branch_details target_branch workspace_agent_skills
create_repository_branch 1.0.0 agents_dot_md naming_context project_id ref repository_url workflow_id workspace_agent_skills
developer_add_plan_comment 1.0.0 agents_dot_md merge_request_details plan_text workspace_agent_skills
developer_planner 1.0.0 agents_dot_md coding_agent_tools issue_details project_id repository_url workspace_agent_skills
embeddings_code 1.0.0 (user) contents
ensure_clean_git_state 1.0.0 default_branch repository_url
explore_directories_for_prescan 1.0.0 mr_diffs project_id
feature_discovery_search 1.0.0 catalog query
fix_pipeline_add_comment 1.0.0 agents_dot_md fix_pipeline_context_results merge_request_url pipeline_url session_url workflow_id
fix_pipeline_checkout_existing_branch 1.0.0 (system user placeholder) ref repository_url
fix_pipeline_code_suggestions 1.0.0 agents_dot_md context_summary merge_request_url pipeline_url project_id
fix_pipeline_context 1.0.0 (system user placeholder) agents_dot_md failing_bridge_jobs merge_request_url mr_diffs pipeline_url
fix_pipeline_create_branch 1.0.0 agents_dot_md naming_context project_id ref repository_url workflow_id
fix_pipeline_create_new_mr 1.0.0 agents_dot_md assignee_id default_branch execution_results merge_request_url pipeline_url project_id session_url source_branch source_branch_name workflow_id
fix_pipeline_create_new_mr 1.0.2 agents_dot_md assignee_id default_branch execution_results merge_request_author_id merge_request_url pipeline_url project_id session_url source_branch source_branch_name workflow_id
fix_pipeline_decide_fix 1.0.0 execution_diff execution_results fix_pipeline_context_results merge_request_url
fix_pipeline_execution 1.0.0 agents_dot_md fix_pipeline_context_results os_information source_branch workspace_agent_skills
fix_pipeline_new_mr_comment 1.0.0 agents_dot_md create_mr_result pipeline_url session_owner_id
fix_pipeline_new_mr_comment 1.0.2 agents_dot_md create_mr_result merge_request_url pipeline_url
generate_commit_message 1.0.0 diff
generate_commit_message 1.1.0 diff
generate_commit_message 1.2.0 diff
generate_description 1.0.0 content template
generate_session_title 1.0.0 context definition
gitlab_duo_mention_agent_prompt 1.0.0 goal
glab_ask_git_command 1.0.0 prompt
glab_ask_git_command 1.0.1 prompt
list_available_tools 1.0.0
local_code_review 1.0.0 goal primary_branch project_id project_url today
measure_comment_temperature 1.0.0 content
measure_comment_temperature 1.0.1 content
measure_comment_temperature 1.0.2 content
model_configuration/check 1.0.0
programming_agent 1.0.0 agents_dot_md os_information planner_handover project_id repository_url workspace_agent_skills
project_activity_create_summary_issue 1.0.0 date_range project_id summary
project_activity_fetch_issues_closed 1.0.0 date_range project_id
project_activity_fetch_issues_new 1.0.0 date_range project_id
project_activity_fetch_issues_updated 1.0.0 date_range project_id
project_activity_fetch_merge_requests_closed 1.0.0 date_range project_id
project_activity_fetch_merge_requests_new 1.0.0 date_range project_id
project_activity_fetch_merge_requests_updated 1.0.0 date_range project_id
project_activity_summarize_project_activity 1.0.0 closed_issues_data closed_merge_requests_data date_range new_issues_data new_merge_requests_data project_id updated_issues_data updated_merge_requests_data
push_to_remote 1.0.0 agents_dot_md assignee_id issue_url merge_request_details programming_agent_handover repository_url workspace_agent_skills
recommend_reviewers_assign 1.0.0 comment_data merge_request_iid project_id
recommend_reviewers_post 1.0.0 merge_request_iid project_id reviewer_data
resolve_dep_bump_pipeline_fix 1.0.0 agents_dot_md merge_request_url pipeline_url tools_enabled
resolve_sast_evaluate_mr_readiness 1.0.0 fix_execution_result git_operations_result repository_url vulnerability_context workflow_id
resolve_sast_vulnerability_commit 1.0.0 repository_url vulnerability_context workflow_id
resolve_sast_vulnerability_execution 1.0.0 vulnerability_context
resolve_sast_vulnerability_push_and_create_mr 1.0.0 default_branch fix_summary project_id repository_url source_branch_name vulnerability_details workflow_id
resolve_vulnerability 0.0.1-dev filename identifiers name source_code vulnerability_description vulnerable_code
resolve_vulnerability 1.0.0 filename identifiers name source_code vulnerability_description vulnerable_code
resolve_vulnerability 1.0.1 filename identifiers name source_code vulnerability_description vulnerable_code
resolve_vulnerability 1.0.2 filename identifiers name source_code vulnerability_description vulnerable_code
review_merge_request 0.9.0 diff_lines full_content_section full_file_intro mr_description mr_title
review_merge_request 1.0.0 diff_lines full_content_section full_file_intro mr_description mr_title
review_merge_request 1.1.0 diff_lines full_content_section full_file_intro mr_description mr_title
review_merge_request 1.2.0 current_date custom_instructions_section diff_lines full_content_section full_file_intro mr_description mr_title
review_merge_request 1.3.0 current_date custom_instructions_section diff_lines full_content_section mr_description mr_title
review_merge_request_dap 1.0.0 codebase_context current_date merge_request_iid mr_data project_id
review_merge_request_dap 1.1.0 codebase_context current_date merge_request_iid mr_data project_id
review_merge_request_dap 2.0.0-dev codebase_context current_date duo_code_review_bot_name existing_discussions merge_request_iid mr_data project_id
sast_fp_detection_agent_prompt 1.0.0 vulnerability_details
sast_post_results_to_gitlab_agent_prompt 1.0.0 sast_fp_detection_analysis vulnerability_details_json
sast_vulnerability_lines_agent_prompt 1.0.0 vulnerability_details_json vulnerability_source_code
sast_vulnerability_report_agent_prompt 1.0.0 vulnerability_details_json vulnerability_source_code vulnerable_lines
sast_vulnerability_source_file_agent_prompt 1.0.0 vulnerability_details_json
secret_fp_detection_agent_prompt 1.0.0 raw_secret_value vulnerability_details
secret_post_results_to_gitlab_agent_prompt 1.0.0 secret_fp_detection_analysis vulnerability_details_json
secret_vulnerability_lines_agent_prompt 1.0.0 vulnerability_details_json vulnerability_source_code
secret_vulnerability_report_agent_prompt 1.0.0 vulnerability_details_json vulnerability_source_code vulnerable_lines
secret_vulnerability_source_file_agent_prompt 1.0.0 vulnerability_details_json
security_review 1.0.0 codebase_context current_date merge_request_iid mr_data prescan_context project_id
security_review_build_context 1.0.0 merge_request_iid mr_data project_id service_account_name
security_review_prescan 1.0.0 merge_request_iid project_id
security_review_respond 1.0.0 merge_request_iid project_id service_account_name triggering_conversation
security_review_validate 1.0.0 codebase_context merge_request_iid mr_data project_id review_findings service_account_name
summarize_duo_workflow 1.0.0 logs
summarize_new_merge_request 1.0.0 extracted_diff
summarize_new_merge_request 2.0.0 extracted_diff
summarize_new_merge_request 2.0.1 extracted_diff
summarize_new_merge_request 2.0.2 extracted_diff
summarize_new_merge_request 2.0.2-dev extracted_diff
summarize_new_merge_request 2.1.0 extracted_diff
summarize_new_merge_request 2.1.0-dev extracted_diff
summarize_review 1.0.0 draft_notes_content
summarize_review 2.0.0 draft_notes_content
summarize_review 2.1.0 draft_notes_content
summarize_review 3.0.0 draft_notes_content
validate_sast_fix_has_changes 1.0.0 fix_execution_result repository_url
validate_sast_vulnerability_agent_prompt 1.0.0 vulnerability_details_json
workflow/context_builder 1.0.0 goal handover handover_tool_name project
workflow/context_builder 1.1.0 additional_context agent_user_environment agents_dot_md goal handover handover_tool_name project workspace_agent_skills
workflow/convert_to_gitlab_ci 1.0.0 additional_context
workflow/create_branch 1.0.0 agents_dot_md goal project_id ref repository_url workspace_agent_skills
workflow/executor 1.0.0 additional_context get_plan_tool_name goal handover handover_tool_name project set_task_status_tool_name
workflow/executor 2.0.0 additional_context agent_user_environment agents_dot_md get_plan_tool_name goal handover handover_tool_name project set_task_status_tool_name workspace_agent_skills
workflow/issue_to_merge_request 1.0.0 current_branch default_branch handover_tool_name issue_url project session_url workflow_id
workflow/planner 1.0.0 add_new_task_tool_name create_plan_tool_name executor_agent_tools get_plan_tool_name goal handover handover_tool_name project remove_task_tool_name update_task_description_tool_name
workflow/planner 1.1.0 add_new_task_tool_name additional_context agent_user_environment agents_dot_md create_plan_tool_name executor_agent_tools get_plan_tool_name goal handover handover_tool_name project remove_task_tool_name update_task_description_tool_name workspace_agent_skills
`;
