/**
 * The files that prompts may include: a line each with its name, the variables that it uses itself, and
 * behind `>` the files that it includes or extends.
 */
export const templateFacts: string = `
agents_dot_md/base/1.0.0.jinja agents_dot_md
analyze_prescan_codebase_results/system/1.0.0.jinja
analyze_prescan_codebase_results/user/1.0.0.jinja mr_context prescan_tool_responses
chat/_library_section/1.0.0.jinja libraries
chat/agent/partials/additional_context/1.0.0.jinja additional_context
chat/agent/partials/slash_commands/explain_code/1.0.0.jinja slash_command
chat/agent/partials/slash_commands/fix_code/1.0.0.jinja slash_command
chat/agent/partials/slash_commands/refactor_code/1.0.0.jinja slash_command
chat/agent/partials/slash_commands/write_tests/1.0.0.jinja slash_command
chat/agent/partials/system_dynamic/1.0.0.jinja current_date current_time current_timezone project should_show_current_time > common/include_urls/1.0.0.jinja
chat/agent/partials/system_static/1.0.0.jinja clarification_question_tool_enabled foundational_flow_tool_enabled gitlab_instance_type gitlab_instance_url gitlab_instance_version model_friendly_name > common/package_recommendations/1.0.0.jinja common/tier_error/1.0.0.jinja
chat/agent/partials/system_static/gpt_5/1.0.0.jinja foundational_flow_tool_enabled gitlab_instance_type gitlab_instance_url gitlab_instance_version model_friendly_name > common/package_recommendations/1.0.0.jinja common/tier_error/1.0.0.jinja
chat/agent/partials/user/1.0.0.jinja message slash_command > chat/agent/partials/additional_context/1.0.0.jinja chat/agent/partials/slash_commands/explain_code/1.0.0.jinja chat/agent/partials/slash_commands/fix_code/1.0.0.jinja chat/agent/partials/slash_commands/refactor_code/1.0.0.jinja chat/agent/partials/slash_commands/write_tests/1.0.0.jinja
chat/build_reader/assistant/1.0.0.jinja suggestions
chat/build_reader/assistant_mistral/1.0.0.jinja suggestions
chat/build_reader/system/1.0.0.jinja
chat/build_reader/system_mistral/1.0.0.jinja
chat/build_reader/user/1.0.0.jinja input
chat/build_reader/user_mistral/1.0.0.jinja input
chat/commit_reader/assistant/1.0.0.jinja suggestions
chat/commit_reader/assistant_mistral/1.0.0.jinja suggestions
chat/commit_reader/system/1.0.0.jinja
chat/commit_reader/system_mistral/1.0.0.jinja
chat/commit_reader/user/1.0.0.jinja input
chat/commit_reader/user_mistral/1.0.0.jinja input
chat/documentation_search/assistant/1.0.0.jinja
chat/documentation_search/user/1.0.0.jinja content_id documents question
chat/epic_reader/assistant/1.0.0.jinja suggestions
chat/epic_reader/assistant_mistral/1.0.0.jinja suggestions
chat/epic_reader/system/1.0.0.jinja
chat/epic_reader/system_mistral/1.0.0.jinja
chat/epic_reader/user/1.0.0.jinja input
chat/epic_reader/user_mistral/1.0.0.jinja input
chat/explain_code/system/1.0.0.jinja language_info
chat/explain_code/user/1.0.0.jinja file_content input selected_text
chat/explain_vulnerability/system/1.0.0.jinja language_info
chat/explain_vulnerability/user/1.0.0.jinja identifiers title vulnerability_description vulnerability_info
chat/fix_code/system/1.0.0.jinja language_info > chat/_library_section/1.0.0.jinja
chat/fix_code/user/1.0.0.jinja file_content file_content_reuse input selected_text
chat/fix_code/user/1.1.0.jinja file_content file_content_reuse input selected_text
chat/fix_code/user_mistral/1.0.0.jinja file_content file_content_reuse input selected_text
chat/fix_code/user_mistral/1.1.0.jinja file_content file_content_reuse input selected_text
chat/issue_reader/assistant/1.0.0.jinja suggestions
chat/issue_reader/assistant_mistral/1.0.0.jinja suggestions
chat/issue_reader/system/1.0.0.jinja
chat/issue_reader/system_mistral/1.0.0.jinja
chat/issue_reader/user/1.0.0.jinja input
chat/issue_reader/user_mistral/1.0.0.jinja input
chat/merge_request_reader/assistant/1.0.0.jinja suggestions
chat/merge_request_reader/assistant_mistral/1.0.0.jinja suggestions
chat/merge_request_reader/system/1.0.0.jinja
chat/merge_request_reader/system_mistral/1.0.0.jinja
chat/merge_request_reader/user/1.0.0.jinja input
chat/merge_request_reader/user_mistral/1.0.0.jinja input
chat/react/amazon_q/system/1.0.0.jinja tools unavailable_resources
chat/react/assistant/1.0.0.jinja final_answer > chat/react/partials/assistant/1.0.0.jinja chat/react/partials/assistant_with_final_answer/1.0.0.jinja
chat/react/assistant_mistral/1.0.0.jinja > chat/react/partials/agent_scratchpad_mistral/1.0.0.jinja
chat/react/partials/additional_context/1.0.0.jinja additional_context
chat/react/partials/agent_scratchpad/1.0.0.jinja agent_scratchpad
chat/react/partials/agent_scratchpad_mistral/1.0.0.jinja agent_scratchpad
chat/react/partials/assistant/1.0.0.jinja > chat/react/partials/agent_scratchpad/1.0.0.jinja
chat/react/partials/assistant_with_final_answer/1.0.0.jinja agent_scratchpad final_answer
chat/react/partials/context/1.0.0.jinja context context_path
chat/react/partials/context/build/1.0.0.jinja
chat/react/partials/context/commit/1.0.0.jinja context
chat/react/partials/context/epic/1.0.0.jinja context
chat/react/partials/context/issue/1.0.0.jinja context
chat/react/partials/context/merge_request/1.0.0.jinja context
chat/react/partials/context/work_item/1.0.0.jinja context
chat/react/partials/current_file/1.0.0.jinja current_file
chat/react/system/1.0.0.jinja current_date tools unavailable_resources
chat/react/system_mistral/1.0.0.jinja tools
chat/react/user/1.0.0.jinja message > chat/react/partials/additional_context/1.0.0.jinja chat/react/partials/context/1.0.0.jinja chat/react/partials/current_file/1.0.0.jinja
chat/react/user_mistral/1.0.0.jinja message > chat/react/partials/additional_context/1.0.0.jinja chat/react/partials/context/1.0.0.jinja chat/react/partials/current_file/1.0.0.jinja
chat/refactor_code/system/1.0.0.jinja language_info > chat/_library_section/1.0.0.jinja
chat/refactor_code/user/1.0.0.jinja file_content file_content_reuse input selected_text
chat/refactor_code/user/1.1.0.jinja file_content file_content_reuse input selected_text
chat/refactor_code/user/1.2.0.jinja file_content file_content_reuse input selected_text
chat/refactor_code/user_mistral/1.0.0.jinja file_content file_content_reuse input selected_text
chat/refactor_code/user_mistral/1.1.0.jinja file_content file_content_reuse input selected_text
chat/refactor_code/user_mistral/1.2.0.jinja file_content file_content_reuse input selected_text
chat/summarize_comments/system/1.0.0.jinja
chat/summarize_comments/user/1.0.0.jinja notes_content
chat/troubleshoot_job/system/1.0.0.jinja language_info
chat/troubleshoot_job/user/1.0.0.jinja selected_text
chat/work_item_reader/assistant/1.0.0.jinja suggestions
chat/work_item_reader/assistant_mistral/1.0.0.jinja suggestions
chat/work_item_reader/system/1.0.0.jinja
chat/work_item_reader/system_mistral/1.0.0.jinja
chat/work_item_reader/user/1.0.0.jinja input
chat/work_item_reader/user_mistral/1.0.0.jinja input
chat/write_tests/system/1.0.0.jinja language_info > chat/_library_section/1.0.0.jinja
chat/write_tests/user/1.0.0.jinja file_content input selected_text
chat/write_tests/user/1.1.0.jinja file_content input selected_text
classify_code_review_mention_intent/system/1.0.0.jinja
classify_code_review_mention_intent/user/1.0.0.jinja message
code_review_prescan/system/1.0.0.jinja
code_review_prescan/user/1.0.0.jinja directory_trees merge_request_iid mr_context project_id
code_suggestions/completions/codestral_system/1.0.0.jinja language
code_suggestions/completions/gpt_system/1.0.0.jinja
code_suggestions/completions/gpt_user/1.0.0.jinja language prefix suffix
code_suggestions/completions/system/1.0.0.jinja file_name language
code_suggestions/completions/user/1.0.0.jinja file_name language prefix suffix
code_suggestions/generations/jinja_template/_example_section/1.0.0.jinja examples_array
code_suggestions/generations/jinja_template/_existing_code_section/1.0.0.jinja trimmed_content_above_cursor trimmed_content_below_cursor
code_suggestions/generations/jinja_template/_library_section/1.0.0.jinja libraries
code_suggestions/generations/jinja_template/_related_section/1.0.0.jinja related_files related_snippets
code_suggestions/generations/jinja_template/_system_instructions_section/1.0.0.jinja file_name language libraries > code_suggestions/generations/jinja_template/_example_section/1.0.0.jinja code_suggestions/generations/jinja_template/_existing_code_section/1.0.0.jinja code_suggestions/generations/jinja_template/_library_section/1.0.0.jinja code_suggestions/generations/jinja_template/_related_section/1.0.0.jinja
code_suggestions/generations/jinja_template/dotcom/system/1.0.0.jinja > code_suggestions/generations/jinja_template/_system_instructions_section/1.0.0.jinja
code_suggestions/generations/jinja_template/dotcom/system/1.1.0.jinja > code_suggestions/generations/jinja_template/_system_instructions_section/1.0.0.jinja
code_suggestions/generations/jinja_template/self_hosted/system/1.0.0.jinja > code_suggestions/generations/jinja_template/_system_instructions_section/1.0.0.jinja
code_suggestions/generations/jinja_template/self_hosted/system_codestral/1.0.0.jinja file_name language > code_suggestions/generations/jinja_template/_example_section/1.0.0.jinja code_suggestions/generations/jinja_template/_library_section/1.0.0.jinja code_suggestions/generations/jinja_template/_related_section/1.0.0.jinja
code_suggestions/generations/jinja_template/self_hosted/system_mistral/1.0.0.jinja file_name language > code_suggestions/generations/jinja_template/_example_section/1.0.0.jinja code_suggestions/generations/jinja_template/_library_section/1.0.0.jinja code_suggestions/generations/jinja_template/_related_section/1.0.0.jinja
code_suggestions/generations/jinja_template/self_hosted/user/1.0.0.jinja instruction prefix
code_suggestions/generations/jinja_template/self_hosted/user_codestral/1.0.0.jinja instruction prefix
commit_changes/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja common/commit_message_guidelines/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
commit_changes/user/1.0.0.jinja repository_url
common/branch_naming/1.0.0.jinja
common/commit_message_guidelines/1.0.0.jinja
common/developer/system/1.0.0.jinja agent_user_environment primary_branch project_id project_url today > agents_dot_md/base/1.0.0.jinja common/branch_naming/1.0.0.jinja common/git_commits/1.0.0.jinja common/merge_request_guidelines/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
common/diff_structure/1.0.0.jinja
common/fix_pipeline_failure_categories/1.0.0.jinja merge_request_url
common/git_commits/1.0.0.jinja
common/glab_skill/1.0.0.jinja
common/include_urls/1.0.0.jinja
common/merge_request_guidelines/1.0.0.jinja
common/package_recommendations/1.0.0.jinja
common/performance_optimization/1.0.0.jinja
common/planning/1.0.0.jinja
common/project_activity_fetch_issues/1.0.0.jinja
common/project_activity_fetch_merge_requests/1.0.0.jinja
common/push_retry/1.0.0.jinja
common/tier_error/1.0.0.jinja
common/tool_output_security/1.0.0.jinja suffix
conversation_compaction/system/1.0.0.jinja
conversation_compaction/user/1.0.0.jinja
conversation_compaction_manual/user/1.0.0.jinja user_instruction
convert_ci_push_changes/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
convert_ci_push_changes/user/1.0.0.jinja project_id repository_url session_url source_branch target_branch_details workflow_id > common/push_retry/1.0.0.jinja
convert_to_gl_ci/system/1.0.0.jinja
convert_to_gl_ci/user/1.0.0.jinja jenkins_file_content
create_merge_request/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
create_merge_request/user/1.0.0.jinja issue_details issue_url project_id source_branch_details target_branch
create_repository_branch/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
create_repository_branch/user/1.0.0.jinja naming_context project_id ref repository_url workflow_id > common/push_retry/1.0.0.jinja
developer_add_plan_comment/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
developer_add_plan_comment/user/1.0.0.jinja merge_request_details plan_text
developer_planner/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja common/performance_optimization/1.0.0.jinja common/planning/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
developer_planner/user/1.0.0.jinja coding_agent_tools issue_details project_id repository_url
ensure_clean_git_state/system/1.0.0.jinja default_branch repository_url
ensure_clean_git_state/user/1.0.0.jinja default_branch repository_url
explore_directories_for_prescan/system/1.0.0.jinja project_id
explore_directories_for_prescan/user/1.0.0.jinja mr_diffs project_id
feature_discovery_search/system/1.0.0.jinja
feature_discovery_search/user/1.0.0.jinja catalog query
fix_pipeline_add_comment/system/1.0.0.jinja merge_request_url pipeline_url session_url workflow_id > agents_dot_md/base/1.0.0.jinja
fix_pipeline_add_comment/user/1.0.0.jinja fix_pipeline_context_results merge_request_url pipeline_url
fix_pipeline_checkout_existing_branch/system/1.0.0.jinja ref
fix_pipeline_checkout_existing_branch/user/1.0.0.jinja ref repository_url
fix_pipeline_code_suggestions/system/1.0.0.jinja merge_request_url project_id > agents_dot_md/base/1.0.0.jinja common/diff_structure/1.0.0.jinja
fix_pipeline_code_suggestions/user/1.0.0.jinja context_summary merge_request_url pipeline_url
fix_pipeline_context/system/1.0.0.jinja merge_request_url > agents_dot_md/base/1.0.0.jinja common/fix_pipeline_failure_categories/1.0.0.jinja
fix_pipeline_context/user/1.0.0.jinja failing_bridge_jobs merge_request_url mr_diffs pipeline_url
fix_pipeline_create_branch/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja
fix_pipeline_create_branch/user/1.0.0.jinja naming_context project_id ref repository_url workflow_id
fix_pipeline_create_new_mr/system/1.0.0.jinja assignee_id default_branch merge_request_url pipeline_url project_id session_url source_branch workflow_id > agents_dot_md/base/1.0.0.jinja
fix_pipeline_create_new_mr/system/1.0.2.jinja assignee_id default_branch merge_request_author_id merge_request_url pipeline_url project_id session_url source_branch workflow_id > agents_dot_md/base/1.0.0.jinja
fix_pipeline_create_new_mr/user/1.0.0.jinja default_branch execution_results merge_request_url source_branch source_branch_name
fix_pipeline_create_new_mr/user/1.0.2.jinja default_branch execution_results merge_request_url source_branch source_branch_name
fix_pipeline_decide_fix/system/1.0.0.jinja
fix_pipeline_decide_fix/user/1.0.0.jinja execution_diff execution_results fix_pipeline_context_results merge_request_url
fix_pipeline_execution/system/1.0.0.jinja source_branch > agents_dot_md/base/1.0.0.jinja common/performance_optimization/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
fix_pipeline_execution/user/1.0.0.jinja fix_pipeline_context_results os_information
fix_pipeline_experiment/system/1.0.0.jinja assignee_id merge_request_url pipeline_url primary_branch session_url source_branch workflow_id > common/developer/system/1.0.0.jinja common/fix_pipeline_failure_categories/1.0.0.jinja
fix_pipeline_experiment/user/1.0.0.jinja merge_request_url pipeline_url
fix_pipeline_new_mr_comment/system/1.0.0.jinja pipeline_url session_owner_id > agents_dot_md/base/1.0.0.jinja
fix_pipeline_new_mr_comment/system/1.0.2.jinja merge_request_url pipeline_url > agents_dot_md/base/1.0.0.jinja
fix_pipeline_new_mr_comment/user/1.0.0.jinja create_mr_result pipeline_url
fix_pipeline_new_mr_comment/user/1.0.2.jinja create_mr_result pipeline_url
generate_commit_message/system/1.0.0.jinja
generate_commit_message/user/1.0.0.jinja diff
generate_description/system/1.0.0.jinja template
generate_description/user/1.0.0.jinja content template
generate_session_title/system/1.0.0.jinja
generate_session_title/user/1.0.0.jinja context definition
gitlab_duo_mention_agent_prompt/system/1.0.0.jinja
gitlab_duo_mention_agent_prompt/user/1.0.0.jinja goal
glab_ask_git_command/system/1.0.0.jinja
glab_ask_git_command/user/1.0.0.jinja prompt
list_available_tools/system/1.0.0.jinja
list_available_tools/user/1.0.0.jinja
local_code_review/system/1.0.0.jinja primary_branch project_id project_url today
local_code_review/user/1.0.0.jinja goal
measure_comment_temperature/system/1.0.0.jinja
measure_comment_temperature/user/1.0.0.jinja content
measure_comment_temperature/user/1.0.1.jinja content
model_configuration/check/system/1.0.0.jinja
model_configuration/check/user/1.0.0.jinja
programming_agent/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja common/performance_optimization/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
programming_agent/user/1.0.0.jinja os_information planner_handover project_id repository_url
project_activity_create_summary_issue/system/1.0.0.jinja
project_activity_create_summary_issue/user/1.0.0.jinja date_range project_id summary
project_activity_fetch_issues_closed/user/1.0.0.jinja date_range project_id
project_activity_fetch_issues_new/user/1.0.0.jinja date_range project_id
project_activity_fetch_issues_updated/user/1.0.0.jinja date_range project_id
project_activity_fetch_merge_requests_closed/user/1.0.0.jinja date_range project_id
project_activity_fetch_merge_requests_new/user/1.0.0.jinja date_range project_id
project_activity_fetch_merge_requests_updated/user/1.0.0.jinja date_range project_id
project_activity_summarize_project_activity/system/1.0.0.jinja
project_activity_summarize_project_activity/user/1.0.0.jinja closed_issues_data closed_merge_requests_data date_range new_issues_data new_merge_requests_data project_id updated_issues_data updated_merge_requests_data
push_to_remote/system/1.0.0.jinja > agents_dot_md/base/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
push_to_remote/user/1.0.0.jinja assignee_id issue_url merge_request_details programming_agent_handover repository_url > common/commit_message_guidelines/1.0.0.jinja
recommend_reviewers_assign/system/1.0.0.jinja
recommend_reviewers_assign/user/1.0.0.jinja comment_data merge_request_iid project_id
recommend_reviewers_post/system/1.0.0.jinja
recommend_reviewers_post/user/1.0.0.jinja merge_request_iid project_id reviewer_data
resolve_dep_bump_pipeline_fix/system/1.0.0.jinja tools_enabled > agents_dot_md/base/1.0.0.jinja
resolve_dep_bump_pipeline_fix/user/1.0.0.jinja merge_request_url pipeline_url
resolve_sast_evaluate_mr_readiness/system/1.0.0.jinja
resolve_sast_evaluate_mr_readiness/user/1.0.0.jinja
resolve_sast_vulnerability_commit/system/1.0.0.jinja
resolve_sast_vulnerability_commit/user/1.0.0.jinja repository_url
resolve_sast_vulnerability_execution/system/1.0.0.jinja
resolve_sast_vulnerability_execution/user/1.0.0.jinja
resolve_sast_vulnerability_push_and_create_mr/system/1.0.0.jinja
resolve_sast_vulnerability_push_and_create_mr/user/1.0.0.jinja default_branch repository_url source_branch_name
resolve_vulnerability/system/1.0.0.jinja
resolve_vulnerability/user/1.0.0.jinja filename identifiers name source_code vulnerability_description vulnerable_code
review_merge_request/system/1.0.0.jinja
review_merge_request/system/1.1.0.jinja current_date
review_merge_request/system/1.2.0.jinja current_date
review_merge_request/user/1.0.0.jinja diff_lines full_content_section full_file_intro mr_description mr_title
review_merge_request/user/1.1.0.jinja custom_instructions_section diff_lines full_content_section full_file_intro mr_description mr_title
review_merge_request/user/1.2.0.jinja custom_instructions_section diff_lines full_content_section mr_description mr_title
review_merge_request_dap/system/1.0.0.jinja current_date merge_request_iid project_id > common/diff_structure/1.0.0.jinja
review_merge_request_dap/system/1.1.0.jinja current_date merge_request_iid project_id > common/diff_structure/1.0.0.jinja
review_merge_request_dap/system/2.0.0-dev.jinja current_date duo_code_review_bot_name merge_request_iid project_id > common/diff_structure/1.0.0.jinja
review_merge_request_dap/user/1.0.0.jinja codebase_context current_date merge_request_iid mr_data project_id
review_merge_request_dap/user/2.0.0-dev.jinja codebase_context current_date existing_discussions merge_request_iid mr_data project_id
sast_fp_detection_agent_prompt/system/1.0.0.jinja
sast_fp_detection_agent_prompt/user/1.0.0.jinja vulnerability_details
sast_post_results_to_gitlab_agent_prompt/system/1.0.0.jinja
sast_post_results_to_gitlab_agent_prompt/user/1.0.0.jinja sast_fp_detection_analysis vulnerability_details_json
sast_vulnerability_lines_agent_prompt/system/1.0.0.jinja
sast_vulnerability_lines_agent_prompt/user/1.0.0.jinja vulnerability_details_json vulnerability_source_code
sast_vulnerability_report_agent_prompt/system/1.0.0.jinja
sast_vulnerability_report_agent_prompt/user/1.0.0.jinja vulnerability_details_json vulnerability_source_code vulnerable_lines
sast_vulnerability_source_file_agent_prompt/system/1.0.0.jinja
sast_vulnerability_source_file_agent_prompt/user/1.0.0.jinja vulnerability_details_json
secret_fp_detection_agent_prompt/system/1.0.0.jinja
secret_fp_detection_agent_prompt/user/1.0.0.jinja raw_secret_value vulnerability_details
secret_post_results_to_gitlab_agent_prompt/system/1.0.0.jinja
secret_post_results_to_gitlab_agent_prompt/user/1.0.0.jinja secret_fp_detection_analysis vulnerability_details_json
secret_vulnerability_lines_agent_prompt/system/1.0.0.jinja
secret_vulnerability_lines_agent_prompt/user/1.0.0.jinja vulnerability_details_json vulnerability_source_code
secret_vulnerability_report_agent_prompt/system/1.0.0.jinja
secret_vulnerability_report_agent_prompt/user/1.0.0.jinja vulnerability_details_json vulnerability_source_code vulnerable_lines
secret_vulnerability_source_file_agent_prompt/system/1.0.0.jinja
secret_vulnerability_source_file_agent_prompt/user/1.0.0.jinja vulnerability_details_json
security_review/system/1.0.0.jinja
security_review/user/1.0.0.jinja codebase_context current_date merge_request_iid mr_data prescan_context project_id
security_review_build_context/system/1.0.0.jinja merge_request_iid project_id service_account_name
security_review_build_context/user/1.0.0.jinja merge_request_iid mr_data project_id
security_review_prescan/system/1.0.0.jinja merge_request_iid project_id
security_review_prescan/user/1.0.0.jinja merge_request_iid project_id
security_review_respond/system/1.0.0.jinja merge_request_iid project_id service_account_name
security_review_respond/user/1.0.0.jinja merge_request_iid project_id triggering_conversation
security_review_validate/system/1.0.0.jinja merge_request_iid project_id service_account_name
security_review_validate/user/1.0.0.jinja codebase_context merge_request_iid mr_data project_id review_findings
summarize_duo_workflow/system/1.0.0.jinja
summarize_duo_workflow/user/1.0.0.jinja logs
summarize_new_merge_request/system/1.0.0.jinja
summarize_new_merge_request/user/1.0.0.jinja extracted_diff
summarize_review/system/1.0.0.jinja
summarize_review/user/1.0.0.jinja draft_notes_content
validate_sast_fix_has_changes/system/1.0.0.jinja repository_url
validate_sast_fix_has_changes/user/1.0.0.jinja fix_execution_result repository_url
validate_sast_vulnerability_agent_prompt/system/1.0.0.jinja
validate_sast_vulnerability_agent_prompt/user/1.0.0.jinja vulnerability_details_json
workflow/context_builder/system/1.0.0.jinja handover_tool_name project
workflow/context_builder/system/1.1.0.jinja additional_context agent_user_environment handover_tool_name project > agents_dot_md/base/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
workflow/convert_to_gitlab_ci/system/1.0.0.jinja
workflow/convert_to_gitlab_ci/user/1.0.0.jinja additional_context
workflow/create_branch/user/1.0.0.jinja goal project_id ref repository_url
workflow/executor/system/1.0.0.jinja additional_context get_plan_tool_name handover_tool_name project set_task_status_tool_name
workflow/executor/system/2.0.0.jinja additional_context agent_user_environment get_plan_tool_name handover_tool_name project set_task_status_tool_name
workflow/executor/system/2.1.0.jinja additional_context agent_user_environment get_plan_tool_name handover handover_tool_name project set_task_status_tool_name > agents_dot_md/base/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
workflow/issue_to_merge_request/system/1.0.0.jinja current_branch default_branch handover_tool_name issue_url project session_url workflow_id
workflow/issue_to_merge_request/user/1.0.0.jinja issue_url
workflow/planner/system/1.0.0.jinja
workflow/planner/user/1.0.0.jinja add_new_task_tool_name create_plan_tool_name executor_agent_tools get_plan_tool_name goal handover handover_tool_name project remove_task_tool_name update_task_description_tool_name
workflow/planner/user/1.1.0.jinja add_new_task_tool_name additional_context agent_user_environment create_plan_tool_name executor_agent_tools get_plan_tool_name goal handover handover_tool_name project remove_task_tool_name update_task_description_tool_name > agents_dot_md/base/1.0.0.jinja workspace_agent_skills/base/1.0.0.jinja
workflow/user/1.0.0.jinja goal handover
workspace_agent_skills/base/1.0.0.jinja workspace_agent_skills
`;
