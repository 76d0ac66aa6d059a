{# A snapshot: keeps every version of a row that a query ever gave. #}

{% materialization snapshot, default %}
  {%- set target_relation_exists, target_relation = get_or_create_relation(
        database=model.database, schema=model.schema, identifier=model.get('alias', model.get('name')), type='table') -%}
  {%- if not target_relation.is_table -%}
    {%- do exceptions.relation_wrong_type(target_relation, 'table') -%}
  {%- endif -%}
  {%- do run_hooks(pre_hooks, inside_transaction=False) -%}
  {%- do run_hooks(pre_hooks, inside_transaction=True) -%}

  {#- the config argument is an old one: strategies read the config themselves -#}
  {%- set strategy = strategy_dispatch(config.get('strategy'))(model, "snapshotted_data", "source_data", model['config'], target_relation_exists) -%}
  {%- if target_relation_exists -%}
    {%- set columns = config.get('snapshot_table_column_names') or get_snapshot_table_column_names() -%}
    {%- do adapter.assert_valid_snapshot_target_given_strategy(target_relation, columns, strategy) -%}
    {%- set rows_sql = snapshot_staging_table(strategy, sql, target_relation) -%}
    {%- set staging_relation = build_snapshot_staging_table(strategy, sql, target_relation) -%}
    {%- set final_sql = _snapshot_update_sql(strategy, staging_relation, target_relation) -%}
  {%- else -%}
    {%- set rows_sql = build_snapshot_table(strategy, model['compiled_code']) -%}
    {%- set final_sql = create_table_as(False, target_relation, rows_sql) -%}
  {%- endif -%}
  {%- do check_time_data_types(rows_sql) -%}
  {%- call statement('main') -%}
    {{ final_sql }}
  {%- endcall -%}

  {%- do apply_grants(target_relation, config.get('grants'), should_revoke=should_revoke(target_relation_exists, full_refresh_mode=False)) -%}
  {%- do persist_docs(target_relation, model) -%}
  {%- if not target_relation_exists -%}{%- do create_indexes(target_relation) -%}{%- endif -%}
  {%- do run_hooks(post_hooks, inside_transaction=True) -%}
  {%- do adapter.commit() -%}
  {%- if staging_relation is defined -%}{%- do post_snapshot(staging_relation) -%}{%- endif -%}
  {%- do run_hooks(post_hooks, inside_transaction=False) -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmaterialization %}


{#- Brings the target's columns up to the staging relation's, and gives the merge of the two. #}
{% macro _snapshot_update_sql(strategy, staging_relation, target_relation) %}
  {%- set working_columns = _snapshot_working_columns(strategy.unique_key) -%}
  {%- do adapter.expand_target_column_types(from_relation=staging_relation, to_relation=target_relation) -%}
  {%- do create_columns(target_relation, _without_columns(adapter.get_missing_columns(staging_relation, target_relation), working_columns)) -%}
  {%- set kept = _without_columns(adapter.get_columns_in_relation(staging_relation), working_columns) -%}
  {%- set quoted = [] -%}
  {%- for column in kept -%}{%- do quoted.append(adapter.quote(column.name)) -%}{%- endfor -%}
  {%- do return(snapshot_merge_sql(target=target_relation, source=staging_relation, insert_cols=quoted)) -%}
{% endmacro %}


{#- Columns of the staging relation that must not reach the target. #}
{% macro _snapshot_working_columns(unique_key) %}
  {%- set names = ['dbt_change_type', 'dbt_unique_key'] -%}
  {%- if unique_key | is_list -%}
    {%- for key in unique_key -%}{%- do names.append('dbt_unique_key_' ~ loop.index) -%}{%- endfor -%}
  {%- endif -%}
  {%- do return(names) -%}
{% endmacro %}


{% macro _without_columns(columns, names) %}
  {%- set kept = [] -%}
  {%- for column in columns if column.name | lower not in names -%}
    {%- do kept.append(column) -%}
  {%- endfor -%}
  {%- do return(kept) -%}
{% endmacro %}
