{# A snapshot on Spark: a merge from a temporary view, so the table's format must be one that merges. #}

{% materialization snapshot, adapter='spark' %}
  {%- set target_relation_exists, target_relation = get_or_create_relation(
        database=none, schema=model.schema, identifier=model.get('alias', model.get('name')), type='table') -%}
  {%- do _check_snapshot_format(target_relation_exists, target_relation) -%}
  {%- if not adapter.check_schema_exists(model.database, model.schema) -%}
    {%- do create_schema(target_relation) -%}
  {%- endif -%}
  {%- if not target_relation.is_table -%}
    {%- do exceptions.relation_wrong_type(target_relation, 'table') -%}
  {%- endif -%}
  {%- do run_hooks(pre_hooks) -%}

  {%- set strategy = strategy_dispatch(config.get('strategy'))(model, "snapshotted_data", "source_data", model['config'], target_relation_exists) -%}
  {%- if target_relation_exists -%}
    {%- set columns = config.get('snapshot_table_column_names') or get_snapshot_table_column_names() -%}
    {%- do adapter.valid_snapshot_target(target_relation, columns) -%}
    {%- set staging_relation = spark_build_snapshot_staging_table(strategy, sql, target_relation) -%}
    {%- set final_sql = _snapshot_update_sql(strategy, staging_relation, target_relation) -%}
  {%- else -%}
    {%- set final_sql = create_table_as(False, target_relation, build_snapshot_table(strategy, model['compiled_code'])) -%}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ final_sql }}
  {%- endcall -%}

  {%- do apply_grants(target_relation, config.get('grants'), should_revoke(target_relation_exists, full_refresh_mode=False)) -%}
  {%- do persist_docs(target_relation, model) -%}
  {%- do _after_build(target_relation) -%}
  {%- do run_hooks(post_hooks) -%}
  {%- if staging_relation is defined -%}{%- do post_snapshot(staging_relation) -%}{%- endif -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmaterialization %}


{% macro _check_snapshot_format(target_relation_exists, target_relation) %}
  {%- set formats = ['delta', 'iceberg', 'hudi', 's3tables'] -%}
  {%- set file_format = config.get('file_format') or 'parquet' -%}
  {%- if file_format not in formats -%}
    {%- do exceptions.raise_compiler_error(
      "Invalid file format: " ~ file_format ~ "\nSnapshot functionality requires file_format be set to one of: " ~ formats | join(', ')
    ) -%}
  {%- elif target_relation_exists and target_relation.is_table
        and not (target_relation.is_delta or target_relation.is_iceberg or target_relation.is_hudi) -%}
    {%- do exceptions.raise_compiler_error(
      "The existing table " ~ target_relation ~ " is in another format than: " ~ formats | join(', ')
    ) -%}
  {%- endif -%}
{% endmacro %}
